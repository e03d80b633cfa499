import type { Flag, RatedEvent } from './flag.ts';
import { findBursts } from './flags-burst.ts';
import { findFloods } from './flags-flood.ts';
import { findSelfDealing, type Handled } from './flags-self-dealing.ts';
import { findImplausibleSpeed } from './flags-speed.ts';

/**
 * Everything that looks arranged in the ratings before `until`. What is usual is learned from the same ratings, so more
 * than the days in question should be given: the rules look back eight weeks. A flag accuses nobody.
 */
export function findFlags(events: readonly RatedEvent[], handled: readonly Handled[], until: Date): Flag[] {
  const past = events.filter(({ at }) => at < until).toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const [first] = past;
  if (first === undefined) return [];
  const bySubject = Map.groupBy(past, ({ subject }) => subject);
  const own = [...bySubject].flatMap(([subject, given]) => [
    ...findBursts(subject, given, first.at),
    ...findImplausibleSpeed(subject, given),
    ...findFloods(subject, given),
  ]);
  return [...own, ...findSelfDealing(past, handled, until)];
}
