import { expect, test } from 'vitest';
import { isEvent } from '../../../src/rules/declarations/event.ts';

const stateAt = new Date('2026-03-05T03:40:00.000Z');

test.each([
  ['a minute later', '2026-03-05T03:41:00.000Z', true],
  ['a clock ahead of ours', '2026-03-05T03:39:00.000Z', true],
  ['a moment before thirty days have passed', '2026-04-04T03:39:59.999Z', true],
  ['when thirty days have passed', '2026-04-04T03:40:00.000Z', false],
  ['a year later', '2027-03-05T03:40:00.000Z', false],
])('a declaration first heard of %s is an event only while it is young', (_, at, expected) => {
  expect(isEvent(stateAt, new Date(at))).toBe(expected);
});
