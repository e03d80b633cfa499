import type { Calendar, Hours } from '../../rules/working-time/calendar.ts';

const day = 86_400_000;
const minute = 60_000;
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/**
 * The end of a wait as it is commonly programmed: day after day from the start, looking up each date and taking off its
 * hours until the wait is used up. The reference of the calendar bench, and right only for zones without summer time.
 */
export function dayByDay(
  { weekly, datedDays }: Calendar,
  zoneOffset: number,
): (startAt: Date, milliseconds: number) => Date {
  const dated = new Map(datedDays.map((each) => [each.date, each]));
  return (startAt, milliseconds) => {
    let left = milliseconds;
    const start = startAt.getTime() + zoneOffset;
    for (let midnight = Math.floor(start / day) * day; ; midnight += day) {
      for (const { from, until } of hoursOn(midnight)) {
        const begins = Math.max(start, midnight + clock(from));
        const available = midnight + clock(until) - begins;
        if (available <= 0) continue;
        if (left <= available) return new Date(begins + left - zoneOffset);
        left -= available;
      }
    }
  };

  function hoursOn(midnight: number): readonly Hours[] {
    const date = new Date(midnight);
    const own = dated.get(date.toISOString().slice(0, 10));
    if (own === undefined) return weekly[weekdays[date.getUTCDay()] ?? 'sunday'];
    return own.openings ?? (own.kind === 'makeupDay' ? weekly[own.likeWeekday ?? 'monday'] : []);
  }
}

function clock(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * minute;
}
