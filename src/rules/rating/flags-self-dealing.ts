import type { Flag, RatedEvent } from './flag.ts';
import { dayOfMilliseconds, spanOf } from './flags-window.ts';

/** How many declarations of an enterprise an officer did steps of. */
export interface Handled {
  /** `officer:12` */
  subject: string;
  enterpriseId: number;
  declarations: number;
}

const daysBack = 56;
const fewestFives = 6;
const mostEnterprises = 3;
const favouring = 3;
const theirShare = 0.4;
const timesExpected = 3;
// Declarations at the department's rate by which a small enterprise's own habit is steadied.
const steadying = 20;

/**
 * An officer's fives come from few enterprises, and these name no other officer as readily. What an enterprise would
 * give is expected from how often it names others on their declarations: a large client, or one that always gives five,
 * is nothing unusual. The score is the distance from the expectation in roots of it.
 */
export function findSelfDealing(events: readonly RatedEvent[], handled: readonly Handled[], until: Date): Flag[] {
  const from = until.getTime() - daysBack * dayOfMilliseconds;
  const fives = events.filter(
    ({ subject, level, at, isDigest }) =>
      level === 5 && !isDigest && subject.startsWith('officer:') && at.getTime() >= from,
  );
  const given = countBy(fives.map((event) => [event.enterpriseId, 1]));
  const declared = countBy(handled.map(({ enterpriseId, declarations }) => [enterpriseId, declarations]));
  const handledBy = new Map(handled.map((each) => [`${each.subject} ${each.enterpriseId}`, each.declarations]));
  const usual = fives.length / Math.max(1, sumOf(declared.values()));

  return [...Map.groupBy(fives, ({ subject }) => subject)].flatMap(([subject, own]) => {
    const pairs = [...Map.groupBy(own, ({ enterpriseId }) => enterpriseId)].map(([enterpriseId, theirs]) => {
      const exposure = handledBy.get(`${subject} ${enterpriseId}`) ?? 1;
      const toOthers = (given.get(enterpriseId) ?? 0) - theirs.length;
      const ofOthers = Math.max(0, (declared.get(enterpriseId) ?? 0) - exposure);
      const habit = (toOthers + usual * steadying) / (ofOthers + steadying);
      return { theirs, expected: exposure * Math.min(1, habit) };
    });
    const few = pairs
      .filter(({ theirs, expected }) => theirs.length - expected >= favouring)
      .toSorted((a, b) => b.theirs.length - b.expected - (a.theirs.length - a.expected))
      .slice(0, mostEnterprises);
    const ratings = few.flatMap(({ theirs }) => theirs);
    const expected = sumOf(few.map((pair) => pair.expected));
    const isBeyond = ratings.length >= fewestFives && ratings.length >= timesExpected * expected + favouring;
    if (!isBeyond || ratings.length < theirShare * own.length) return [];
    return {
      kind: 'selfDealing' as const,
      subject,
      ...spanOf(ratings),
      score: Math.round((ratings.length - expected) / Math.sqrt(expected + 1)),
      because: {
        fives: ratings.length,
        of: own.length,
        enterprises: few.length,
        expected: Math.round(expected * 10) / 10,
      },
      ratingIds: ratings.map(({ ratingId }) => ratingId),
    };
  });
}

function countBy(entries: readonly (readonly [number, number])[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const [key, count] of entries) counts.set(key, (counts.get(key) ?? 0) + count);
  return counts;
}

function sumOf(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
