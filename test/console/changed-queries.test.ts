import { expect, test } from 'vitest';
import { changedBy, hasteOf } from '../../src/console/data/changed-queries.ts';

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
  expect(changedBy({ topic: 'alert', reference: 'VM-2026-000123' })).toEqual([['alerts'], ['session'], ['reminders']]);
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
    ['reminders'],
  ]);
});

test('somebody who opens a case changes who is shown on it and in lists, not the case', () => {
  expect(changedBy({ topic: 'presence', reference: 'VM-2026-000123' })).toEqual([
    ['beside', 'VM-2026-000123'],
    ['marks'],
  ]);
});

test.each([
  ['the opened case at once', ['case', 'VM-2026-000123'], undefined, 'now'],
  ['who is beside it at once', ['beside', 'VM-2026-000123'], undefined, 'now'],
  ['a list that shows it soon', ['cases', { box: 'mine' }], listOf('VM-2026-000123'), 'soon'],
  ['a list to which it may come when there is time', ['cases', { box: 'mine' }], listOf('VM-2026-000009'), 'calmly'],
  ['a list that has not come yet when there is time', ['cases', { box: 'mine' }], undefined, 'calmly'],
  ['the counts when there is time', ['counts'], { mine: 3 }, 'calmly'],
  ['marks of lists that show it soon', ['marks', ['VM-2026-000123']], [], 'soon'],
  ['marks of other cases not at all', ['marks', ['VM-2026-000009']], [], null],
  ['alerts soon', ['alerts'], [], 'soon'],
])('of what a changed case touches is read again: %s', (_, queryKey, data, haste) => {
  expect(hasteOf(queryKey, data, 'VM-2026-000123')).toBe(haste);
});

test('after a gap that the server cannot fill marks and lists are read again soon, whatever they show', () => {
  expect(hasteOf(['marks', ['VM-2026-000009']], [], null)).toBe('soon');
  expect(hasteOf(['cases', { box: 'mine' }], listOf('VM-2026-000009'), null)).toBe('soon');
});

function listOf(...references: string[]) {
  return { pages: [{ items: references.map((reference) => ({ reference })), nextCursor: null }], pageParams: [null] };
}
