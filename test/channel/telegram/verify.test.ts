import { expect, test } from 'vitest';
import { isAuthentic } from '../../../src/channel/telegram/verify.ts';

test.each([
  ['the secret itself', 's3cret-token', 's3cret-token', true],
  ['another secret of the same length', 's3cret-tokeN', 's3cret-token', false],
  ['the beginning of the secret', 's3cret', 's3cret-token', false],
  ['nothing', undefined, 's3cret-token', false],
  ['an empty header', '', 's3cret-token', false],
  ['an empty header where no secret is set', '', '', false],
])('a delivery that carries %s is judged', (_, header, secret, authentic) => {
  expect(isAuthentic(header, secret)).toBe(authentic);
});
