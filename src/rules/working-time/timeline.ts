import type { ApprovedYear, Calendar } from './calendar.ts';
import type { DayPlan } from './day-plans.ts';
import { type OffsetPeriod, offsetPeriods, startOfYear } from './wall-clock.ts';
import { dayMilliseconds, minuteMilliseconds } from './working-day.ts';

/** All open time of the approved years: openings in order, with the working time that lies before each. */
export interface Timeline {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** One longer than the openings: the last entry is the whole. */
  readonly before: Float64Array;
  readonly runs: readonly Run[];
}

/** Approved years without a gap between them. Its openings are those from index `first` up to, not including, `last`. */
export interface Run {
  readonly lastYear: number;
  readonly from: number;
  readonly until: number;
  readonly periods: readonly OffsetPeriod[];
  readonly first: number;
  readonly last: number;
}

interface Span {
  readonly from: number;
  readonly until: number;
}

/** Lays the calendar's years out as instants. A shift begun on the last evening of a year without data is not counted. */
export function timelineOf(calendar: Calendar, planOf: (epochDay: number) => DayPlan): Timeline {
  const spans: Span[] = [];
  const runs: Run[] = [];
  for (const years of yearsWithoutGap(calendar.years)) {
    const from = startOfYear(years.first, calendar.zone);
    const until = startOfYear(years.last + 1, calendar.zone);
    const periods = offsetPeriods(from, until, calendar.zone);
    const first = spans.length;
    for (const span of instants(wallSpans(years, planOf), periods)) spans.push(span);
    runs.push({ lastYear: years.last, from, until, periods, first, last: spans.length });
  }

  const before = new Float64Array(spans.length + 1);
  let total = 0;
  for (const [index, { from, until }] of spans.entries()) {
    total += until - from;
    before[index + 1] = total;
  }
  const starts = Float64Array.from(spans, (span) => span.from);
  const ends = Float64Array.from(spans, (span) => span.until);
  return { starts, ends, before, runs };
}

function yearsWithoutGap(years: readonly ApprovedYear[]): { first: number; last: number }[] {
  const groups: { first: number; last: number }[] = [];
  for (const year of years.map((approved) => approved.year).toSorted((a, b) => a - b)) {
    const group = groups.at(-1);
    if (group !== undefined && year <= group.last + 1) group.last = year;
    else groups.push({ first: year, last: year });
  }
  return groups;
}

/** Open time as walls show it, written as if the zone were UTC. */
function wallSpans(years: { first: number; last: number }, planOf: (epochDay: number) => DayPlan): Span[] {
  const spans: Span[] = [];
  const end = Date.UTC(years.last + 1, 0, 1) / dayMilliseconds;
  let evening: DayPlan = { kind: 'weekend', sessions: [] };
  for (let day = Date.UTC(years.first, 0, 1) / dayMilliseconds; day < end; day += 1) {
    const plan = planOf(day);
    const shut = plan.kind === 'holiday' || plan.kind === 'closure';
    const tails = shut ? [] : evening.sessions.filter(({ until }) => until > 1440);
    for (const { until } of tails) append(spans, day * dayMilliseconds, wallAt(day, until - 1440));
    for (const { from, until } of plan.sessions) append(spans, wallAt(day, from), wallAt(day, Math.min(until, 1440)));
    evening = plan;
  }
  return spans;
}

function wallAt(day: number, minute: number): number {
  return day * dayMilliseconds + minute * minuteMilliseconds;
}

// A minute is open when the wall shows an open time: an hour the clocks skip is lost, an hour they repeat counts twice.
function instants(walls: readonly Span[], periods: readonly OffsetPeriod[]): Span[] {
  const spans: Span[] = [];
  for (const period of periods) {
    for (const wall of walls) {
      append(
        spans,
        Math.max(wall.from - period.offset, period.from),
        Math.min(wall.until - period.offset, period.until),
      );
    }
  }
  return spans;
}

/** Adds a span that begins no earlier than the last one, joining the two where they touch or overlap. */
function append(spans: Span[], from: number, until: number): void {
  if (until <= from) return;
  const last = spans.at(-1);
  if (last === undefined || from > last.until) spans.push({ from, until });
  else if (until > last.until) spans[spans.length - 1] = { from: last.from, until };
}
