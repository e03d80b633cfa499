import { expect, test } from 'vitest';
import { filterOf, readInboxSearch } from '../../src/console/inbox/inbox-search.ts';

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

test('what an address cannot mean is left out', () => {
  expect(readInboxSearch({ box: 'theirs', state: 'lost', q: '', overdue: 'maybe', sort: 'name', order: 'up' })).toEqual(
    {},
  );
});
