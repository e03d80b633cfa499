import type { Hit } from '../search/look-up.ts';

const mostPassages = 3;
// Beside a clearly better one, another article only distracts.
const closeEnough = 0.75;

/** The one to three articles worth quoting: the best, and those that come close to it. */
export function choosePassages(hits: readonly Hit[]): readonly Hit[] {
  const best = hits[0]?.score ?? 0;
  return hits.slice(0, mostPassages).filter(({ score }) => score >= closeEnough * best);
}
