import { expect, test } from 'vitest';
import { madeOn, structureChange } from '../../src/console/administration/units/structure-change.ts';

test('of two structures is told what ended, what began, and what has another name or place', () => {
  const unit = (id: number, name: string, parentId: number | null) => ({
    id,
    code: `U${id}`,
    name,
    shortName: name,
    parentId,
    validFrom: '2018-06-01',
    validTo: null,
  });
  const before = [unit(1, 'Cục', null), unit(2, 'Chi cục A', 1), unit(3, 'Đội B', 2)];
  const after = [unit(1, 'Chi cục khu vực', null), unit(3, 'Đội B', 1), unit(4, 'Đội C', 1)];

  const { begun, ended, changed } = structureChange(before, after);

  expect([begun.map(({ name }) => name), ended.map(({ name }) => name)]).toEqual([['Đội C'], ['Chi cục A']]);
  expect(changed.map(({ after: { name }, isRenamed, isMoved }) => [name, isRenamed, isMoved])).toEqual([
    ['Chi cục khu vực', true, false],
    ['Đội B', false, true],
  ]);
});

test('the first structure was made by no change of another', () => {
  const days = ['2018-06-01', '2025-03-15'];

  expect([
    madeOn(days, '2020-01-01'),
    madeOn(days, '2025-03-15'),
    madeOn(days, '2026-11-22'),
    madeOn([], '2026-01-01'),
  ]).toEqual([null, '2025-03-15', '2025-03-15', null]);
});
