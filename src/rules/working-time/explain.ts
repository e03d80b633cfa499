import type { Calendar, DatedDay } from './calendar.ts';
import type { DayPlan } from './day-plans.ts';
import type { OffsetPeriod } from './wall-clock.ts';
import { dayMilliseconds, minuteMilliseconds } from './working-day.ts';
import type { Explanation, Opening, SkippedStretch, SkipReason } from './working-time.ts';

interface Counting {
  readonly calendar: Calendar;
  readonly planOf: (epochDay: number) => DayPlan;
  readonly periods: readonly OffsetPeriod[];
  readonly openings: Iterable<Opening>;
  readonly startAt: Date;
  readonly endAt: Date;
  readonly workingMilliseconds: number;
}

/** A stretch within one date, on the wall: milliseconds as if the zone were UTC. */
interface WallPiece extends Opening {
  readonly epochDay: number;
  readonly fromMinute: number;
  readonly untilMinute: number;
}

/** What was counted between two instants, what was not and for which reason, down to the name of the holiday. */
export function explanationOf(counting: Counting): Explanation {
  const { calendar, planOf, periods, startAt, endAt, workingMilliseconds } = counting;
  const counted = countedOpenings(counting);

  const skipped: SkippedStretch[] = [];
  for (const gap of gapsBetween(counted, startAt, endAt)) {
    for (const piece of piecesByDate(gap, periods)) {
      joinOrAdd(skipped, { from: piece.from, until: piece.until, ...reasonFor(piece, planOf(piece.epochDay)) });
    }
  }

  const makeupDays = new Set<DatedDay>();
  for (const opening of counted) {
    for (const { epochDay } of piecesByDate(opening, periods)) {
      const { day } = planOf(epochDay);
      if (day?.kind === 'makeupDay') makeupDays.add(day);
    }
  }

  const firstYear = new Date(wallOf(startAt.getTime(), periods)).getUTCFullYear();
  const lastYear = new Date(wallOf(endAt.getTime() - 1, periods)).getUTCFullYear();
  const provisionalYears = calendar.years
    .filter(({ year, standing }) => standing === 'provisional' && year >= firstYear && year <= lastYear)
    .map(({ year }) => year);

  return {
    calendarVersion: calendar.version,
    zone: calendar.zone,
    startAt,
    endAt,
    workingMilliseconds,
    counted,
    skipped,
    makeupDays: [...makeupDays],
    provisionalYears,
  };
}

// Stops as soon as all is counted: asking for one opening more could enter a year without data.
function countedOpenings({ openings, endAt, workingMilliseconds }: Counting): Opening[] {
  const counted: Opening[] = [];
  let left = workingMilliseconds;
  if (left === 0) return counted;
  for (const { from, until } of openings) {
    const opening = { from, until: until < endAt ? until : endAt };
    counted.push(opening);
    left -= opening.until.getTime() - from.getTime();
    if (left <= 0) break;
  }
  return counted;
}

function gapsBetween(counted: readonly Opening[], startAt: Date, endAt: Date): Opening[] {
  const gaps: Opening[] = [];
  let from = startAt;
  for (const opening of [...counted, { from: endAt, until: endAt }]) {
    if (opening.from > from) gaps.push({ from, until: opening.from });
    from = opening.until;
  }
  return gaps;
}

function* piecesByDate(stretch: Opening, periods: readonly OffsetPeriod[]): Generator<WallPiece> {
  for (const { from, until, offset } of periods) {
    const end = Math.min(until, stretch.until.getTime());
    let at = Math.max(from, stretch.from.getTime());
    while (at < end) {
      const epochDay = Math.floor((at + offset) / dayMilliseconds);
      const midnight = epochDay * dayMilliseconds - offset;
      const next = Math.min(end, midnight + dayMilliseconds);
      yield {
        epochDay,
        from: new Date(at),
        until: new Date(next),
        fromMinute: (at - midnight) / minuteMilliseconds,
        untilMinute: (next - midnight) / minuteMilliseconds,
      };
      at = next;
    }
  }
}

function reasonFor({ fromMinute, untilMinute }: WallPiece, { kind, sessions, day }: DayPlan): SkipReason {
  if (day !== undefined && day.kind !== 'makeupDay') {
    return { because: day.kind, name: day.name, confidence: day.confidence };
  }
  if (kind === 'weekend') return { because: 'weekend' };
  const closedAt = sessions.findLast(({ until }) => until <= fromMinute)?.until;
  const opensAt = sessions.find(({ from }) => from >= untilMinute)?.from;
  if (closedAt === undefined || opensAt === undefined) return { because: 'outsideHours' };
  // A pause between two sessions is lunch when it lies about noon; a gate's gap between two shifts is not.
  return { because: closedAt >= 10 * 60 && opensAt <= 15 * 60 ? 'lunch' : 'outsideHours' };
}

/** A night is two pieces with one reason, and Tết nine: each is told once. */
function joinOrAdd(skipped: SkippedStretch[], stretch: SkippedStretch): void {
  const last = skipped.at(-1);
  if (last !== undefined && last.until.getTime() === stretch.from.getTime() && sameReason(last, stretch)) {
    skipped[skipped.length - 1] = { ...last, until: stretch.until };
  } else {
    skipped.push(stretch);
  }
}

function sameReason(a: SkipReason, b: SkipReason): boolean {
  if ('name' in a && 'name' in b) return a.because === b.because && a.name === b.name && a.confidence === b.confidence;
  return a.because === b.because;
}

function wallOf(instant: number, periods: readonly OffsetPeriod[]): number {
  const period = periods.find(({ from, until }) => from <= instant && instant < until) ?? periods.at(-1);
  return instant + (period?.offset ?? 0);
}
