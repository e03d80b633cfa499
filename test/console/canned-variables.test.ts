import { expect, test } from 'vitest';
import { unknownVariables, withVariable } from '../../src/console/administration/canned-replies/variables.ts';

test('what stands in braces and is no variable is told before it is sent as it is written', () => {
  expect(unknownVariables('Kính gửi {enterprise}, {ten} {ten} {reference}, {Officer}')).toEqual(['ten', 'Officer']);
  expect(unknownVariables('Kính gửi {enterprise} {}')).toEqual([]);
});

test('a variable takes the place of what is marked', () => {
  expect(withVariable('Kính gửi ABC.', { from: 9, until: 12, name: 'enterprise' })).toEqual({
    body: 'Kính gửi {enterprise}.',
    caret: 21,
  });
});
