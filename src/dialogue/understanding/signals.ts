import { phraseFinder } from './find-phrases.ts';
import type { Normalised } from './normalise.ts';
import { readPhraseBook } from './phrase-book.ts';
import type { Signal } from './phrases/signal.ts';
import { signalsInEnglish, signalsInKorean } from './phrases/signals-foreign.ts';
import { signalsInVietnamese } from './phrases/signals-vi.ts';
import { addUp, type Score } from './score.ts';

export type Signals = ReadonlyMap<Signal, Score>;

const find = phraseFinder([
  ...readPhraseBook(signalsInVietnamese),
  ...readPhraseBook(signalsInEnglish),
  ...readPhraseBook(signalsInKorean),
]);

export function findSignals(text: Normalised): Signals {
  return addUp<Signal>(find(text), text);
}
