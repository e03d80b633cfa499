import { fold } from '../../rules/identity/fold.ts';
import { articleMarker, clauseMarker, isGroupHeading, pointMarker } from './markers.ts';
import type { PrintedLine } from './printed-lines.ts';
import type { SourceLine } from './recognised.ts';

type Kind = SourceLine['kind'];

/**
 * Printed lines as paragraphs. Heads and feet that repeat from page to page and the numbers of pages are set aside as
 * margins, small print at the foot of a page as footnotes; a line broken for width is joined to the one before it, over the
 * end of a page too.
 */
export function paragraphsOf(lines: readonly PrintedLine[], pageHeights: readonly number[]): readonly SourceLine[] {
  const kinds = new Map(lines.map((line) => [line, kindOf(line, lines, pageHeights)]));
  const body = lines.filter((line) => kinds.get(line) === 'text');
  const rightMargin = quantile(
    body.map(({ right }) => right),
    0.95,
  );
  const result: SourceLine[] = [];
  // What each kind of paragraph was built on last: a footnote does not break the sentence that goes on overleaf.
  const open = new Map<Kind, { index: number; line: PrintedLine }>();

  for (const [index, line] of lines.entries()) {
    const kind = kinds.get(line) ?? 'text';
    const before = open.get(kind);
    const paragraph = before === undefined ? undefined : result[before.index];
    if (before !== undefined && paragraph !== undefined && continues(before.line, line, kind, rightMargin)) {
      result[before.index] = { ...paragraph, text: joined(paragraph.text, line.text) };
      open.set(kind, { index: before.index, line });
      continue;
    }
    result.push({ line: index + 1, text: line.text, kind, depth: 0 });
    open.set(kind, { index: result.length - 1, line });
    // A table ends the sentence before it.
    if (kind === 'row') open.delete('text');
  }
  return result;
}

function kindOf(line: PrintedLine, lines: readonly PrintedLine[], pageHeights: readonly number[]): Kind {
  const height = pageHeights[line.page] ?? 0;
  const isAtEdge = line.y > 0.9 * height || line.y < 0.1 * height;
  if (isAtEdge && (isPageNumber(line.text) || repeats(line, lines))) return 'margin';
  const usual = quantile(
    lines.map((other) => other.height),
    0.5,
  );
  if (line.height < 0.88 * usual && line.y < 0.35 * height && isBelowAll(line, lines, usual)) return 'footnote';
  return line.isRow ? 'row' : 'text';
}

function isPageNumber(text: string): boolean {
  return /^[-–—\s]*(?:trang\s*)?\d{1,4}(?:\s*[/|]\s*\d{1,4})?[-–—\s.]*$/u.test(fold(text));
}

/** Whether the same words, but for their numbers, stand at the same height of another page. */
function repeats(line: PrintedLine, lines: readonly PrintedLine[]): boolean {
  const words = ({ text }: PrintedLine) => text.replace(/\d+/gu, '#');
  return lines.some(
    (other) => other.page !== line.page && Math.abs(other.y - line.y) < line.height && words(other) === words(line),
  );
}

// Small print stands at the foot: nothing of usual size is below it but the page's own margin.
function isBelowAll(line: PrintedLine, lines: readonly PrintedLine[], usual: number): boolean {
  return lines.every(
    (other) => other.page !== line.page || other.y >= line.y || other.height < 0.88 * usual || isPageNumber(other.text),
  );
}

function continues(before: PrintedLine, line: PrintedLine, kind: Kind, rightMargin: number): boolean {
  if (kind === 'footnote') return !/^(?:\[?\d{1,3}[\]).]?|\*+)\s*\p{L}/u.test(line.text);
  if (kind !== 'text') return false;
  const isDangling = endsUnfinished(before.text);
  if (!isDangling && beginsAnew(line.text)) return false;
  if (Math.abs(before.height - line.height) > 0.2 * before.height) return false;
  // The line was broken for width if the next word had no room left on it.
  const [word = ''] = line.text.split(' ');
  const letters = Math.max(1, line.text.length);
  const wordWidth = ((line.right - line.left) / letters) * (word.length + 1);
  const isFull = before.right + wordWidth > rightMargin - 0.5 * before.height;
  return isFull || (isDangling && /^\p{Ll}/u.test(line.text));
}

/** Whether a sentence cannot end there: "theo quy định tại", "Luật Hải quan,". */
function endsUnfinished(text: string): boolean {
  return /(?:[,(–]|(?:^|\s)(?:tai|theo|va|hoac|cua|voi|tu|den|la|trong|khoan \d+[a-z]?|diem [a-z]|so))$/u.test(
    fold(text),
  );
}

function beginsAnew(text: string): boolean {
  const isNumbered = articleMarker(text) !== null || clauseMarker(text) !== null || pointMarker(text) !== null;
  return isNumbered || isGroupHeading(text) || /^[-–+•] /u.test(text);
}

// A syllable cut at the end of a line is whole again; a soft hyphen is never part of the text.
function joined(before: string, next: string): string {
  if (before.endsWith('\u00AD')) return before.slice(0, -1) + next;
  return /\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(next) ? before.slice(0, -1) + next : `${before} ${next}`;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
