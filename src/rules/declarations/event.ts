import { dayMilliseconds } from '../working-time/working-day.ts';

const eventDays = 30;

/**
 * Whether a declaration of which nothing was known brings an event with it: it came into its state less than thirty days
 * ago. One that stands so for thirty days or longer is history, and nobody is waiting to hear of it.
 */
export function isEvent(stateAt: Date, at: Date): boolean {
  return at.getTime() - stateAt.getTime() < eventDays * dayMilliseconds;
}
