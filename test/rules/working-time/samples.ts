import type { ApprovedYear, Calendar, DatedDay, Hours, WeeklyHours } from '../../../src/rules/working-time/calendar.ts';
import { compile } from '../../../src/rules/working-time/compile.ts';
import { haiPhong20252027 } from '../../../src/rules/working-time/data/hai-phong-2025-2027.ts';

export const minute = 60_000;
export const hour = 60 * minute;

export const haiPhong = compile(haiPhong20252027);

/** An instant written as the wall in Hải Phòng shows it: '2026-11-20T16:50'. */
export function at(wall: string): Date {
  return new Date(`${wall}+07:00`);
}

/** The reverse of `at`, so that a failing test shows wall time. */
export function wall(instant: Date): string {
  return new Date(instant.getTime() + 7 * hour).toISOString().slice(0, 19).replace(/:00$/, '');
}

/** A week with the given hours on every day; tests overwrite what matters. */
export function everyDay(...hours: Hours[]): WeeklyHours {
  return {
    monday: hours,
    tuesday: hours,
    wednesday: hours,
    thursday: hours,
    friday: hours,
    saturday: hours,
    sunday: hours,
  };
}

/** A calendar of 2026 in Hải Phòng, open every day from eight to five unless told otherwise. */
export function aCalendar(fields: Partial<Calendar> = {}): Calendar {
  return {
    version: 1,
    zone: 'Asia/Ho_Chi_Minh',
    weekly: everyDay({ from: '08:00', until: '17:00' }),
    datedDays: [],
    years: years(2026),
    ...fields,
  };
}

export function years(...list: number[]): ApprovedYear[] {
  return list.map((year) => ({ year, standing: 'approved' }));
}

export function aDay(fields: Partial<DatedDay> & Pick<DatedDay, 'date' | 'kind'>): DatedDay {
  return { name: 'Ngày thử', confidence: '2+', ...fields };
}
