import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openButtonSeal } from '../../../src/channel/telegram/button-seal.ts';

const token = '123456789:AAtoken-of-the-kept-deliveries';
const seal = openButtonSeal(token);

test('what was sealed for a chat comes back from that chat as it was', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (address, value) => {
      expect(seal.open(address, seal.seal(address, value))).toBe(value);
    }),
  );
});

test('a value with the sign of the seal in it comes back whole', () => {
  expect(seal.open('42', seal.seal('42', 'a~b~c'))).toBe('a~b~c');
});

test.each([
  ['for another chat', openButtonSeal(token).seal('43', 'solved:VM-2026-000123')],
  ['with another token', openButtonSeal('123456789:AAanother').seal('42', 'solved:VM-2026-000123')],
  ['over another value', seal.seal('42', 'menu').replace('menu', 'solved:VM-2026-000123')],
  ['cut short', seal.seal('42', 'solved:VM-2026-000123').slice(0, -1)],
  ['left away', 'solved:VM-2026-000123'],
  ['left empty', 'solved:VM-2026-000123~'],
])('a seal %s opens nothing', (_, sealed) => {
  expect(seal.open('42', sealed)).toBeNull();
});

test('any single character changed breaks the seal', () => {
  const whole = seal.seal('42', 'solved:VM-2026-000123');
  const change = fc.tuple(fc.nat(whole.length - 1), fc.string({ minLength: 1, maxLength: 1 }));

  fc.assert(
    fc.property(change, ([at, character]) => {
      const damaged = whole.slice(0, at) + character + whole.slice(at + 1);
      fc.pre(damaged !== whole);

      expect(seal.open('42', damaged)).toBeNull();
    }),
  );
});
