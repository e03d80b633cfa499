import { onTheWall, startOfYear } from './wall-clock.ts';
import { dayMilliseconds } from './working-day.ts';
import type { WorkingTime } from './working-time.ts';

/** A year whose dates nobody has approved, or only for the time being. */
export interface YearWarning {
  readonly year: number;
  readonly standing: 'missing' | 'provisional';
  /** The day from which a promise may fall due in that year: before, nothing depends on its dates. */
  readonly mattersFrom: Date;
  readonly message: string;
}

/**
 * What is to be said today about the years of a calendar: this year at any time, the next one from 1 October.
 * `longestMilliseconds` is the longest working time that a promise may take.
 */
export function yearWarnings(working: WorkingTime, now: Date, longestMilliseconds: number): YearWarning[] {
  const { zone } = working.calendar;
  const today = onTheWall(now, zone);
  const years = today.month >= 10 ? [today.year, today.year + 1] : [today.year];
  return years.flatMap((year): YearWarning[] => {
    const known = working.calendar.years.find((approved) => approved.year === year);
    if (known?.standing === 'approved') return [];
    const standing = known === undefined ? 'missing' : 'provisional';
    const mattersFrom = firstReaching(working, year, longestMilliseconds);
    return [{ year, standing, mattersFrom, message: sentence(year, standing, mattersFrom, zone) }];
  });
}

/** The midnight of the day on which so much working time first no longer ends within the year before. */
function firstReaching(working: WorkingTime, year: number, longestMilliseconds: number): Date {
  const begins = startOfYear(year, working.calendar.zone);
  const before = working.calendar.years.some((approved) => approved.year === year - 1);
  // With the year before missing too, there is nothing left to count by: it matters already.
  if (!before) return new Date(startOfYear(year - 1, working.calendar.zone));
  let at = begins;
  const yearBefore = startOfYear(year - 1, working.calendar.zone);
  while (at > yearBefore && remaining(at) < longestMilliseconds) at -= dayMilliseconds;
  return new Date(at);

  // Counted up to the last moment of the old year: the new one may not be asked.
  function remaining(from: number): number {
    return working.between(new Date(from), new Date(begins - 1));
  }
}

function sentence(year: number, standing: YearWarning['standing'], mattersFrom: Date, zone: string): string {
  const { day, month, year: inYear } = onTheWall(mattersFrom, zone);
  const date = `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${inYear}`;
  return standing === 'missing'
    ? `Lịch làm việc năm ${year} chưa được duyệt. Từ ngày ${date}, thời hạn của vụ việc mới có thể rơi vào năm ${year} và chưa xác định được. Quản trị viên cần nạp và duyệt lịch nghỉ năm ${year}.`
    : `Lịch nghỉ năm ${year} mới là tạm tính. Từ ngày ${date}, thời hạn của vụ việc có thể rơi vào năm ${year} và còn thay đổi khi có thông báo chính thức.`;
}
