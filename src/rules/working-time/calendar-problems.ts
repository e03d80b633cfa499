import { type Calendar, type DatedDay, type Hours, weekdays } from './calendar.ts';
import { sessionsOf } from './day-plans.ts';
import { weekdayNames } from './vietnamese-days.ts';

/** Everything that keeps a calendar from being approved, as sentences for the administrator. Empty when it is sound. */
export function calendarProblems(calendar: Calendar): string[] {
  const problems: string[] = [];
  if (!isZone(calendar.zone)) problems.push(`Không có múi giờ nào tên là "${calendar.zone}".`);
  if (calendar.years.length === 0) problems.push('Chưa có năm nào được duyệt.');
  for (const name of weekdays) problems.push(...hoursProblems(calendar.weekly[name], weekdayNames[name]));

  const years = new Set(calendar.years.map(({ year }) => year));
  const seen = new Set<string>();
  for (const day of calendar.datedDays) {
    problems.push(...datedDayProblems(day));
    if (seen.has(day.date)) problems.push(`Ngày ${day.date} được khai nhiều lần.`);
    seen.add(day.date);
    const year = Number(day.date.slice(0, 4));
    if (isDate(day.date) && !years.has(year)) problems.push(`Ngày ${day.date} thuộc năm ${year} chưa được duyệt.`);
  }
  return problems;
}

function datedDayProblems({ date, kind, name, openings }: DatedDay): string[] {
  const problems = isDate(date) ? [] : [`"${date}" không phải là ngày có thật; hãy viết như 2026-02-17.`];
  if (name.trim() === '') problems.push(`Ngày ${date} chưa có tên.`);
  if (kind === 'makeupDay' && openings?.length === 0) problems.push(`Ngày làm bù ${date} không có giờ làm việc.`);
  return [...problems, ...hoursProblems(openings ?? [], `Ngày ${date}`)];
}

function hoursProblems(hours: readonly Hours[], where: string): string[] {
  try {
    const sessions = sessionsOf(hours);
    const overlaps = sessions.some(
      ({ until }, index) => until > (sessions[index + 1]?.from ?? Number.POSITIVE_INFINITY),
    );
    return overlaps ? [`${where}: các khung giờ chồng lên nhau.`] : [];
  } catch (error) {
    if (error instanceof RangeError) return [`${where}: ${error.message}`];
    throw error;
  }
}

/** Whether the text is a date that exists, written YYYY-MM-DD. */
export function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.toISOString().startsWith(text);
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
