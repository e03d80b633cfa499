import type { Calendar, Confidence, DatedDay } from './calendar.ts';

/** A half-open stretch of open time. */
export interface Opening {
  readonly from: Date;
  readonly until: Date;
}

/** A calendar made ready for counting. Every method refuses, with `CalendarYearNotApproved`, to enter a year without approved data. */
export interface WorkingTime {
  readonly calendar: Calendar;
  /**
   * The instant by which so much working time has passed since `startAt`. A wait that ends exactly at closing time is due
   * at closing time; an empty wait is due at once, or at the next opening. Fractions of a millisecond are rounded.
   */
  dueAfter(startAt: Date, milliseconds: number): Date;
  /** `dueAfter` for a promise made in working days. */
  dueAfterWorkingDays(startAt: Date, days: number): Date;
  /** The milliseconds of working time in [fromAt, untilAt); negative when `untilAt` comes first. */
  between(fromAt: Date, untilAt: Date): number;
  isOpen(at: Date): boolean;
  /** `at` itself when open, otherwise the start of the next opening. */
  nextOpening(at: Date): Date;
  /** Openings from `fromAt` on, in order, none touching the next. One in progress is cut to begin at `fromAt`. */
  openings(fromAt: Date): Generator<Opening, never>;
  /** Why so much time was counted up to an instant, or why so many milliseconds of working time end when they do. */
  explain(startAt: Date, end: Date | number): Explanation;
}

/** Why an amount of working time ends when it does. */
export interface Explanation {
  readonly calendarVersion: Calendar['version'];
  readonly zone: string;
  readonly startAt: Date;
  readonly endAt: Date;
  readonly workingMilliseconds: number;
  readonly counted: readonly Opening[];
  readonly skipped: readonly SkippedStretch[];
  /** The make-up days on which time was counted. */
  readonly makeupDays: readonly DatedDay[];
  /** Years between start and end whose dates may still change. */
  readonly provisionalYears: readonly number[];
}

export type SkippedStretch = Opening & SkipReason;

export type SkipReason =
  | { readonly because: 'lunch' | 'outsideHours' | 'weekend' }
  | { readonly because: 'holiday' | 'closure'; readonly name: string; readonly confidence: Confidence };
