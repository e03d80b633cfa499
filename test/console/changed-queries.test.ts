import { expect, test } from 'vitest';
import { changedBy } from '../../src/console/data/changed-queries.ts';

test('a changed case is read anew with the lists and counts it appears in, and no other case is', () => {
  expect(changedBy({ topic: 'case', reference: 'VM-2026-000123' })).toEqual([
    ['case', 'VM-2026-000123'],
    ['beside', 'VM-2026-000123'],
    ['cases'],
    ['counts'],
    ['savedFilters'],
    ['marks'],
    ['wall'],
    ['today'],
  ]);
});

test('a new alert changes the alerts and the badge, not the cases', () => {
  expect(changedBy({ topic: 'alert', reference: 'VM-2026-000123' })).toEqual([['alerts'], ['session']]);
});

test('after a gap that the server cannot fill everything is read anew', () => {
  expect(changedBy({ topic: 'case', reference: null })).toEqual([
    ['case'],
    ['beside'],
    ['cases'],
    ['counts'],
    ['savedFilters'],
    ['marks'],
    ['wall'],
    ['today'],
    ['alerts'],
    ['session'],
  ]);
});

test('somebody who opens a case changes who is shown on it and in lists, not the case', () => {
  expect(changedBy({ topic: 'presence', reference: 'VM-2026-000123' })).toEqual([
    ['beside', 'VM-2026-000123'],
    ['marks'],
  ]);
});
