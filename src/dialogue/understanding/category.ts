import { type CategoryCode, categoryCodes } from '../../rules/identity/categories.ts';
import { phraseFinder } from './find-phrases.ts';
import type { Normalised } from './normalise.ts';
import { readPhraseBook } from './phrase-book.ts';
import { categoriesInEnglish } from './phrases/categories-en.ts';
import { categoriesInKorean } from './phrases/categories-ko.ts';
import { categoriesInVietnamese } from './phrases/categories-vi.ts';
import { addUp } from './score.ts';

const find = phraseFinder([
  ...readPhraseBook(categoriesInVietnamese),
  ...readPhraseBook(categoriesInEnglish),
  ...readPhraseBook(categoriesInKorean),
]);

// With nothing said, the matter is "something else"; a single leaning word is enough to move it.
export const withoutEvidence = 2;

/** How strongly a text speaks of each category. Every category has a score, so that a later classifier can add its own. */
export function scoreCategories(text: Normalised): ReadonlyMap<CategoryCode, number> {
  const found = addUp<CategoryCode>(find(text), text);
  return new Map(
    categoryCodes.map((code) => {
      const { sum, best } = found.get(code) ?? { sum: 0, best: 0 };
      // The strongest phrase counts in full, the rest for half: ten vague words must not outweigh one plain one.
      return [code, best + (sum - best) / 2 + (code === 'other_issue' ? withoutEvidence : 0)];
    }),
  );
}
