import { type Confidence, type DatedDay, type DatedDayKind, type Hours, type Weekday, weekdays } from './calendar.ts';
import { isDate } from './calendar-problems.ts';
import { formatRows, parseRows } from './csv-rows.ts';
import { sessionsOf } from './day-plans.ts';
import { weekdayNames } from './vietnamese-days.ts';

export interface DatedDaysTable {
  readonly days: readonly DatedDay[];
  readonly errors: readonly RowError[];
}

interface RowError {
  readonly line: number;
  readonly message: string;
}

const header = ['Ngày', 'Loại', 'Tên', 'Độ tin cậy', 'Giờ làm việc'];

const kindNames: Record<DatedDayKind, string> = { holiday: 'nghỉ lễ', makeupDay: 'làm bù', closure: 'tạm ngừng' };

// Folded: an administrator types kinds with or without accents, in Vietnamese or as the code has them.
const kinds: Readonly<Record<string, DatedDayKind>> = {
  'nghi le': 'holiday',
  'ngay le': 'holiday',
  'ngay nghi le': 'holiday',
  holiday: 'holiday',
  'lam bu': 'makeupDay',
  'ngay lam bu': 'makeupDay',
  'ngay lam viec bu': 'makeupDay',
  makeupday: 'makeupDay',
  'tam ngung': 'closure',
  'dong cua': 'closure',
  'nghi dot xuat': 'closure',
  closure: 'closure',
};

const confidences: Readonly<Record<string, Confidence>> = {
  '2+': '2+',
  '1': '1',
  unverified: 'unverified',
  'chua xac minh': 'unverified',
  '': 'unverified',
};

/**
 * Reads dated days from comma-, semicolon- or tab-separated text: date (2026-02-17 or 17/02/2026), kind, name, confidence,
 * hours ("07:30-11:30 13:00-17:00", "như thứ Sáu" or nothing). Rows at fault are told by line and left out.
 */
export function parseDatedDays(text: string): DatedDaysTable {
  const days: DatedDay[] = [];
  const errors: RowError[] = [];
  const seen = new Set<string>();
  for (const [index, { line, cells }] of parseRows(text).entries()) {
    if (index === 0 && ['ngay', 'date'].includes(fold(cells[0] ?? ''))) continue;
    const read = readDay(cells);
    if (typeof read === 'string') errors.push({ line, message: read });
    else if (seen.has(read.date)) errors.push({ line, message: `Ngày ${read.date} đã có ở dòng trên.` });
    else days.push(read);
    if (typeof read !== 'string') seen.add(read.date);
  }
  return { days, errors };
}

/** The same table as text, with a heading row; `parseDatedDays` reads it back to equal days. */
export function formatDatedDays(days: readonly DatedDay[]): string {
  const rows = days.map(({ date, kind, name, confidence, likeWeekday, openings }) => [
    date,
    kindNames[kind],
    name,
    confidence === 'unverified' ? 'chưa xác minh' : confidence,
    openings !== undefined
      ? openings.map(({ from, until }) => `${from}-${until}`).join(' ')
      : likeWeekday !== undefined
        ? `như ${weekdayNames[likeWeekday]}`
        : '',
  ]);
  return formatRows([header, ...rows]);
}

function readDay([dateText = '', kindText = '', name = '', confidenceText = '', hoursText = '']: readonly string[]):
  | DatedDay
  | string {
  const date = isoDate(dateText);
  if (date === undefined) return `Ngày "${dateText}" không hợp lệ; hãy viết như 17/02/2026 hoặc 2026-02-17.`;
  const kind = kinds[fold(kindText)];
  if (kind === undefined) return `Loại ngày "${kindText}" không có; hãy dùng: ${Object.values(kindNames).join(', ')}.`;
  if (name === '') return `Ngày ${date} chưa có tên.`;
  const confidence = confidences[fold(confidenceText)];
  if (confidence === undefined) return `Độ tin cậy "${confidenceText}" không có; hãy dùng: 2+, 1, chưa xác minh.`;
  const hours = readHours(hoursText);
  if (hours === undefined)
    return `Giờ làm việc "${hoursText}" không hợp lệ; hãy viết như 07:30-11:30 13:00-17:00 hoặc như thứ Sáu.`;
  return { date, kind, name, confidence, ...hours };
}

function isoDate(text: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const iso = year === undefined ? text : `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  return isDate(iso) ? iso : undefined;
}

function readHours(text: string): { likeWeekday?: Weekday; openings?: readonly Hours[] } | undefined {
  if (text === '') return {};
  const weekday = weekdays.find((name) => fold(text) === `nhu ${fold(weekdayNames[name])}`);
  if (weekday !== undefined) return { likeWeekday: weekday };
  const openings: Hours[] = [];
  for (const piece of text.split(/[\s,;]+/)) {
    const [, from, until] = /^(\d{2}:\d{2})[-–](\d{2}:\d{2})$/.exec(piece) ?? [];
    if (from === undefined || until === undefined || !isReadable({ from, until })) return undefined;
    openings.push({ from, until });
  }
  return { openings };
}

function isReadable(hours: Hours): boolean {
  try {
    return sessionsOf([hours]).length > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}
