import { expect, test } from 'vitest';
import { figuresOf } from '../../../src/rules/rating/figures.ts';
import {
  daysOfMonth,
  periodBefore,
  quarterEndingWith,
  settledMonths,
} from '../../../src/rules/rating/figures-period.ts';
import { childrenDuring, spansBelow, treeOn } from '../../../src/rules/rating/figures-units.ts';

test('the figures of a group say how many were content and how many of the declarations were rated', () => {
  expect(figuresOf([1, 1, 2, 6, 10], 200)).toEqual({
    ratings: 20,
    distribution: [1, 1, 2, 6, 10],
    satisfied: 16,
    satisfiedShare: 0.8,
    mean: 4.15,
    low: 2,
    declarations: 200,
    responseRate: 0.1,
  });
});

test('nothing rated has no share and no mean, and nothing concluded no rate', () => {
  const nothing = figuresOf([0, 0, 0, 0, 0], 0);

  expect([nothing.satisfiedShare, nothing.mean, nothing.responseRate]).toEqual([null, null, null]);
});

test.each([
  ['a month with the month before', '2026-03-01', '2026-04-01', '2026-02-01', '2026-03-01'],
  ['a quarter with the quarter before', '2026-01-01', '2026-04-01', '2025-10-01', '2026-01-01'],
  ['the beginning of a year with as much of the year before', '2026-01-01', '2026-11-23', '2025-01-01', '2025-11-23'],
  ['the beginning of a quarter with as much of the one before', '2026-10-01', '2026-11-23', '2026-07-01', '2026-08-23'],
  ['the beginning of a month with as much of the one before', '2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28'],
  ['ten days with the ten before', '2026-03-05', '2026-03-15', '2026-02-23', '2026-03-05'],
])('%s is compared', (_, from, until, earlierFrom, earlierUntil) => {
  expect(periodBefore({ from, until })).toEqual({ from: earlierFrom, until: earlierUntil });
});

test('a month settles a day after its end, when its last answers can be changed no more', () => {
  expect(settledMonths('2026-01', '2026-04-01')).toEqual(['2026-01', '2026-02']);
  expect(settledMonths('2026-01', '2026-04-02')).toEqual(['2026-01', '2026-02', '2026-03']);
  expect(settledMonths('2026-04', '2026-04-02')).toEqual([]);
  expect(daysOfMonth('2025-12')).toEqual({ from: '2025-12-01', until: '2026-01-01' });
  expect(quarterEndingWith('2025-12')).toEqual({ from: '2025-10-01', until: '2026-01-01' });
  expect(quarterEndingWith('2025-11')).toBeNull();
});

const moving = [
  { id: 1, versions: [{ parentId: null, validFrom: '2020-01-01', validTo: null }] },
  { id: 2, versions: [{ parentId: 1, validFrom: '2020-01-01', validTo: null }] },
  { id: 3, versions: [{ parentId: 1, validFrom: '2020-01-01', validTo: null }] },
  {
    id: 4,
    versions: [
      { parentId: 2, validFrom: '2020-01-01', validTo: '2026-03-10' },
      { parentId: 3, validFrom: '2026-03-10', validTo: null },
    ],
  },
];

test('work counts for the unit above on each day on which the unit stood there', () => {
  expect(spansBelow(moving, 2)).toEqual([
    { unitId: 2, from: null, until: null },
    { unitId: 4, from: null, until: '2026-03-10' },
  ]);
  expect(spansBelow(moving, 3)).toContainEqual({ unitId: 4, from: '2026-03-10', until: null });
  expect(spansBelow(moving, 4, 3)).toEqual([{ unitId: 4, from: '2026-03-10', until: null }]);
  expect(childrenDuring(moving, 2, daysOfMonth('2026-03'))).toEqual([4]);
  expect(childrenDuring(moving, 2, daysOfMonth('2026-04'))).toEqual([]);
});

test('the tree is the one of the day', () => {
  expect(treeOn(moving, '2026-03-09')?.children[0]).toEqual({ id: 2, children: [{ id: 4, children: [] }] });
  expect(treeOn(moving, '2026-03-10')?.children[1]).toEqual({ id: 3, children: [{ id: 4, children: [] }] });
});
