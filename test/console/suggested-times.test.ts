import { expect, test } from 'vitest';
import { instantOf, suggestedTimes, wallText } from '../../src/console/reminders/suggested-times.ts';

function timesOf(now: string): string[] {
  return suggestedTimes(Date.parse(now)).map(({ name, atMs }) => `${name} ${wallText(atMs)}`);
}

test('in the morning an officer may choose this afternoon, on a Friday the next working morning is Monday', () => {
  expect(timesOf('2026-11-20T09:12:30+07:00')).toEqual([
    'inAnHour 2026-11-20T10:13',
    'thisAfternoon 2026-11-20T14:00',
    'nextMorning 2026-11-23T08:00',
  ]);
});

test('late on a Wednesday there is tomorrow, and Monday', () => {
  expect(timesOf('2026-11-18T23:30:00+07:00')).toEqual([
    'inAnHour 2026-11-19T00:30',
    'nextMorning 2026-11-19T08:00',
    'nextMonday 2026-11-23T08:00',
  ]);
});

test('what the field says is the time on the wall in Hải Phòng', () => {
  expect(instantOf('2026-11-23T08:00')).toBe('2026-11-23T01:00:00.000Z');
  expect(instantOf('')).toBeNull();
});
