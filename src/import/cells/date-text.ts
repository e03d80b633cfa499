import type { WallReading } from './cell.ts';
import { clockTime } from './clock-time.ts';
import { firstYear, lastYear } from './years.ts';

/** A date as written, with the offset from UTC in minutes where the text states one. */
export type DateText = { ok: true; wall: WallReading; offsetMinutes: number | null } | { ok: false; because: string };

const dayFirst = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/.-])/;
const yearFirst = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})(?!\d)/;
const inWords = /^(?:ngày )?(\d{1,2}) tháng (\d{1,2}) năm (\d{4})(?!\d)/i;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const timeFirst = /^(\d.*?)(?:,? (?:ngày )?|, ?)(\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4})$/i;

/**
 * Reads dd/mm/yyyy, alone or with HH:mm or HH:mm:ss; null for any other text. Nearly every date of a large file is written
 * so, and without a pattern it is read four times as fast.
 */
export function swiftDate(text: string): DateText | null {
  const wall = swiftReading(text);
  return wall === null ? null : checked(wall, null);
}

/** Reads a tidied text as a date, with a time of day before or after it or none. Day before month, always. */
export function readDateText(text: string): DateText {
  const turned = timeFirst.exec(text);
  const ordered = turned === null ? text : `${turned[2]} ${turned[1]}`;
  const date = datePart(ordered);
  if (date === null)
    return {
      ok: false,
      because: 'Không đọc được ngày. Hãy ghi ngày/tháng/năm, ví dụ 05/03/2026 hoặc 05/03/2026 14:30.',
    };

  const time = clockTime(ordered.slice(date.length));
  if (time === null)
    return { ok: false, because: 'Không đọc được giờ. Hãy ghi giờ:phút sau ngày, ví dụ 05/03/2026 14:30.' };
  return checked({ ...date.day, ...time.reading }, time.offsetMinutes);
}

function datePart(text: string): { day: { year: number; month: number; day: number }; length: number } | null {
  const wordy = dayFirst.exec(text) ?? inWords.exec(text);
  if (wordy !== null) {
    const [year, month, day] = [wordy.at(-1), wordy.at(-2), wordy[1]];
    return { day: { year: fullYear(year ?? ''), month: Number(month), day: Number(day) }, length: wordy[0].length };
  }
  const iso = yearFirst.exec(text);
  if (iso !== null) {
    return { day: { year: Number(iso[1]), month: Number(iso[3]), day: Number(iso[4]) }, length: iso[0].length };
  }
  const run = compact.exec(text);
  if (run === null) return null;
  return { day: { year: Number(run[1]), month: Number(run[2]), day: Number(run[3]) }, length: run[0].length };
}

// Spreadsheets turn two digits into this century up to 49 or so; nothing here is from before 1990.
function fullYear(year: string): number {
  if (year.length === 4) return Number(year);
  return Number(year) + (Number(year) >= firstYear % 100 ? 1900 : 2000);
}

function checked(wall: WallReading, offsetMinutes: number | null): DateText {
  const { year, month, day, hour, minute, second } = wall;
  if (year < firstYear || year > lastYear)
    return { ok: false, because: `Năm ${year} ngoài khoảng ${firstYear}–${lastYear}.` };
  if (month > 12 && month <= 31 && day <= 12) {
    return {
      ok: false,
      because: `Không có tháng ${month}; có vẻ ngày và tháng bị đảo. Hãy ghi ngày trước, tháng sau.`,
    };
  }
  if (month < 1 || month > 12) return { ok: false, because: `Không có tháng ${month}.` };
  if (day < 1 || day > daysIn(year, month))
    return { ok: false, because: `Tháng ${month}/${year} không có ngày ${day}.` };
  if (hour > 23 || minute > 59 || second > 59) return { ok: false, because: 'Giờ trong ngày phải từ 00:00 đến 23:59.' };
  return { ok: true, wall, offsetMinutes };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function swiftReading(text: string): WallReading | null {
  const { length } = text;
  if (length !== 10 && length !== 16 && length !== 19) return null;
  if (text[2] !== '/' || text[5] !== '/') return null;
  if (length > 10 && (text[10] !== ' ' || text[13] !== ':')) return null;
  if (length > 16 && text[16] !== ':') return null;

  const wall = {
    year: pair(text, 6) * 100 + pair(text, 8),
    month: pair(text, 3),
    day: pair(text, 0),
    hour: length > 10 ? pair(text, 11) : 0,
    minute: length > 10 ? pair(text, 14) : 0,
    second: length > 16 ? pair(text, 17) : 0,
  };
  return Number.isNaN(wall.year + wall.month + wall.day + wall.hour + wall.minute + wall.second) ? null : wall;
}

function pair(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
