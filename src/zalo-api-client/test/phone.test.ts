import { expect, test } from 'vitest';
import { normalizePhone } from '../src/phone.ts';

test.each([
  ['0912345678', '84912345678'],
  ['84912345678', '84912345678'],
  ['+84 912 345 678', '84912345678'],
  ['0084912345678', '84912345678'],
  ['912345678', '84912345678'],
  ['842345678', '84842345678'],
  ['(0225) 3 859 860', '842253859860'],
])('%s is the number %s', (given, expected) => {
  expect(normalizePhone(given)).toBe(expected);
});

test.each(['', '113', 'abc', '09123', '+1 202 555 0100 99', '8491234567890'])('%s is no Vietnamese number', (given) => {
  expect(normalizePhone(given)).toBeUndefined();
});
