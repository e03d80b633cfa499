import { type Weekday, weekdays } from './calendar.ts';
import { onTheWall } from './wall-clock.ts';

export const weekdayNames: Readonly<Record<Weekday, string>> = {
  monday: 'thứ Hai',
  tuesday: 'thứ Ba',
  wednesday: 'thứ Tư',
  thursday: 'thứ Năm',
  friday: 'thứ Sáu',
  saturday: 'thứ Bảy',
  sunday: 'Chủ nhật',
};

/** The weekday's name from Temporal's number, where Monday is 1. */
export function weekdayName(dayOfWeek: number): string {
  const name = weekdays[dayOfWeek - 1];
  if (name === undefined) throw new RangeError(`A week has no day ${dayOfWeek}`);
  return weekdayNames[name];
}

export interface WallReading {
  readonly time: string;
  readonly hour: number;
  readonly date: Temporal.PlainDate;
}

/** What the clock and the calendar on the wall say at the start of something. */
export function readingAt(at: Date, zone: string): WallReading {
  const wall = onTheWall(at, zone);
  return {
    time: `${twoDigits(wall.hour)}:${twoDigits(wall.minute)}`,
    hour: wall.hour,
    date: wall.toPlainDate(),
  };
}

/** The same for an end: midnight is the 24:00 of the day that ends with it. */
export function readingAtEnd(at: Date, zone: string): WallReading {
  const reading = readingAt(at, zone);
  return reading.time === '00:00' ? { time: '24:00', hour: 24, date: reading.date.subtract({ days: 1 }) } : reading;
}

/** "23/11", or "23/11/2026" where the year is not plain from the context. */
export function dayAndMonth(date: Temporal.PlainDate, withYear: boolean): string {
  return `${twoDigits(date.day)}/${twoDigits(date.month)}${withYear ? `/${date.year}` : ''}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
