import { expect, test } from 'vitest';
import { clashesOf, type DatedRule } from '../../../src/rules/routing/rule-clash.ts';

const rule: DatedRule = {
  precedence: 10,
  category: null,
  officeCode: null,
  kind: null,
  urgent: null,
  unitId: 1,
  validFrom: '2026-01-01',
  validTo: null,
};

test.each<[string, Partial<DatedRule>, Partial<DatedRule>, boolean]>([
  ['share a precedence and match everything', {}, {}, true],
  ['have different precedences', {}, { precedence: 20 }, false],
  ['are about two categories', { category: 'origin_co' }, { category: 'penalty' }, false],
  ['are about one category and all', { category: 'origin_co' }, {}, true],
  ['are about two offices', { officeCode: '03TG' }, { officeCode: '03CC' }, false],
  ['are about one office and one category', { officeCode: '03TG' }, { category: 'penalty' }, true],
  ['are about two kinds', { kind: 'issue' }, { kind: 'question' }, false],
  ['are about urgent matters and all', { urgent: true }, {}, true],
  ['are about urgent matters and the others', { urgent: true }, { urgent: false }, false],
  ['follow one another without a gap', { validTo: '2026-07-01' }, { validFrom: '2026-07-01' }, false],
  ['overlap by a day', { validTo: '2026-07-02' }, { validFrom: '2026-07-01' }, true],
])('two rules that %s', (_, one, other, clash) => {
  const [first, second] = [
    { ...rule, ...one },
    { ...rule, ...other },
  ];

  expect([clashesOf(first, [second]).length, clashesOf(second, [first]).length]).toEqual(clash ? [1, 1] : [0, 0]);
});
