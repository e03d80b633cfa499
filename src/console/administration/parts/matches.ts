import { fold } from '../../../rules/identity/fold.ts';

/** Whether every word of the query is in the text, whatever its case and marks. An empty query matches everything. */
export function matches(text: string, query: string): boolean {
  const plain = fold(text);
  return fold(query)
    .trim()
    .split(/\s+/u)
    .every((word) => plain.includes(word));
}
