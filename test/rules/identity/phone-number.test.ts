import { expect, test } from 'vitest';
import { phoneDigits } from '../../../src/rules/identity/phone-number.ts';

test.each([
  ['0912 345 678', '84912345678'],
  ['+84912345678', '84912345678'],
  ['84912345678', '84912345678'],
  ['0084 912.345.678', '84912345678'],
  ['(0225) 3859 824', '842253859824'],
  ['+65 6123 4567', '6561234567'],
])('%s is the number %s', (written, digits) => {
  expect(phoneDigits(written)).toBe(digits);
});

test.each(['', '19', '0', 'không có', '1234567890123456', '+84'])('“%s” is no telephone number', (written) => {
  expect(phoneDigits(written)).toBeNull();
});
