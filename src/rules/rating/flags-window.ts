import type { RatedEvent } from './flag.ts';

export const secondMilliseconds = 1000;
export const dayOfMilliseconds = 86_400_000;

/**
 * One event for each time that somebody decided something: many declarations answered by one tap are one decision about
 * a subject.
 */
export function decisionsOf(events: readonly RatedEvent[]): RatedEvent[] {
  const seen = new Set<string>();
  return events.filter((event) => {
    if (!event.isDigest) return true;
    const key = `${event.contactId ?? `e${event.enterpriseId}`} ${event.subject} ${event.at.getTime()}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/**
 * Stretches no longer than `length` that satisfy `isStriking`, each as large as it can be and none sharing an event with
 * an earlier one. `events` are in the order of time.
 */
export function strikingStretches(
  events: readonly RatedEvent[],
  length: number,
  isStriking: (stretch: readonly RatedEvent[]) => boolean,
): RatedEvent[][] {
  const found: RatedEvent[][] = [];
  let start = 0;
  let end = 0;
  while (start < events.length) {
    const latest = (events[start]?.at.getTime() ?? 0) + length;
    while ((events[end]?.at.getTime() ?? Number.POSITIVE_INFINITY) <= latest) end += 1;
    const stretch = events.slice(start, end);
    if (isStriking(stretch)) {
      found.push(stretch);
      start = end;
    } else start += 1;
  }
  return found;
}

/** The span of a stretch, half-open. */
export function spanOf(stretch: readonly RatedEvent[]): { fromAt: Date; untilAt: Date } {
  const times = stretch.map(({ at }) => at.getTime());
  return { fromAt: new Date(Math.min(...times)), untilAt: new Date(Math.max(...times) + 1) };
}

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return low === undefined || high === undefined ? 0 : (low + high) / 2;
}
