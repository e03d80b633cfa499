import { expect, test } from 'vitest';
import { withoutFigure } from '../../src/console/inbox/figure-search.ts';
import { filterOf, readInboxSearch } from '../../src/console/inbox/inbox-search.ts';
import { keptPart, sameFilter } from '../../src/console/inbox/kept-part.ts';

test('an address without filters shows the officer their own cases', () => {
  expect(filterOf(readInboxSearch({}))).toEqual({ box: 'mine' });
});

test('a declaration number in the address is searched as text', () => {
  expect(readInboxSearch({ box: 'all', q: 104123456780 })).toEqual({ box: 'all', q: '104123456780' });
});

test('the order of the list is kept in the address', () => {
  expect(filterOf(readInboxSearch({ sort: 'waiting', order: 'desc' }))).toEqual({
    box: 'mine',
    sort: 'waiting',
    order: 'desc',
  });
});

test('a view that is sent to a colleague brings along everything that narrows it', () => {
  const address = { unit: 3, label: 7, channel: 'zalo', kind: 'issue', urgent: true, due: 'today', state: 'open' };

  expect(filterOf(readInboxSearch({ box: 'all', ...address }))).toEqual({ box: 'all', ...address });
});

test('what is overdue is not due any more: of an address that says both, the first holds', () => {
  expect(readInboxSearch({ overdue: true, due: 'paused' })).toEqual({ overdue: true });
});

test.each([
  ['unit', ['3', 0, -1, 1.5, null, {}]],
  ['label', ['x', 0, true]],
  ['channel', ['post', 'ZALO', 1, '']],
  ['kind', ['problem', true]],
  ['urgent', ['true', false, 1]],
  ['due', ['tomorrow', true, '', 'overdue']],
])('an address whose %s is nothing of that sort is read as if it did not say', (key, values) => {
  expect(values.map((value) => readInboxSearch({ [key]: value }))).toEqual(values.map(() => ({})));
});

test('what narrows the list is kept under a name, but no figure and not the unit of one', () => {
  const search = readInboxSearch({ box: 'all', unit: 3, kind: 'issue', due: 'paused', label: 7, sort: 'opened' });
  const ofFigure = readInboxSearch({ box: 'all', unit: 3, outcome: 'missed', urgent: true });
  const soon = readInboxSearch({ box: 'all', due: 'soon', unit: 3 });

  expect(keptPart(search)).toEqual(search);
  expect([keptPart(ofFigure), keptPart(soon)]).toEqual([{ box: 'all', urgent: true }, { box: 'all' }]);
  expect(sameFilter(keptPart(search), { ...keptPart(search), label: 8 })).toBe(false);
  expect(readInboxSearch({ ...ofFigure, ...withoutFigure(ofFigure) })).toEqual({ box: 'all', urgent: true });
  expect(readInboxSearch({ ...soon, ...withoutFigure(soon) })).toEqual({ box: 'all' });
});

test('what an address cannot mean is left out', () => {
  expect(readInboxSearch({ box: 'theirs', state: 'lost', q: '', overdue: 'maybe', sort: 'name', order: 'up' })).toEqual(
    {},
  );
});
