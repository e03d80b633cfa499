import { expect, test } from 'vitest';
import { openFileLinks } from '../../src/channel/file-link.ts';
import { testClock } from '../support/test-clock.ts';

const day = 86_400_000;

test('an address of a file names it for seven days and not a moment longer', () => {
  const clock = testClock('2026-11-22T08:00+07:00');
  const links = openFileLinks({ secret: 'bí mật', publicUrl: 'https://hq3.example', clock });
  const token = tokenIn(links.linkTo(42));

  clock.advanceBy(7 * day - 1);
  const before = links.fileOf(token);
  clock.advanceBy(1);

  expect([before, links.fileOf(token)]).toEqual([42, null]);
});

test('an address that was changed or made up names nothing', () => {
  const clock = testClock('2026-11-22T08:00+07:00');
  const links = openFileLinks({ secret: 'bí mật', publicUrl: 'https://hq3.example', clock });
  const others = openFileLinks({ secret: 'khác', publicUrl: 'https://hq3.example', clock });
  const token = tokenIn(links.linkTo(42));

  const forgeries = [
    token.replace('42.', '43.'),
    tokenIn(others.linkTo(42)),
    token.slice(0, -1),
    `${token}A`,
    '',
    '42',
  ];

  expect(forgeries.map((forgery) => links.fileOf(forgery))).toEqual(forgeries.map(() => null));
});

test('without an address that a telephone could open there are no links', () => {
  const clock = testClock('2026-11-22T08:00+07:00');

  expect(openFileLinks({ secret: 'a', publicUrl: 'http://localhost:3000', clock }).linkTo(42)).toBeNull();
});

function tokenIn(link: string | null): string {
  return link?.replace('https://hq3.example/tep/', '') ?? '';
}
