import type { DeclarationState } from '../declarations/declaration.ts';
import { onTheWall } from '../working-time/wall-clock.ts';
import { hourMilliseconds } from '../working-time/working-day.ts';

const countedDays = 15;
const changeableMilliseconds = 24 * hourMilliseconds;

/** What the windows look at. */
export interface RatedState {
  state: DeclarationState;
  stateAt: Date;
}

/**
 * Until when a rating counts: 15 days from the day of clearance, which itself is not counted (PL08 Điều 5 khoản 1). The
 * instant is the midnight that ends the fifteenth day. Null as long as the declaration is not cleared.
 */
export function countsUntil({ state, stateAt }: Pick<RatedState, 'state' | 'stateAt'>, zone: string): Date | null {
  return state === 'cleared' ? endOfDays(stateAt, zone) : null;
}

/** Whether a rating sent at `at` counts; a later one is taken all the same. */
export function doesCount(declaration: Pick<RatedState, 'state' | 'stateAt'>, at: Date, zone: string): boolean {
  const until = countsUntil(declaration, zone);
  return until === null || at.getTime() < until.getTime();
}

/** Until when an invitation stands that was caused at `occasionAt`. */
export function invitedUntil(occasionAt: Date, zone: string): Date {
  return endOfDays(occasionAt, zone);
}

/** The first instant at which an answer given at `ratedAt` stands for good (PL08 Điều 5 khoản 2). */
export function changeableUntil(ratedAt: Date): Date {
  return new Date(ratedAt.getTime() + changeableMilliseconds);
}

export function isChangeable(ratedAt: Date, at: Date): boolean {
  return at.getTime() < changeableUntil(ratedAt).getTime();
}

/** Whether the procedure still runs (PL08 Điều 4 khoản 1 allows a rating then too). */
export function isUnderWay(state: DeclarationState): boolean {
  return state === 'registered' || state === 'inspecting';
}

function endOfDays(from: Date, zone: string): Date {
  const last = onTheWall(from, zone)
    .toPlainDate()
    .add({ days: countedDays + 1 });
  return new Date(last.toZonedDateTime(zone).epochMilliseconds);
}
