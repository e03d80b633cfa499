import { expect, test } from 'vitest';
import { changedBy } from '../../src/console/data/changed-queries.ts';

test('a changed case is read anew with the lists and counts it appears in, and no other case is', () => {
  expect(changedBy({ topic: 'case', reference: 'VM-2026-000123' })).toEqual([
    ['case', 'VM-2026-000123'],
    ['cases'],
    ['counts'],
  ]);
});

test('a new alert changes the alerts and the badge, not the cases', () => {
  expect(changedBy({ topic: 'alert', reference: 'VM-2026-000123' })).toEqual([['alerts'], ['session']]);
});

test('after a gap that the server cannot fill everything is read anew', () => {
  expect(changedBy({ topic: 'case', reference: null })).toEqual([
    ['case'],
    ['cases'],
    ['counts'],
    ['alerts'],
    ['session'],
  ]);
});
