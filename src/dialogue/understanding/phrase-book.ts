import { wordsOf } from './normalise.ts';
import type { Word } from './word.ts';

/** A phrase that speaks for a label, and how strongly. A negative weight speaks against it. */
export type Phrase = { id: number; label: string; weight: number; words: readonly Word[] | null; text: string };

/**
 * Reads phrases written as `weight: phrase | phrase`, one weight a line. In a phrase, `…` stands for up to three words,
 * a final `*` for any ending. Korean has no spaces to rely on, so Korean phrases are looked for as they stand.
 */
export function readPhraseBook(books: Readonly<Record<string, string>>): readonly Phrase[] {
  const phrases: Phrase[] = [];
  for (const [label, book] of Object.entries(books)) {
    for (const line of book.trim().split('\n')) {
      const colon = line.indexOf(':');
      const weight = Number(line.slice(0, colon));
      if (!Number.isFinite(weight) || colon < 1)
        throw new Error(`A line of the phrases for ${label} has no weight: ${line}`);
      for (const text of line.slice(colon + 1).split('|')) {
        const words = hangul.test(text) ? null : wordsOf(text);
        phrases.push({ id: phrases.length, label, weight, words, text: text.trim() });
      }
    }
  }
  return phrases;
}

const hangul = /\p{Script=Hangul}/u;
