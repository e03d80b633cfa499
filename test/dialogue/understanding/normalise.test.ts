import { expect, test } from 'vitest';
import { phraseFinder } from '../../../src/dialogue/understanding/find-phrases.ts';
import { normalise } from '../../../src/dialogue/understanding/normalise.ts';
import { readPhraseBook } from '../../../src/dialogue/understanding/phrase-book.ts';
import { readWord } from '../../../src/dialogue/understanding/word.ts';

function folded(text: string): string {
  return normalise(text)
    .words.map((word) => word.folded)
    .join(' ');
}

test.each([
  ['tk ch dc duyệt', 'to khai chua duoc duyet'],
  ['hs bị trả', 'ho so bi tra'],
  ['mã hs nào', 'ma hs nao'],
  ['form e', 'form e'],
  ['e cảm ơn', 'em cam on'],
  ['gấpppp', 'gap'],
  ['C/O mẫu D', '#co mau d'],
  ['nộp CO gốc', 'nop #co goc'],
  ['VM-2026-000123', '#case'],
])('"%s" is read as "%s"', (text, words) => {
  expect(folded(text)).toBe(words);
});

test('invisible characters and split marks change nothing', () => {
  expect(normalise('hả\u200bi  quan'.normalize('NFD')).clean).toBe('hải quan');
});

test.each([
  ['hòa', 'hoà'],
  ['hủy', 'huỷ'],
  ['sửa', 'sữa'],
  ['quy', 'qui'],
])('%s and %s are two spellings of one word', (a, b) => {
  expect(readWord(a).exact).toBe(readWord(b).exact);
});

test('a word typed with marks is not taken for its neighbour, a bare one may be either', () => {
  const find = phraseFinder(readPhraseBook({ cancel: '1: hủy tờ khai' }));

  expect(find(normalise('huy to khai'))).toHaveLength(1);
  expect(find(normalise('hủy tờ khai'))).toHaveLength(1);
  expect(find(normalise('huy tố khai'))).toHaveLength(0);
});

test('a phrase inside a longer one that was found is not counted', () => {
  const find = phraseFinder(readPhraseBook({ audit: '1: kiểm tra sau thông quan', after: '1: sau thông quan' }));

  const labels = find(normalise('kiểm tra sau thông quan')).map((each) => each.phrase.label);

  expect(labels).toEqual(['audit']);
});

test('a gap in a phrase spans up to three words and no more', () => {
  const find = phraseFinder(readPhraseBook({ money: '1: đòi … tiền' }));

  expect(find(normalise('đòi bên em thêm tiền'))).toHaveLength(1);
  expect(find(normalise('đòi một hai ba bốn tiền'))).toHaveLength(0);
});

test('a phrase line without a weight is refused when it is read', () => {
  expect(() => readPhraseBook({ audit: 'kiểm tra' })).toThrow('no weight');
});
