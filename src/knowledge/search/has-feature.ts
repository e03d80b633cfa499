import type { SearchIndex } from './build-index.ts';

/** Whether an article, or the title and keywords of its appendix, has a feature. */
export function hasFeature(index: SearchIndex, place: number, feature: string): boolean {
  const number = index.numbers.get(feature);
  if (number === undefined) return false;
  const appendix = index.articles[place]?.appendix ?? -1;
  if (index.titled[appendix]?.has(number) === true) return true;
  const places = index.inArticles[number]?.places;
  if (places === undefined) return false;
  let [from, until] = [0, places.length];
  while (from < until) {
    const middle = (from + until) >> 1;
    if ((places[middle] ?? 0) < place) from = middle + 1;
    else until = middle;
  }
  return places[from] === place;
}
