import { describe, expect, test } from 'vitest';
import { calendarProblems } from '../../../src/rules/working-time/calendar-problems.ts';
import { compile } from '../../../src/rules/working-time/compile.ts';
import { haiPhong20252027 } from '../../../src/rules/working-time/data/hai-phong-2025-2027.ts';
import { overrideFor, roundTheClock } from '../../../src/rules/working-time/override-for.ts';
import { aCalendar, aDay, at, everyDay, haiPhong, hour, years } from './samples.ts';

describe('the shipped calendar', () => {
  test('has nothing that would keep it from being approved', () => {
    expect(calendarProblems(haiPhong20252027)).toEqual([]);
  });

  // 261 weekdays less the paid holidays of the Labour Code: eleven, and twelve since Culture Day. Swaps cancel out.
  test.each([
    [2025, '2025-01-01', '2026-01-01', 261 - 11],
    [2026, '2026-01-01', '2027-01-01', 261 - 12],
  ])('works eight hours on each working day of %d', (_, from, until, days) => {
    expect(haiPhong.between(at(`${from}T00:00`), at(`${until}T00:00`))).toBe(days * 8 * hour);
  });

  test('makes up only on days that would otherwise be off, and rests on no day twice', () => {
    const makeupDays = haiPhong20252027.datedDays.filter(({ kind }) => kind === 'makeupDay');

    expect(makeupDays.map(({ date }) => [date, new Date(date).getUTCDay()])).toEqual([
      ['2025-04-26', 6],
      ['2026-01-10', 6],
      ['2026-08-22', 6],
    ]);
  });

  test('marks every date of 2027 as not announced', () => {
    const marks = haiPhong20252027.datedDays.filter(({ date }) => date.startsWith('2027'));

    expect(new Set(marks.map(({ confidence }) => confidence))).toEqual(new Set(['unverified']));
    expect(haiPhong20252027.years.find(({ year }) => year === 2027)?.standing).toBe('provisional');
  });
});

describe('a unit’s own calendar', () => {
  test('differs only in what it names', () => {
    const morning = [{ from: '07:00', until: '12:00' }];
    const unit = overrideFor(haiPhong20252027, { version: 3, weekly: { saturday: morning } });

    expect(unit.version).toBe('2026.1+3');
    expect(unit.weekly).toEqual({ ...haiPhong20252027.weekly, saturday: morning });
    expect(unit.datedDays).toEqual(haiPhong20252027.datedDays);
  });

  test('replaces the department’s day of the same date', () => {
    const tet = aDay({ date: '2026-02-16', kind: 'makeupDay', name: 'Trực Tết' });
    const unit = compile(overrideFor(haiPhong20252027, { version: 1, datedDays: [tet] }));

    expect(unit.isOpen(at('2026-02-16T09:00'))).toBe(true);
    expect(unit.isOpen(at('2026-02-17T09:00'))).toBe(false);
  });

  test('of a gate that never closes still obeys a closure', () => {
    const storm = aDay({ date: '2026-09-12', kind: 'closure', name: 'Bão số 3' });
    const department = { ...haiPhong20252027, datedDays: [...haiPhong20252027.datedDays, storm] };
    const gate = compile(overrideFor(department, roundTheClock(1)));

    expect(gate.isOpen(at('2026-09-11T23:59'))).toBe(true);
    expect(gate.isOpen(at('2026-09-12T00:00'))).toBe(false);
    expect(gate.isOpen(at('2026-09-13T00:00'))).toBe(true);
  });
});

describe('a calendar is not approved', () => {
  test.each([
    [
      'with a zone nobody knows',
      aCalendar({ zone: 'Asia/Hai_Phong' }),
      'Không có múi giờ nào tên là "Asia/Hai_Phong".',
    ],
    ['without a year', aCalendar({ years: [] }), 'Chưa có năm nào được duyệt.'],
    [
      'with hours that overlap',
      aCalendar({
        weekly: {
          ...everyDay(),
          monday: [
            { from: '08:00', until: '12:00' },
            { from: '11:00', until: '17:00' },
          ],
        },
      }),
      'thứ Hai: các khung giờ chồng lên nhau.',
    ],
    [
      'with hours that no clock shows',
      aCalendar({ weekly: { ...everyDay(), sunday: [{ from: '8:00', until: '12:00' }] } }),
      'Chủ nhật: Giờ "8:00" không hợp lệ; hãy viết như 07:30 hoặc 24:00.',
    ],
    [
      'with a date that does not exist',
      aCalendar({ datedDays: [aDay({ date: '2026-02-30', kind: 'holiday' })] }),
      '"2026-02-30" không phải là ngày có thật; hãy viết như 2026-02-17.',
    ],
    [
      'with a day without a name',
      aCalendar({ datedDays: [aDay({ date: '2026-02-17', kind: 'holiday', name: ' ' })] }),
      'Ngày 2026-02-17 chưa có tên.',
    ],
    [
      'with a date of a year that is not approved',
      aCalendar({ datedDays: [aDay({ date: '2027-02-17', kind: 'holiday' })], years: years(2026) }),
      'Ngày 2027-02-17 thuộc năm 2027 chưa được duyệt.',
    ],
    [
      'with a make-up day on which nobody works',
      aCalendar({ datedDays: [aDay({ date: '2026-02-28', kind: 'makeupDay', openings: [] })] }),
      'Ngày làm bù 2026-02-28 không có giờ làm việc.',
    ],
  ])('%s', (_, calendar, problem) => {
    expect(calendarProblems(calendar)).toEqual([problem]);
  });

  test('with one date that is two things', () => {
    const datedDays = [aDay({ date: '2026-02-28', kind: 'makeupDay' }), aDay({ date: '2026-02-28', kind: 'holiday' })];

    expect(calendarProblems(aCalendar({ datedDays }))).toEqual(['Ngày 2026-02-28 được khai nhiều lần.']);
  });
});
