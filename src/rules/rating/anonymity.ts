/**
 * Figures that somebody may read who was rated are made of cells. A cell holds at least `smallestGroup` answers, comes
 * out on a fixed day after its period has ended and no answer of it can be changed any more, and stays as it is. Every
 * published figure is a sum of cells, so there is no difference of two figures that is not one of sums of cells; and the
 * cells are cut so that no such combination is about fewer than `smallestGroup` answers (see `anonymity-units.ts` and
 * `anonymity-officers.ts`). When a single answer came cannot be told either: nothing moves between two fixed days.
 */

/** PL08 Điều 7 khoản 2. */
export const smallestGroup = 5;

/** Answers may be changed for a day (PL08 Điều 5 khoản 2), so a month is final on the second of the next. */
export const settlingDays = 1;

/** One declaration rated by one enterprise: what is to stay unknown, with whom it names. */
export interface Answer {
  /** Where it is counted. */
  unitId: number;
  /** The month (`2026-03`) in which it was given. */
  month: string;
  /** Officers who were rated by name in it. */
  officerIds: readonly number[];
}

/**
 * Groups of parts, each of at least `least` ratings together: what is large enough stands alone, the rest is put
 * together, and where the rest is too few the smallest of the others joins it. Parts without ratings, if nothing has to
 * be hidden among them, are in no group. Null where all parts together are too few.
 */
export function groupsOf<Part extends { ratings: number }>(parts: readonly Part[], least: number): Part[][] | null {
  const sorted = parts.toSorted((a, b) => b.ratings - a.ratings);
  const alone = sorted.filter(({ ratings }) => ratings >= least);
  const rest = sorted.filter(({ ratings }) => ratings < least);
  while (countOf(rest) > 0 && countOf(rest) < least) {
    const smallest = alone.pop();
    if (smallest === undefined) return null;
    rest.unshift(smallest);
  }
  const groups = alone.map((part) => [part]);
  return countOf(rest) > 0 ? [...groups, rest] : groups;
}

function countOf(parts: readonly { ratings: number }[]): number {
  return parts.reduce((sum, { ratings }) => sum + ratings, 0);
}
