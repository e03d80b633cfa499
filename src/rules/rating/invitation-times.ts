import type { DeclarationState } from '../declarations/declaration.ts';
import { onTheWall } from '../working-time/wall-clock.ts';
import type { InvitationRules } from './invitation-rules.ts';

export type Occasion = 'released' | 'stored' | 'cleared';

/** The calendar on the wall, and on which of its dates people work. */
export interface Days {
  zone: string;
  isWorkingDate(date: string): boolean;
}

/** What a declaration's new state is a reason to ask about (PL08 Điều 4 khoản 1); null for the others. */
export function occasionOf(state: DeclarationState): Occasion | null {
  return state === 'released' || state === 'stored' || state === 'cleared' ? state : null;
}

// A calendar without a working day in so long a time is not one.
const mostDaysAhead = 40;

/** The first instant, `at` or later, at which people may be asked. Quiet hours begin at their very minute and end at theirs. */
export function askableFrom(at: Date, rules: InvitationRules, days: Days): Date {
  const opens = Temporal.PlainTime.from(rules.quietUntil);
  const closes = Temporal.PlainTime.from(rules.quietFrom);
  const now = onTheWall(at, days.zone);
  let date = now.toPlainDate();
  for (let ahead = 0; ahead <= mostDaysAhead; ahead += 1) {
    if (!rules.onlyOnWorkingDays || days.isWorkingDate(date.toString())) {
      const from = date.toZonedDateTime({ timeZone: days.zone, plainTime: opens }).epochMilliseconds;
      const until = date.toZonedDateTime({ timeZone: days.zone, plainTime: closes }).epochMilliseconds;
      const first = Math.max(at.getTime(), from);
      if (first < until) return new Date(first);
    }
    date = date.add({ days: 1 });
  }
  return at;
}

/**
 * When the next message may go to somebody who got `sentToday` on the day of `at`: at once, as long as one is left for the
 * end of the day; the last one not before `digestAt`; beyond that on another day.
 */
export function nextMessageAt(at: Date, sentToday: number, rules: InvitationRules, days: Days): Date {
  const first = askableFrom(at, rules, days);
  const today = onTheWall(at, days.zone).toPlainDate();
  if (!onTheWall(first, days.zone).toPlainDate().equals(today)) return first;
  if (sentToday >= rules.mostADay) {
    const tomorrow = today.add({ days: 1 }).toZonedDateTime(days.zone);
    return askableFrom(new Date(tomorrow.epochMilliseconds), rules, days);
  }
  if (sentToday < rules.mostADay - 1 || sentToday === 0) return first;
  const plainTime = Temporal.PlainTime.from(rules.digestAt);
  const digestAt = today.toZonedDateTime({ timeZone: days.zone, plainTime }).epochMilliseconds;
  return askableFrom(new Date(Math.max(first.getTime(), digestAt)), rules, days);
}

/** The midnight with which the day of `at` began. */
export function dayBegan(at: Date, zone: string): Date {
  return new Date(onTheWall(at, zone).toPlainDate().toZonedDateTime(zone).epochMilliseconds);
}
