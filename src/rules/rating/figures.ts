import type { RatingLevel } from './rating.ts';

/** How many ratings there were of each level, from 1 to 5. */
export type Distribution = readonly [number, number, number, number, number];

/** What is said of a group of ratings. Shares lie between 0 and 1; null where there is nothing to divide by. */
export interface Figures {
  ratings: number;
  distribution: Distribution;
  /** Ratings at 4 and 5. */
  satisfied: number;
  satisfiedShare: number | null;
  mean: number | null;
  /** Ratings at 1 and 2. */
  low: number;
  /** Declarations concluded in the period; null where declarations do not belong to the group. */
  declarations: number | null;
  /** Rated declarations among those concluded. Above 1 where earlier ones were rated in the period. */
  responseRate: number | null;
}

export const noRatings: Distribution = [0, 0, 0, 0, 0];

export function figuresOf(distribution: Distribution, declarations: number | null): Figures {
  const [one, two, three, four, five] = distribution;
  const ratings = one + two + three + four + five;
  const satisfied = four + five;
  return {
    ratings,
    distribution,
    satisfied,
    satisfiedShare: shareOf(satisfied, ratings),
    mean: shareOf(one + 2 * two + 3 * three + 4 * four + 5 * five, ratings),
    low: one + two,
    declarations,
    responseRate: declarations === null ? null : shareOf(ratings, declarations),
  };
}

export function addUp(distributions: Iterable<Distribution>): Distribution {
  let [one, two, three, four, five] = noRatings;
  for (const [n1, n2, n3, n4, n5] of distributions) {
    one += n1;
    two += n2;
    three += n3;
    four += n4;
    five += n5;
  }
  return [one, two, three, four, five];
}

export function distributionOf(levels: Iterable<RatingLevel>): Distribution {
  const counts: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  for (const level of levels) counts[(level - 1) as 0 | 1 | 2 | 3 | 4] += 1;
  return counts;
}

export function countOf(distribution: Distribution): number {
  return distribution.reduce((sum, count) => sum + count, 0);
}

/** Null where the whole is nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
