export interface Run {
  text: string;
  isStrong: boolean;
}

// As the chats read it: the asterisks hug the words and stand apart from letters, so 2*3*4 stays as typed.
const emphasis = /(?<![\p{L}\p{N}*])\*([^\s*](?:[^*\n]*[^\s*])?)\*(?![\p{L}\p{N}*])/gu;

/** Splits what the desk says at its `*emphasis*`. An asterisk without a partner is a plain character. */
export function readRuns(text: string): Run[] {
  // The pattern has one group, so plain and emphasised stretches take turns.
  return text
    .split(emphasis)
    .map((stretch, index) => ({ text: stretch, isStrong: index % 2 === 1 }))
    .filter((run) => run.text !== '');
}

/** The words alone, for one-line places. */
export function withoutEmphasis(text: string): string {
  return text.replace(emphasis, '$1');
}
