import { dayAndMonth, readingAt, readingAtEnd, type WallReading, weekdayName } from './vietnamese-days.ts';

export type SpokenLanguage = 'vi' | 'en' | 'ko';

/**
 * A due time as a person would say it at `now`: "trước 15:30 hôm nay", "trước 09:00 sáng mai, thứ Ba 24/11".
 * Seconds are dropped, so that nobody is told a time later than the promise; midnight is the 24:00 of the day it ends.
 */
export function sayWhen(dueAt: Date, now: Date, zone: string, language: SpokenLanguage): string {
  const said = sayInstant(dueAt, now, zone, language);
  // Korean says the limit behind the time.
  if (language === 'ko') return `${said}까지`;
  return `${language === 'vi' ? 'trước' : 'by'} ${said}`;
}

/** An instant without the promise: "15:30 hôm nay", "15:30 thứ Hai, 23/11"; the year only where it differs. */
export function sayInstant(at: Date, now: Date, zone: string, language: SpokenLanguage): string {
  const reading = readingAtEnd(at, zone);
  const today = readingAt(now, zone).date;
  if (language === 'ko') return korean(reading, today);
  return language === 'vi' ? vietnamese(reading, today) : english(reading, today);
}

/** An instant in words that stay true when they are read on another day: "15:30 thứ Hai, 23/11", in Vietnamese. */
export function sayOnDate(at: Date, now: Date, zone: string): string {
  const { time, date } = readingAtEnd(at, zone);
  return `${time} ${weekdayName(date.dayOfWeek)}, ${dayAndMonth(date, date.year !== readingAt(now, zone).date.year)}`;
}

function vietnamese({ time, hour, date }: WallReading, today: Temporal.PlainDate): string {
  const weekday = weekdayName(date.dayOfWeek);
  const day = dayAndMonth(date, date.year !== today.year);
  switch (today.until(date).days) {
    case 0:
      return `${time} hôm nay`;
    case 1:
      return `${time} ${partOfDay(hour)} mai, ${weekday} ${day}`;
    case -1:
      return `${time} hôm qua, ${weekday} ${day}`;
    default:
      return `${time} ${weekday}, ${day}`;
  }
}

function partOfDay(hour: number): string {
  if (hour < 11) return 'sáng';
  if (hour < 13) return 'trưa';
  if (hour < 18) return 'chiều';
  return hour < 22 ? 'tối' : 'đêm';
}

function english({ time, date }: WallReading, today: Temporal.PlainDate): string {
  const year = date.year === today.year ? {} : { year: 'numeric' as const };
  const written = date.toLocaleString('en-GB', { weekday: 'short', day: 'numeric', month: 'short', ...year });
  // The locale puts a comma before the date only when the year is shown.
  const day = written.replace(',', '');
  switch (today.until(date).days) {
    case 0:
      return `${time} today`;
    case 1:
      return `${time} tomorrow, ${day}`;
    case -1:
      return `${time} yesterday, ${day}`;
    default:
      return `${time} on ${day}`;
  }
}

function korean({ time, date }: WallReading, today: Temporal.PlainDate): string {
  const year = date.year === today.year ? '' : `${date.year}년 `;
  const day = `${year}${date.month}월 ${date.day}일(${'월화수목금토일'.charAt(date.dayOfWeek - 1)})`;
  switch (today.until(date).days) {
    case 0:
      return `오늘 ${time}`;
    case 1:
      return `내일 ${day} ${time}`;
    case -1:
      return `어제 ${day} ${time}`;
    default:
      return `${day} ${time}`;
  }
}
