import { readEmphasis } from '../../telegram/emphasis.ts';

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
  const marks = [
    ...plain.matchAll(address).map((match) => ({ from: match.index, until: match.index + match[0].length, href: match[0] })),
    ...bold.map((stretch) => ({ ...stretch, href: null })),
  ].toSorted((a, b) => a.from - b.from);

  const runs: Run[] = [];
  let at = 0;
  for (const { from, until, href } of marks) {
    if (from < at) continue;
    if (from > at) runs.push({ text: plain.slice(at, from), bold: false, href: null });
    runs.push({ text: plain.slice(from, until), bold: href === null, href });
    at = until;
  }
  if (at < plain.length) runs.push({ text: plain.slice(at), bold: false, href: null });
  return runs;
}

/** What a person typed: links are found, asterisks stay as they were typed. */
export function plainRunsOf(text: string): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const match of text.matchAll(address)) {
    if (match.index > at) runs.push({ text: text.slice(at, match.index), bold: false, href: null });
    runs.push({ text: match[0], bold: false, href: match[0] });
    at = match.index + match[0].length;
  }
  if (at < text.length) runs.push({ text: text.slice(at), bold: false, href: null });
  return runs;
}
