import type { Stretch } from './split-text.ts';

// The asterisks hug the words and stand apart from letters and digits, so that 2*3*4 and a list of * remain as typed.
const emphasis = /(?<![\p{L}\p{N}*])\*([^\s*](?:[^*\n]*[^\s*])?)\*(?![\p{L}\p{N}*])/gu;

/** Takes the `*bold*` marks out of a text and says where they were. An asterisk without a partner stays. */
export function readEmphasis(text: string): { plain: string; bold: readonly Stretch[] } {
  const bold: Stretch[] = [];
  let plain = '';
  let after = 0;
  for (const match of text.matchAll(emphasis)) {
    const words = match[1] ?? '';
    plain += text.slice(after, match.index);
    bold.push({ from: plain.length, until: plain.length + words.length });
    plain += words;
    after = match.index + match[0].length;
  }
  return { plain: plain + text.slice(after), bold };
}
