import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DraftRow } from '../../src/console/library/data.ts';
import { joinRow, moveRow, placeIn, renumberFrom, splitRow } from '../../src/console/library/edit-rows.ts';

const row = (level: DraftRow['level'], number: string, text: string, heading = ''): DraftRow => ({
  level,
  number,
  text,
  heading,
  chapter: null,
});
const rows = [
  row('article', '1', '', 'Giờ'),
  row('clause', '1', 'Sáng. Chiều.'),
  row('point', 'd', 'Trực.'),
  row('clause', '3', 'Tối.'),
  row('article', '2', '', 'Nơi'),
  row('clause', '5', 'Cảng.'),
];
const shown = (list: readonly DraftRow[]) => list.map(({ number, heading, text }) => `${number} ${heading || text}`);

test('a part is split at the cursor and joined again', () => {
  const split = splitRow(rows, 1, 5);

  expect(shown(split).slice(1, 3)).toEqual(['1 Sáng.', '2 Chiều.']);
  expect(joinRow(split, 2)[1]?.text).toBe('Sáng.\nChiều.');
});

test('numbers are counted on within their own part', () => {
  expect(shown(renumberFrom(rows, 1))).toEqual(['1 Giờ', '1 Sáng. Chiều.', 'd Trực.', '2 Tối.', '2 Nơi', '5 Cảng.']);
});

test('a clause that becomes an article takes its first line as heading, and back', () => {
  const raised = moveRow(rows, 3, -1);

  expect(raised[3]).toEqual(row('article', '2', '', 'Tối.'));
  expect(moveRow(raised, 3, 1)[3]).toEqual(row('clause', '2', 'Tối.'));
  expect(moveRow(rows, 3, 1)[3]).toEqual(row('point', 'đ', 'Tối.'));
  expect(moveRow(rows, 0, 1)).toBe(rows);
});

test('whatever is split, joined and moved, no word is lost', () => {
  const step = fc.record({
    deed: fc.constantFrom('split', 'join', 'raise', 'lower', 'place'),
    index: fc.nat(8),
    at: fc.nat(12),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let list: readonly DraftRow[] = rows;
      let placed = '';
      for (const { deed, index, at } of steps) {
        if (deed === 'split') list = splitRow(list, index, at);
        if (deed === 'join') list = joinRow(list, index);
        if (deed === 'raise') list = moveRow(list, index, -1);
        if (deed === 'lower') list = moveRow(list, index, 1);
        if (deed === 'place' && index < list.length) {
          list = placeIn(list, index, 'Thêm');
          placed += 'Thêm';
        }
      }
      expect(letters(list) === letters(rows) || placed !== '').toBe(true);
      expect([...letters(list)].length).toBe([...letters(rows)].length + placed.length);
    }),
  );
});

function letters(list: readonly DraftRow[]): string {
  return list
    .map(({ heading, chapter, text }) => `${chapter ?? ''}${heading}${text}`)
    .join('')
    .replace(/\s/gu, '');
}
