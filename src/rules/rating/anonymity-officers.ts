import { type Answer, smallestGroup } from './anonymity.ts';

/**
 * The officers whose figures of a quarter come out beside the units' figures of its months. `cellOf` is the last cell of
 * the units in which an answer is, null if that came to nothing.
 *
 * Somebody who has all figures can only add and subtract them: a_1·cell_1 + … + c_1·officer_1 + …  Two conditions hold of
 * the officers that are left. (1) A cell in which one of them is named holds `smallestGroup` answers or more that name
 * none of them: whatever has a_i ≠ 0 is about all of those. (2) As many answers or none name exactly the same of them:
 * whatever has only c_i is about all or none of each such class. So no sum or difference is about fewer answers.
 * Officers are left out, the least rated first, until both hold; "unit minus all other officers" is what (1) is against.
 */
export function officersToPublish<A extends Answer>(
  answers: readonly A[],
  cellOf: (answer: A) => string | null,
): Set<number> {
  const counts = new Map<number, number>();
  for (const { officerIds } of answers) for (const id of new Set(officerIds)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const chosen = new Set([...counts].filter(([, count]) => count >= smallestGroup).map(([id]) => id));
  const leastRated = (ids: Iterable<number>) =>
    [...ids].toSorted((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || a - b)[0];

  for (;;) {
    const out = new Set<number>();
    for (const ids of tooFew(answers, chosen, cellOf)) {
      const id = leastRated(ids);
      if (id !== undefined) out.add(id);
    }
    if (out.size === 0) return chosen;
    for (const id of out) chosen.delete(id);
  }
}

/** For each condition that does not hold, the officers of whom one has to be left out. */
function tooFew<A extends Answer>(
  answers: readonly A[],
  chosen: ReadonlySet<number>,
  cellOf: (answer: A) => string | null,
): Iterable<number>[] {
  const classes = new Map<string, { ids: readonly number[]; count: number }>();
  const cells = new Map<string, { named: Set<number>; unnamed: number }>();
  for (const answer of answers) {
    const ids = [...new Set(answer.officerIds)].filter((id) => chosen.has(id)).toSorted((a, b) => a - b);
    if (ids.length > 0) {
      const alike = classes.get(ids.join()) ?? { ids, count: 0 };
      alike.count += 1;
      classes.set(ids.join(), alike);
    }
    const key = cellOf(answer);
    if (key === null) continue;
    const cell = cells.get(key) ?? { named: new Set(), unnamed: 0 };
    cells.set(key, cell);
    if (ids.length === 0) cell.unnamed += 1;
    for (const id of ids) cell.named.add(id);
  }
  return [
    ...[...classes.values()].filter(({ count }) => count < smallestGroup).map(({ ids }) => ids),
    ...[...cells.values()]
      .filter(({ named, unnamed }) => named.size > 0 && unnamed < smallestGroup)
      .map(({ named }) => named),
  ];
}
