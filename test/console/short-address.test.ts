import { expect, test } from 'vitest';
import { shortAddress } from '../../src/console/account/short-address.ts';

test.each([
  ['0000:0000:0000:0000:0000:0000:0000:0001', null],
  ['127.0.0.1', null],
  ['2001:0db8:0000:0000:0000:0000:0000:00ff', '2001:db8::ff'],
  ['203.0.113.7', '203.0.113.7'],
  ['không rõ', 'không rõ'],
])('the address %s of a sign-in is said as %s', (address, said) => {
  expect(shortAddress(address)).toBe(said);
});
