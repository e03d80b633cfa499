import type { ClockView } from '../../http/views.ts';
import type { Language } from '../language/language.tsx';
import type { Phrases } from '../language/phrases.vi.ts';
import { duration } from './durations.ts';
import { dayKey, shortMoment } from './moments.ts';

export type Tone = 'neutral' | 'soon' | 'overdue' | 'paused' | 'met' | 'ended';

/** How a clock looks at `now`: soon means that a quarter of its time or 30 minutes are left, whichever is more. */
export function toneOf(clock: ClockView, now: number): Tone {
  if (clock.state === 'met' || clock.state === 'paused') return clock.state;
  if (clock.state === 'superseded') return 'ended';
  // A promise that was broken before the wait stands as well, and is broken all the same.
  if (clock.dueAt === null) return clock.stoppedAt === null && clock.pausedBecause !== null ? 'paused' : 'neutral';

  const remainingMs = Date.parse(clock.dueAt) - now;
  if (clock.state === 'broken' || remainingMs <= 0) return 'overdue';
  const soonMinutes = Math.max(30, clock.allowedMinutes / 4);
  return remainingMs < soonMinutes * 60_000 ? 'soon' : 'neutral';
}

/** The clock that a narrow place shows: overdue first, then the nearest due, paused ones last; null when none counts. */
export function leadingClock(clocks: readonly ClockView[], now: number): ClockView | null {
  const order: Record<Tone, number> = { overdue: 0, soon: 1, neutral: 1, paused: 2, met: 3, ended: 3 };
  const counting = clocks.filter((clock) => clock.stoppedAt === null && order[toneOf(clock, now)] < 3);
  const [first] = counting.toSorted(
    (a, b) => order[toneOf(a, now)] - order[toneOf(b, now)] || (a.dueAt ?? '~').localeCompare(b.dueAt ?? '~'),
  );
  return first ?? null;
}

export interface Saying {
  phrases: Phrases;
  language: Language;
}

/** "còn 1 giờ 20 phút" on the day itself; a later day is named, because nights and holidays are not working time. */
export function clockWords(clock: ClockView, now: number, { phrases, language }: Saying): string {
  const tone = toneOf(clock, now);
  if (tone === 'met') return phrases.met;
  if (tone === 'ended') return phrases.ended;
  if (tone === 'paused') return pauseWords(clock, phrases);
  if (clock.dueAt === null) return phrases.waiting;

  const due = Date.parse(clock.dueAt);
  if (tone === 'overdue') {
    const until = clock.stoppedAt === null ? now : Date.parse(clock.stoppedAt);
    const isSameDay = dayKey(until) === dayKey(due);
    const length = duration(until - due, phrases.units);
    // A promise that broke and moved up a level stops at its own due time: there is no lateness to tell.
    if (clock.stoppedAt !== null) return isSameDay && until - due >= 60_000 ? phrases.lateBy(length) : phrases.late;
    return isSameDay ? phrases.overdueBy(length) : phrases.overdueSince(shortMoment(due, now, language));
  }
  if (dayKey(due) === dayKey(now)) return phrases.remaining(duration(due - now, phrases.units));
  return phrases.dueOn(shortMoment(due, now, language));
}

function pauseWords(clock: ClockView, phrases: Phrases): string {
  const reasons: Record<string, string> = phrases.pauses;
  const reason = clock.pausedBecause === null ? undefined : reasons[clock.pausedBecause];
  return reason === undefined ? phrases.paused : phrases.pausedFor(reason);
}
