import type { Passage } from '../../assistant/port.ts';
import { quoteArticle } from '../../knowledge/answers/quote.ts';
import type { Found, Place } from '../../knowledge/search/look-up.ts';

/** What the model may quote from: the articles found, clause by clause under their addresses, at most `articles` of them. */
export function passagesFor(found: Found, articles: number): readonly Passage[] {
  const places = [...placesIn(found)].slice(0, articles);
  return places.flatMap(({ document, article }) =>
    quoteArticle(document.code, article).map(({ address, text }) => ({ id: address, text })),
  );
}

function placesIn(found: Found): readonly Place[] {
  switch (found.kind) {
    case 'passages':
      return found.hits;
    case 'place':
      return [found.at];
    case 'appendix':
    case 'notFound':
      return found.near;
  }
}
