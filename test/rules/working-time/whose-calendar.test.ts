import { expect, test } from 'vitest';
import { calendarForUnit } from '../../../src/rules/working-time/whose-calendar.ts';

// A team below a gate below the department.
const parentOf = new Map([
  [1, null],
  [2, 1],
  [3, 2],
  [4, 1],
]);
const department = { id: 10, unitId: null };
const gate = { id: 20, unitId: 2 };
const team = { id: 30, unitId: 3 };

test.each([
  ['its own calendar', 3, [department, gate, team], 30],
  ['the calendar of the unit above it', 3, [department, gate], 20],
  ['the department’s, whatever its neighbours have', 4, [department, gate, team], 10],
  ['the department’s when no unit has its own', 3, [department], 10],
  ['nothing when the department has none', 4, [gate], undefined],
])('a unit goes by %s', (_, unitId, inForce, expected) => {
  expect(calendarForUnit(unitId, parentOf, inForce)?.id).toBe(expected);
});
