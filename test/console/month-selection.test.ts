import { expect, test } from 'vitest';
import { ends, moved } from '../../src/console/administration/roster/month-selection.ts';

const bounds = { rows: 3, days: 30 };

test('arrow keys go from day to day and from officer to officer, and stay at the edges', () => {
  const at = { row: 0, anchor: 0, head: 0 };

  expect(moved(at, 'ArrowRight', false, bounds)).toEqual({ row: 0, anchor: 1, head: 1 });
  expect(moved(at, 'ArrowDown', false, bounds)).toEqual({ row: 1, anchor: 0, head: 0 });
  expect(moved(at, 'ArrowLeft', false, bounds)).toEqual(at);
  expect(moved(at, 'ArrowUp', false, bounds)).toEqual(at);
  expect(moved(at, 'End', false, bounds)).toEqual({ row: 0, anchor: 29, head: 29 });
  expect(moved(at, 'a', false, bounds)).toBeNull();
});

test('with Shift the days of one officer grow in either direction', () => {
  const at = { row: 2, anchor: 10, head: 10 };
  const left = moved(at, 'ArrowLeft', true, bounds);

  expect(left).toEqual({ row: 2, anchor: 10, head: 9 });
  expect(left === null ? null : ends(left)).toEqual([9, 10]);
  expect(moved(at, 'ArrowDown', true, bounds)).toEqual(at);
  expect(moved(at, 'Home', true, bounds)).toEqual({ row: 2, anchor: 10, head: 0 });
});
