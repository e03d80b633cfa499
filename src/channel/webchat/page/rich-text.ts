import { readEmphasis } from '../../emphasis.ts';

/** A run of characters that look alike. A link is never bold. */
export interface Run {
  text: string;
  bold: boolean;
  href: string | null;
}

// Only addresses of these schemes become links; a closing bracket or full stop belongs to the sentence.
const address = /\bhttps?:\/\/[^\s<>"'“”]+[^\s<>"'“”.,;:!?)\]}]/giu;

/** What the bot says, with `*bold*` and links found. Nothing in it is ever read as HTML. */
export function runsOf(text: string): Run[] {
  const { plain, bold } = readEmphasis(text);
  return cut(plain, [...linksIn(plain), ...bold.map((stretch) => ({ ...stretch, href: null }))]);
}

/** What a person typed: links are found, asterisks stay as they were typed. */
export function plainRunsOf(text: string): Run[] {
  return cut(text, linksIn(text));
}

/** What the bot says without its marks of emphasis. */
export function plainTextOf(text: string): string {
  return readEmphasis(text).plain;
}

interface Mark {
  from: number;
  until: number;
  href: string | null;
}

function linksIn(text: string): Mark[] {
  return [...text.matchAll(address).map(({ index, 0: href }) => ({ from: index, until: index + href.length, href }))];
}

// Of two marks that overlap the earlier one stands, and of two that begin together the link.
function cut(text: string, marks: readonly Mark[]): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const { from, until, href } of marks.toSorted((a, b) => a.from - b.from)) {
    if (from < at) continue;
    if (from > at) runs.push({ text: text.slice(at, from), bold: false, href: null });
    runs.push({ text: text.slice(from, until), bold: href === null, href });
    at = until;
  }
  if (at < text.length) runs.push({ text: text.slice(at), bold: false, href: null });
  return runs;
}
