/** How much of a group is satisfied, and how many there are. */
export interface Sample {
  ratings: number;
  satisfied: number;
}

/** What is supposed of a group before its ratings are seen: `weight` pseudo-ratings at `share`. */
export interface Prior {
  share: number;
  weight: number;
}

// Beyond these the estimate says more about the number of groups than about how they differ.
const lightest = 5;
const heaviest = 200;

/**
 * The prior of groups that are compared with one another (empirical Bayes, beta-binomial by moments): p is the share at
 * 4–5 over all groups together, v how far the groups' shares lie from p beyond what chance alone makes of samples of
 * their sizes, and the weight is k = p(1 − p) ÷ v − 1, held between 5 and 200. With groups that do not differ at all the
 * weight is 200: then the group's own share says little.
 */
export function priorOf(groups: readonly Sample[]): Prior {
  const known = groups.filter(({ ratings }) => ratings > 0);
  const ratings = sum(known.map((group) => group.ratings));
  if (ratings === 0) return { share: 0, weight: heaviest };
  const share = sum(known.map(({ satisfied }) => satisfied)) / ratings;
  const chance = share * (1 - share);
  const spread = sum(known.map((group) => group.ratings * (group.satisfied / group.ratings - share) ** 2));
  // What a spread of pure chance would add up to, and how much each unit of real variance adds.
  const expected = chance * (known.length - 1);
  const leverage = ratings - sum(known.map((group) => group.ratings ** 2)) / ratings;
  const variance = leverage <= 0 ? 0 : (spread - expected) / leverage;
  const weight = variance <= 0 ? heaviest : chance / variance - 1;
  return { share, weight: Math.min(heaviest, Math.max(lightest, weight)) };
}

/** (satisfied + k·p) ÷ (ratings + k): few ratings stay near the share of all, many speak for themselves. */
export function shrunkShare({ ratings, satisfied }: Sample, { share, weight }: Prior): number {
  return (satisfied + weight * share) / (ratings + weight);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
