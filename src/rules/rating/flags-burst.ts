import type { Flag, RatedEvent } from './flag.ts';
import { dayOfMilliseconds, medianOf, spanOf, strikingStretches } from './flags-window.ts';

const fewestEnterprises = 6;
const daysBack = 56;
const daysToLearn = 28;
const deviations = 5;

/**
 * Fives for the subject from far more enterprises within a day than usual. Usual is the median of the days on which it
 * got any in the eight weeks before, and the spread their median distance from it: one earlier burst moves neither. The
 * score is how many spreads it lies above. Nothing is striking within four weeks of `knownSince`, where the record begins.
 */
export function findBursts(subject: string, given: readonly RatedEvent[], knownSince: Date): Flag[] {
  const fives = given.filter(({ level }) => level === 5);
  return strikingStretches(fives, dayOfMilliseconds, (stretch) => {
    const count = enterprisesIn(stretch);
    const isKnown = startOf(stretch) - knownSince.getTime() >= daysToLearn * dayOfMilliseconds;
    return isKnown && count >= fewestEnterprises && distance(count, usualBefore(fives, stretch)) >= deviations;
  }).map((stretch) => {
    const enterprises = enterprisesIn(stretch);
    const before = usualBefore(fives, stretch);
    return {
      kind: 'burst',
      subject,
      ...spanOf(stretch),
      score: Math.round(distance(enterprises, before)),
      because: { fives: stretch.length, enterprises, usual: before.usual },
      ratingIds: stretch.map(({ ratingId }) => ratingId),
    };
  });
}

interface Usual {
  usual: number;
  spread: number;
}

function distance(count: number, { usual, spread }: Usual): number {
  return (count - usual) / spread;
}

function usualBefore(fives: readonly RatedEvent[], stretch: readonly RatedEvent[]): Usual {
  const start = startOf(stretch);
  const counts: number[] = [];
  let from = firstAt(fives, start - daysBack * dayOfMilliseconds);
  for (let day = daysBack - 1; day >= 0; day -= 1) {
    const until = firstAt(fives, start - day * dayOfMilliseconds);
    if (until > from) counts.push(enterprisesIn(fives.slice(from, until)));
    from = until;
  }
  const usual = medianOf(counts);
  // A count varies by its root even where every day so far was alike.
  const spread = Math.max(1, Math.sqrt(usual), 1.4826 * medianOf(counts.map((count) => Math.abs(count - usual))));
  return { usual, spread };
}

function startOf(stretch: readonly RatedEvent[]): number {
  return stretch[0]?.at.getTime() ?? 0;
}

function enterprisesIn(stretch: readonly RatedEvent[]): number {
  return new Set(stretch.map(({ enterpriseId }) => enterpriseId)).size;
}

/** Where the first event at `time` or later stands. */
function firstAt(events: readonly RatedEvent[], time: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.at.getTime() ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
