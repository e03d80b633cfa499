import type { Calendar } from './calendar.ts';
import { dayPlans } from './day-plans.ts';
import { explanationOf } from './explain.ts';
import { CalendarYearNotApproved } from './not-approved.ts';
import { type Run, timelineOf } from './timeline.ts';
import { onTheWall } from './wall-clock.ts';
import { workingDayMilliseconds } from './working-day.ts';
import type { Explanation, Opening, WorkingTime } from './working-time.ts';

/** Makes a calendar ready for counting. Costs about a millisecond a year, so keep the result beside the calendar. */
export function compile(calendar: Calendar): WorkingTime {
  const planOf = dayPlans(calendar);
  const { starts, ends, before, runs } = timelineOf(calendar, planOf);

  return { calendar, dueAfter, dueAfterWorkingDays, between, isOpen, nextOpening, openings, explain };

  function dueAfter(startAt: Date, milliseconds: number): Date {
    const wait = Math.round(milliseconds);
    if (!(wait >= 0)) throw new RangeError(`A wait lasts zero milliseconds or more, not ${milliseconds}`);
    const start = startAt.getTime();
    const run = runOf(start);
    const here = firstEndingAfter(start, run);
    const target = elapsedAt(start, here) + wait;
    const index = firstFilledBy(target, here, run);
    if (index === run.last) throw new CalendarYearNotApproved(run.lastYear + 1);
    return new Date(valueAt(starts, index) + target - valueAt(before, index));
  }

  function dueAfterWorkingDays(startAt: Date, days: number): Date {
    return dueAfter(startAt, days * workingDayMilliseconds);
  }

  function between(fromAt: Date, untilAt: Date): number {
    const from = fromAt.getTime();
    const until = untilAt.getTime();
    const run = runOf(Math.min(from, until));
    if (Math.max(from, until) > run.until) throw new CalendarYearNotApproved(run.lastYear + 1);
    return elapsedAt(until, firstEndingAfter(until, run)) - elapsedAt(from, firstEndingAfter(from, run));
  }

  function isOpen(at: Date): boolean {
    const run = runOf(at.getTime());
    const index = firstEndingAfter(at.getTime(), run);
    return index < run.last && valueAt(starts, index) <= at.getTime();
  }

  function nextOpening(at: Date): Date {
    return dueAfter(at, 0);
  }

  function* openings(fromAt: Date): Generator<Opening, never> {
    const run = runOf(fromAt.getTime());
    for (let index = firstEndingAfter(fromAt.getTime(), run); index < run.last; index += 1) {
      yield {
        from: new Date(Math.max(valueAt(starts, index), fromAt.getTime())),
        until: new Date(valueAt(ends, index)),
      };
    }
    throw new CalendarYearNotApproved(run.lastYear + 1);
  }

  function explain(startAt: Date, end: Date | number): Explanation {
    const endAt = typeof end === 'number' ? dueAfter(startAt, end) : end;
    if (endAt < startAt) throw new RangeError('An explanation runs forward in time');
    const workingMilliseconds = between(startAt, endAt);
    const { periods } = runOf(startAt.getTime());
    return explanationOf({
      calendar,
      planOf,
      periods,
      openings: openings(startAt),
      startAt,
      endAt,
      workingMilliseconds,
    });
  }

  function runOf(instant: number): Run {
    for (const run of runs) if (run.from <= instant && instant < run.until) return run;
    throw new CalendarYearNotApproved(onTheWall(new Date(instant), calendar.zone).year);
  }

  /** The working time before an instant, given the first opening that ends after it. */
  function elapsedAt(instant: number, index: number): number {
    const opened = index < starts.length ? instant - valueAt(starts, index) : 0;
    return valueAt(before, index) + Math.max(opened, 0);
  }

  function firstEndingAfter(instant: number, run: Run): number {
    let low = run.first;
    let high = run.last;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (valueAt(ends, middle) > instant) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  // Not before `from`: an empty wait at opening time is due now, not at the closing time of the session before.
  function firstFilledBy(target: number, from: number, run: Run): number {
    let low = from;
    let high = run.last;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (valueAt(before, middle + 1) >= target) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

function valueAt(values: Float64Array, index: number): number {
  return values[index] ?? Number.NaN;
}
