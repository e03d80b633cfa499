import { describe, expect, test } from 'vitest';
import { compile } from '../../../src/rules/working-time/compile.ts';
import { haiPhong20252027 } from '../../../src/rules/working-time/data/hai-phong-2025-2027.ts';
import { CalendarYearNotApproved } from '../../../src/rules/working-time/not-approved.ts';
import { overrideFor, roundTheClock } from '../../../src/rules/working-time/override-for.ts';
import type { WorkingTime } from '../../../src/rules/working-time/working-time.ts';
import { aCalendar, aDay, at, everyDay, haiPhong, hour, minute, wall, years } from './samples.ts';

function firstOpenings(workingTime: WorkingTime, from: string, count: number): string[] {
  return workingTime
    .openings(at(from))
    .take(count)
    .map((opening) => `${wall(opening.from)} → ${wall(opening.until)}`)
    .toArray();
}

describe('the office in Hải Phòng', () => {
  test.each([
    ['carries ten minutes of Friday over the weekend', '2026-11-20T16:50', 2 * hour, '2026-11-23T09:20'],
    ['stops over lunch', '2026-11-20T11:00', hour, '2026-11-20T13:30'],
    ['is due at the start of lunch when the wait ends there', '2026-11-20T10:30', hour, '2026-11-20T11:30'],
    ['is due at closing time when the wait ends exactly there', '2026-11-20T16:00', hour, '2026-11-20T17:00'],
    ['counts a message sent at closing time from the next morning', '2026-11-19T17:00', hour, '2026-11-20T08:30'],
    ['counts a message sent at night from the next morning', '2026-11-19T22:00', 30 * minute, '2026-11-20T08:00'],
    ['counts a message sent during lunch from one o’clock', '2026-11-20T12:15', 30 * minute, '2026-11-20T13:30'],
    ['keeps seconds', '2026-11-20T16:59:30', minute, '2026-11-23T07:30:30'],
    ['stands still from the eve of Tết to the day after it', '2026-02-13T15:00', 4 * hour, '2026-02-23T09:30'],
    ['works on the Saturday that makes up for 2 January', '2026-01-09T16:00', 8 * hour, '2026-01-10T16:00'],
    ['rests on the bridge day that Saturday made up for', '2026-08-28T16:00', 2 * hour, '2026-09-03T08:30'],
    ['rests on Vietnamese Culture Day', '2026-11-23T16:30', hour, '2026-11-25T08:00'],
    ['runs from one year into the next', '2025-12-31T16:00', 2 * hour, '2026-01-05T08:30'],
    ['gives the Monday back for a holiday on a Saturday', '2027-04-29T16:00', 2 * hour, '2027-05-04T08:30'],
  ])('the working clock %s', (_, start, wait, due) => {
    expect(wall(haiPhong.dueAfter(at(start), wait))).toBe(due);
    expect(haiPhong.between(at(start), at(due))).toBe(wait);
  });

  test('a promise of two working days is sixteen hours of open time, not two days and nights', () => {
    const due = haiPhong.dueAfterWorkingDays(at('2026-11-19T10:00'), 2);

    expect(wall(due)).toBe('2026-11-23T10:00');
  });

  test('an empty wait is due at once while open, and at the next opening otherwise', () => {
    expect(wall(haiPhong.dueAfter(at('2026-11-20T13:00'), 0))).toBe('2026-11-20T13:00');
    expect(wall(haiPhong.dueAfter(at('2026-11-20T17:00'), 0))).toBe('2026-11-23T07:30');
  });

  test('a wait below zero, or of no known length, is refused', () => {
    expect(() => haiPhong.dueAfter(at('2026-11-20T13:00'), -1)).toThrow(RangeError);
    expect(() => haiPhong.dueAfter(at('2026-11-20T13:00'), Number.NaN)).toThrow(RangeError);
  });

  test('working time counted backwards is the same with a minus', () => {
    expect(haiPhong.between(at('2026-11-23T09:20'), at('2026-11-20T16:50'))).toBe(-2 * hour);
  });

  test.each([
    ['open at opening time', '2026-11-20T07:30', true],
    ['closed at closing time', '2026-11-20T17:00', false],
    ['closed for lunch', '2026-11-20T11:30', false],
    ['closed at the weekend', '2026-11-21T09:00', false],
    ['open on a make-up Saturday', '2026-08-22T09:00', true],
    ['closed at the very end of the data', '2027-12-31T23:59', false],
  ])('the office is %s', (_, instant, open) => {
    expect(haiPhong.isOpen(at(instant))).toBe(open);
  });

  test('the next opening is now while open, and the next morning after hours', () => {
    expect(wall(haiPhong.nextOpening(at('2026-11-20T09:12')))).toBe('2026-11-20T09:12');
    expect(wall(haiPhong.nextOpening(at('2026-11-20T18:00')))).toBe('2026-11-23T07:30');
  });

  test('openings come in order, and one in progress begins now', () => {
    expect(firstOpenings(haiPhong, '2026-11-20T10:00', 3)).toEqual([
      '2026-11-20T10:00 → 2026-11-20T11:30',
      '2026-11-20T13:00 → 2026-11-20T17:00',
      '2026-11-23T07:30 → 2026-11-23T11:30',
    ]);
  });
});

describe('hours that are not an office’s', () => {
  test('a shift over midnight is one opening', () => {
    const night = compile(aCalendar({ weekly: everyDay({ from: '22:00', until: '06:00' }) }));

    expect(firstOpenings(night, '2026-03-10T12:00', 1)).toEqual(['2026-03-10T22:00 → 2026-03-11T06:00']);
    expect(wall(night.dueAfter(at('2026-03-10T23:00'), 3 * hour))).toBe('2026-03-11T02:00');
  });

  test('a holiday is shut from midnight to midnight, and the shift it would have begun does not run', () => {
    const weekly = everyDay({ from: '22:00', until: '06:00' });
    const datedDays = [aDay({ date: '2026-03-11', kind: 'holiday' })];
    const night = compile(aCalendar({ weekly, datedDays }));

    expect(firstOpenings(night, '2026-03-10T12:00', 2)).toEqual([
      '2026-03-10T22:00 → 2026-03-11T00:00',
      '2026-03-12T22:00 → 2026-03-13T06:00',
    ]);
  });

  test('openings that touch or overlap are one', () => {
    const weekly = everyDay(
      { from: '12:00', until: '17:00' },
      { from: '08:00', until: '12:00' },
      { from: '09:00', until: '10:00' },
    );

    expect(firstOpenings(compile(aCalendar({ weekly })), '2026-03-10T00:00', 1)).toEqual([
      '2026-03-10T08:00 → 2026-03-10T17:00',
    ]);
  });

  test('a gate open round the clock never stops, not even at Tết', () => {
    const gate = compile(overrideFor(haiPhong20252027, roundTheClock('gate')));

    expect(wall(gate.dueAfter(at('2026-02-16T23:00'), 2 * hour))).toBe('2026-02-17T01:00');
    expect(firstOpenings(gate, '2026-02-16T23:00', 1)).toEqual(['2026-02-16T23:00 → 2028-01-01T00:00']);
  });

  test('a wait that fills the last approved year to the brim is due when that year ends', () => {
    const gate = compile(aCalendar({ weekly: everyDay({ from: '00:00', until: '24:00' }) }));

    const due = gate.dueAfter(at('2026-12-31T22:00'), 2 * hour);

    expect(wall(due)).toBe('2027-01-01T00:00');
    expect(gate.between(at('2026-12-31T22:00'), due)).toBe(2 * hour);
  });

  test('a closure stops the clock, and only the hours it lists remain', () => {
    const storm = aDay({ date: '2026-03-11', kind: 'closure', openings: [{ from: '08:00', until: '10:00' }] });
    const office = compile(aCalendar({ datedDays: [storm] }));

    expect(wall(office.dueAfter(at('2026-03-11T09:30'), hour))).toBe('2026-03-12T08:30');
  });

  test('a make-up day keeps its own hours, else those of the weekday it names, else Monday’s', () => {
    const weekly = {
      ...everyDay(),
      monday: [{ from: '08:00', until: '12:00' }],
      friday: [{ from: '09:00', until: '11:00' }],
    };
    const datedDays = [
      aDay({ date: '2026-03-14', kind: 'makeupDay', openings: [{ from: '10:00', until: '11:00' }] }),
      aDay({ date: '2026-03-21', kind: 'makeupDay', likeWeekday: 'friday' }),
      aDay({ date: '2026-03-28', kind: 'makeupDay' }),
    ];
    const office = compile(aCalendar({ weekly, datedDays }));

    expect(firstOpenings(office, '2026-03-14T00:00', 1)).toEqual(['2026-03-14T10:00 → 2026-03-14T11:00']);
    expect(firstOpenings(office, '2026-03-21T00:00', 1)).toEqual(['2026-03-21T09:00 → 2026-03-21T11:00']);
    expect(firstOpenings(office, '2026-03-28T00:00', 1)).toEqual(['2026-03-28T08:00 → 2026-03-28T12:00']);
  });

  test('an hour that the clocks skip is not worked, and one that they repeat is worked twice', () => {
    const weekly = everyDay({ from: '01:00', until: '04:00' });
    const berlin = compile(aCalendar({ zone: 'Europe/Berlin', weekly }));

    expect(berlin.between(new Date('2026-03-29T00:00+01:00'), new Date('2026-03-29T12:00+02:00'))).toBe(2 * hour);
    expect(berlin.between(new Date('2026-10-25T00:00+02:00'), new Date('2026-10-25T12:00+01:00'))).toBe(4 * hour);
  });

  test('hours that no clock shows are refused when the calendar is made ready', () => {
    expect(() => compile(aCalendar({ weekly: everyDay({ from: '7h30', until: '25:00' }) }))).toThrow('"7h30"');
  });
});

describe('a year whose dates nobody has approved', () => {
  test.each([
    ['a wait that would run into it', () => haiPhong.dueAfter(at('2027-12-31T16:00'), 2 * hour), 2028],
    ['a start within it', () => haiPhong.dueAfter(at('2028-03-01T09:00'), hour), 2028],
    ['a start before the data', () => haiPhong.dueAfter(at('2024-12-31T23:59'), hour), 2024],
    ['a count that ends in it', () => haiPhong.between(at('2027-12-31T16:00'), at('2028-01-04T09:00')), 2028],
    ['a look at whether it is open then', () => haiPhong.isOpen(at('2028-01-04T09:00')), 2028],
    ['the openings beyond the last', () => [...haiPhong.openings(at('2027-12-31T16:00'))], 2028],
  ])('is not guessed at for %s', (_, count, year) => {
    expect(count).toThrow(CalendarYearNotApproved);
    expect(count).toThrow(expect.objectContaining({ code: 'calendarYearNotApproved', year }));
  });

  test('is not jumped over when the years around it are approved', () => {
    const office = compile(aCalendar({ years: years(2025, 2027) }));

    expect(() => office.dueAfter(at('2025-12-31T16:00'), 2 * hour)).toThrow(expect.objectContaining({ year: 2026 }));
    expect(wall(office.dueAfter(at('2027-01-01T16:00'), 2 * hour))).toBe('2027-01-02T09:00');
    expect(() => office.between(at('2025-12-31T16:00'), at('2027-01-01T16:00'))).toThrow('2026');
  });
});
