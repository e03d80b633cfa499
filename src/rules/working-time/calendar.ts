/** A working calendar as an administrator approves it: plain data, dated and versioned, with nothing computed. */
export interface Calendar {
  readonly version: number | string;
  /** The IANA zone in which the hours and dates below are written. */
  readonly zone: string;
  readonly weekly: WeeklyHours;
  readonly datedDays: readonly DatedDay[];
  /** The years whose dated days somebody has approved. Counting refuses to enter any other year. */
  readonly years: readonly ApprovedYear[];
}

// Monday first, as Vietnamese calendars and Temporal have it.
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

/** The hours of each weekday; an empty list is the weekly day off. */
export type WeeklyHours = Readonly<Record<Weekday, readonly Hours[]>>;

/**
 * Half-open wall-clock hours, 'HH:MM' each. `until` at or before `from` runs into the next day ('22:00'–'06:00');
 * '00:00'–'24:00' is the whole day. Hours belong to the day on which they begin.
 */
export interface Hours {
  readonly from: string;
  readonly until: string;
}

/**
 * A date on which the weekly hours do not hold. A holiday or closure is shut from midnight to midnight, even for a
 * shift begun the evening before, and opens only for the `openings` it lists. A make-up day keeps the hours it lists,
 * else those of `likeWeekday`, else Monday's.
 */
export interface DatedDay {
  readonly date: string;
  readonly kind: DatedDayKind;
  readonly name: string;
  readonly confidence: Confidence;
  readonly likeWeekday?: Weekday;
  readonly openings?: readonly Hours[];
}

export type DatedDayKind = 'holiday' | 'makeupDay' | 'closure';

/** How well a date is attested: two sources or more, one source, or none yet. */
export type Confidence = '2+' | '1' | 'unverified';

/** A provisional year is counted like an approved one, and whatever is shown from it says that it may still change. */
export interface ApprovedYear {
  readonly year: number;
  readonly standing: 'approved' | 'provisional';
  readonly note?: string;
}
