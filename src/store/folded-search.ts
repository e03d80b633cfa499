import { fold } from '../rules/identity/fold.ts';

// More words than this are no search any more; each costs a look at every row.
const mostWords = 8;

/**
 * The words of a query, folded as the server folds the `folded` column of cases and enterprises: it generates them itself,
 * so that whatever is changed, redacted or erased is found by what it says now. No words, no condition.
 */
export function searchWords(query: string): string[] {
  return fold(query).split(/\s+/).filter(Boolean).slice(0, mostWords);
}
