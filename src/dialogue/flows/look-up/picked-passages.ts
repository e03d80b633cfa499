import type { Quotation } from '../../../assistant/port.ts';
import { quoteArticle } from '../../../knowledge/answers/quote.ts';
import type { LibraryIndex } from '../../../store/library-index.ts';
import type { Passage } from './show-passages.ts';

/**
 * What the model picked, as far as it stands letter for letter in the versions that are asked of: each quotation under the
 * clause it is from. Nothing of its own words is ever shown.
 */
export function passagesPicked(picked: readonly Quotation[], { index }: LibraryIndex): readonly Passage[] {
  const passages = picked.flatMap(({ id, quote }): Passage[] => {
    for (const document of index.documents) {
      for (const article of document.articles) {
        const piece = quoteArticle(document.code, article).find(
          ({ address, text }) => address === id && text.includes(quote),
        );
        if (piece === undefined) continue;
        const from = piece.text.indexOf(quote);
        const isCutBehind = from + quote.length < piece.text.length;
        const quoted = { ...piece, text: quote, isCutBefore: from > 0, isCutBehind };
        return [{ at: { document, article, clause: null, point: null }, quoted: [quoted] }];
      }
    }
    return [];
  });
  const seen = new Set<string>();
  return passages.filter(({ quoted: [only] }) => {
    const address = only?.address ?? '';
    return !seen.has(address) && seen.add(address);
  });
}
