import { expect, test } from 'vitest';
import { dayLabel, timeOf } from '../../../../src/channel/webchat/page/dates.ts';
import { openPresent } from '../../../../src/channel/webchat/page/present.ts';

const zone = 'Asia/Ho_Chi_Minh';

test.each([
  ['2026-03-06T00:00+07:00', 'Hôm nay'],
  ['2026-03-05T23:59+07:00', 'Hôm qua'],
  ['2026-03-05T00:00+07:00', 'Hôm qua'],
  ['2026-03-04T23:59+07:00', 'Thứ Tư, 4/3/2026'],
])('a message of %s stands under “%s” on the desk’s wall', (at, label) => {
  expect(dayLabel(new Date(at), new Date('2026-03-06T00:30+07:00'), zone, 'vi')).toBe(label);
});

test('a time is read in the desk’s zone', () => {
  expect(timeOf(new Date('2026-03-06T00:05+07:00'), zone)).toBe('00:05');
});

test('the page counts on from what the server said, however the browser’s own clock stands', () => {
  let elapsed = 5_000;
  const present = openPresent(() => elapsed);
  present.set('2026-03-06T02:00:00.000Z');

  elapsed += 90_000;

  expect(present.now()).toEqual(new Date('2026-03-06T02:01:30.000Z'));
});
