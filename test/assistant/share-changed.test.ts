import { expect, test } from 'vitest';
import { perMilleChanged } from '../../src/desk/assistant/share-changed.ts';

test('a draft sent as it was is changed by nothing, one written anew by everything', () => {
  expect(perMilleChanged('Đề nghị bổ sung C/O.', 'Đề nghị  bổ sung C/O.')).toBe(0);
  expect(perMilleChanged('một hai', 'ba bốn')).toBe(1000);
  expect(perMilleChanged('', '')).toBe(0);
});

test('what is put in, left out or replaced counts by words', () => {
  expect(perMilleChanged('một hai ba bốn', 'một hai ba')).toBe(250);
  expect(perMilleChanged('một hai ba bốn', 'một hai năm bốn')).toBe(250);
  expect(perMilleChanged('một hai', 'một hai ba bốn')).toBe(500);
});
