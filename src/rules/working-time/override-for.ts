import type { Calendar, DatedDay, DatedDayKind, WeeklyHours } from './calendar.ts';

/** What a unit does differently from the department: only what is named here differs. */
export interface CalendarOverride {
  readonly version: number | string;
  readonly weekly?: Partial<WeeklyHours>;
  /** Kinds of dated days that do not concern the unit. A gate that never closes ignores holidays and make-up days. */
  readonly ignores?: readonly DatedDayKind[];
  /** The unit's own dates. One of these replaces the department's day of the same date. */
  readonly datedDays?: readonly DatedDay[];
}

/** The calendar of a unit. Its version names both sources, so that a deadline can tell which data it was counted from. */
export function overrideFor(calendar: Calendar, override: CalendarOverride): Calendar {
  const own = override.datedDays ?? [];
  const replaced = new Set(own.map(({ date }) => date));
  const inherited = calendar.datedDays.filter(
    ({ date, kind }) => !replaced.has(date) && !override.ignores?.includes(kind),
  );
  return {
    ...calendar,
    version: `${calendar.version}+${override.version}`,
    weekly: { ...calendar.weekly, ...override.weekly },
    datedDays: [...inherited, ...own].toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
  };
}

/** A place that never closes. Closures still hold: a storm shuts a gate that holidays do not. */
export function roundTheClock(version: number | string): CalendarOverride {
  const day = [{ from: '00:00', until: '24:00' }];
  return {
    version,
    weekly: {
      monday: day,
      tuesday: day,
      wednesday: day,
      thursday: day,
      friday: day,
      saturday: day,
      sunday: day,
    },
    ignores: ['holiday', 'makeupDay'],
  };
}
