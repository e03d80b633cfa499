import { expect, test } from 'vitest';
import { newDate } from '../../../src/rules/case/new-date.ts';
import type { CaseRefusal } from '../../../src/rules/case/refusals.ts';
import { haiPhong, at as onTheWall, wall } from '../working-time/samples.ts';

const at = (time: string) => onTheWall(`2026-11-${time}`);

// 20/11/2026 is a Friday; the office works 07:30–11:30 and 13:00–17:00.
test.each<[string, string, string | CaseRefusal]>([
  ['is taken as it was said within working time', '23T10:00', '2026-11-23T10:00'],
  ['at lunch means before lunch', '23T12:15', '2026-11-23T11:30'],
  ['at night means closing time', '20T22:00', '2026-11-20T17:00'],
  ['on Sunday means Friday evening', '22T10:00', '2026-11-20T17:00'],
  ['lies ahead', '20T08:59', 'newDateNotLater'],
  ['is later than the promise it replaces', '20T11:00', 'newDateNotLater'],
  ['adds no more than the level promises', '23T14:01', 'newDateTooFar'],
  ['may add just as much', '23T14:00', '2026-11-23T14:00'],
])('a new date %s', (_, wish, expected) => {
  const date = newDate(
    { dueAt: at(wish), now: at('20T09:00'), presentDueAt: at('20T11:00'), longestMinutes: 9.5 * 60 },
    haiPhong,
  );

  expect(date.ok ? wall(date.dueAt) : date.refusal).toBe(expected);
});

test('while the clock stands any date ahead will do', () => {
  const wish = { dueAt: at('20T09:30'), now: at('20T09:00'), presentDueAt: null, longestMinutes: 600 };

  expect(newDate(wish, haiPhong)).toEqual({ ok: true, dueAt: at('20T09:30') });
});

test('a date in a year that has no calendar yet is too far and not a fault', () => {
  const dueAt = new Date('2031-01-05T02:00:00Z');

  expect(newDate({ dueAt, now: at('20T09:00'), presentDueAt: null, longestMinutes: 600 }, haiPhong)).toEqual({
    ok: false,
    refusal: 'newDateTooFar',
  });
});
