import type { Flag, RatedEvent } from './flag.ts';
import { dayOfMilliseconds, decisionsOf, spanOf, strikingStretches } from './flags-window.ts';

const length = 3 * dayOfMilliseconds;
const fewestOnes = 6;
const mostEnterprises = 3;
const fewestEach = 2;
const theirShare = 0.75;
const othersUsual = 0.15;

/**
 * Ones against a subject that come from few enterprises within three days while the others are content. Where others are
 * discontent too, something went wrong and that is no flood. The score is the ones for each that the others gave.
 */
export function findFloods(subject: string, given: readonly RatedEvent[]): Flag[] {
  const decisions = decisionsOf(given);
  return strikingStretches(decisions, length, (stretch) => stretch[0]?.level === 1 && floodIn(stretch) !== null).map(
    (stretch) => {
      const flood = floodIn(stretch) ?? { ones: [], others: 0 };
      return {
        kind: 'flood',
        subject,
        ...spanOf(flood.ones),
        score: Math.round(flood.ones.length / (flood.others + 1)),
        because: {
          ones: flood.ones.length,
          enterprises: new Set(flood.ones.map(({ enterpriseId }) => enterpriseId)).size,
          onesOfOthers: flood.others,
        },
        ratingIds: flood.ones.map(({ ratingId }) => ratingId),
      };
    },
  );
}

function floodIn(stretch: readonly RatedEvent[]): { ones: RatedEvent[]; others: number } | null {
  const ones = stretch.filter(({ level }) => level === 1);
  const few = [...Map.groupBy(ones, ({ enterpriseId }) => enterpriseId)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, mostEnterprises)
    .filter(([, own]) => own.length >= fewestEach);
  const theirs = few.flatMap(([, own]) => own);
  if (theirs.length < fewestOnes || theirs.length < theirShare * ones.length) return null;
  const floodingIds = new Set(few.map(([id]) => id));
  const others = stretch.filter(({ enterpriseId }) => !floodingIds.has(enterpriseId));
  const othersLow = others.filter(({ level }) => level <= 2).length;
  return othersLow > 1 && othersLow > othersUsual * others.length
    ? null
    : { ones: theirs, others: ones.length - theirs.length };
}
