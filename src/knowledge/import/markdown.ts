import { articleMarker, clauseMarker, pointMarker } from './markers.ts';
import type { SourceLine } from './recognised.ts';

/**
 * The lines of a Markdown text, its marks for headings, emphasis, tables and footnotes read and taken away. Lines that
 * were broken for width are one line again. `firstLine` is the number of the first one in the file.
 */
export function markdownLines(body: string, firstLine: number): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  let isOpen = false;
  for (const [index, raw] of body.split('\n').entries()) {
    const text = raw.normalize('NFC').replace(/\s+/gu, ' ').trim();
    const found = lineOf(text, firstLine + index);
    const before = lines.at(-1);
    const continues = isOpen && found?.kind === 'text' && before !== undefined && !beginsAnew(found.text);
    if (found === null) isOpen = false;
    else if (continues) lines[lines.length - 1] = { ...before, text: `${before.text} ${found.text}` };
    else {
      lines.push(found);
      isOpen = found.kind === 'text' || found.kind === 'footnote';
    }
  }
  return lines;
}

function lineOf(text: string, line: number): SourceLine | null {
  if (text === '' || /^(?:[-*_] ?){3,}$/u.test(text)) return null;
  const heading = /^#{1,6} +(.*?)(?: +#+)?$/u.exec(text);
  if (heading !== null) return { line, text: plain(heading[1] ?? ''), kind: 'heading', depth: 0 };
  const footnote = /^\[\^([^\]]+)\]: *(.*)$/u.exec(text);
  if (footnote !== null)
    return { line, text: `[${footnote[1]}] ${plain(footnote[2] ?? '')}`, kind: 'footnote', depth: 0 };
  if (!/^\|.*\|$/u.test(text)) return { line, text: plain(text.replace(/^> ?/u, '')), kind: 'text', depth: 0 };
  const cells = text.slice(1, -1).split(/(?<!\\)\|/u);
  if (cells.every((cell) => /^ *:?-+:? *$/u.test(cell))) return null;
  return { line, text: cells.map((cell) => plain(cell.trim())).join(' | '), kind: 'row', depth: 0 };
}

function beginsAnew(text: string): boolean {
  const isNumbered = articleMarker(text) !== null || clauseMarker(text) !== null || pointMarker(text) !== null;
  return isNumbered || /^[-+*•–] /u.test(text);
}

function plain(text: string): string {
  return text
    .replace(/(\*\*|__)(?=\S)(.*?\S)\1/gu, '$2')
    .replace(/\[\^([^\]]+)\]/gu, '[$1]')
    .replace(/\\([\\`*_{}[\]()#+\-.!|])/gu, '$1');
}
