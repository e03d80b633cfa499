import { expect, test } from 'vitest';
import { sayOnDate } from '../../../src/rules/working-time/say-when.ts';

const zone = 'Asia/Ho_Chi_Minh';
const at = (iso: string) => new Date(iso);

test.each([
  ['the same day', '2026-11-23T15:30:00+07:00', '2026-11-23T09:00:00+07:00', '15:30 thứ Hai, 23/11'],
  ['the day before', '2026-11-23T15:30:00+07:00', '2026-11-24T09:00:00+07:00', '15:30 thứ Hai, 23/11'],
  ['another year', '2026-12-31T15:30:00+07:00', '2027-01-04T09:00:00+07:00', '15:30 thứ Năm, 31/12/2026'],
])('an alert about %s names the date, because it may be read later', (_, moment, now, words) => {
  expect(sayOnDate(at(moment), at(now), zone)).toBe(words);
});
