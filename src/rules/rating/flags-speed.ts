import type { Flag, RatedEvent } from './flag.ts';
import { dayOfMilliseconds, medianOf, secondMilliseconds, spanOf, strikingStretches } from './flags-window.ts';

const soonSeconds = 20;
const fewestSoon = 4;
const fewestInARow = 6;
const shortestGap = 1.5 * secondMilliseconds;

/**
 * Fives given faster than a person reads and taps: again and again within `soonSeconds` of the release by one person, or
 * many in a row with less than `shortestGap` between two. One tap for many is not fast. The score is how many.
 */
export function findImplausibleSpeed(subject: string, given: readonly RatedEvent[]): Flag[] {
  const tapped = given.filter(({ level, isDigest }) => level === 5 && !isDigest);
  const byPerson = Map.groupBy(tapped, ({ contactId, enterpriseId }) => contactId ?? -enterpriseId);
  return [...byPerson.values()].flatMap((own) => {
    const soon = own.filter((event) => event.secondsAfterRelease !== null && event.secondsAfterRelease < soonSeconds);
    const again = strikingStretches(soon, 14 * dayOfMilliseconds, (stretch) => stretch.length >= fewestSoon);
    const rows = runsOf(own).filter((run) => run.length >= fewestInARow && typicalGap(run) < shortestGap);
    const known = new Set(again.flat());
    return [...again, ...rows.filter((run) => !run.some((event) => known.has(event)))].map((stretch) => ({
      kind: 'implausibleSpeed' as const,
      subject,
      ...spanOf(stretch),
      score: stretch.length,
      because: {
        fives: stretch.length,
        seconds: medianOf(stretch.flatMap(({ secondsAfterRelease }) => secondsAfterRelease ?? [])),
      },
      ratingIds: stretch.map(({ ratingId }) => ratingId),
    }));
  });
}

/** Ratings of one person with at most ten seconds between two. */
function runsOf(own: readonly RatedEvent[]): RatedEvent[][] {
  const runs: RatedEvent[][] = [];
  for (const event of own) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (last !== undefined && event.at.getTime() - last.at.getTime() <= 10 * secondMilliseconds) run?.push(event);
    else runs.push([event]);
  }
  return runs;
}

function typicalGap(run: readonly RatedEvent[]): number {
  return medianOf(run.slice(1).map(({ at }, index) => at.getTime() - (run[index]?.at.getTime() ?? 0)));
}
