import { expect, test } from 'vitest';
import { possibleParents, unitRows } from '../../src/console/administration/units/unit-rows.ts';

const span = { validFrom: '2025-03-15', validTo: null };
const units = [unit(3, 'R3-DV', 1), unit(1, 'R3', null), unit(4, 'R3-DV-A', 3), unit(2, 'R3-CC', 1), unit(5, 'X', 99)];

test('the tree stands in the order of its codes, each unit below its own', () => {
  const rows = unitRows(units).map(({ unit: { code }, depth }) => `${'-'.repeat(depth)}${code}`);

  expect(rows).toEqual(['R3', '-R3-CC', '-R3-DV', '--R3-DV-A', 'X']);
});

test('a unit is never offered a place below itself', () => {
  const offered = possibleParents(units, 3).map(({ code }) => code);

  expect(offered).toEqual(['R3', 'R3-CC', 'X']);
});

function unit(id: number, code: string, parentId: number | null) {
  return { id, code, parentId, name: code, shortName: code, ...span };
}
