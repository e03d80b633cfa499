import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recognise } from '../../../src/knowledge/import/recognise.ts';
import type { SourceLine } from '../../../src/knowledge/import/recognised.ts';
import { articlesOf, plainText, rowsOf } from '../../../src/knowledge/rows.ts';

function asLines(texts: readonly string[]): SourceLine[] {
  return texts.map((text, index) => ({ line: index + 1, text: text.normalize('NFC'), kind: 'text', depth: 0 }));
}

function outline(texts: readonly string[]): string[] {
  return rowsOf(recognise(asLines(texts)).articles).map(({ level, number, heading, text }) =>
    [{ article: 'Điều', clause: 'k', point: 'đ' }[level], number, heading || text].join(' '),
  );
}

test.each([
  ['with a full stop', 'Điều 3. Kênh tiếp nhận'],
  ['in capitals with a colon', 'ĐIỀU 3: Kênh tiếp nhận'],
  ['without marks', 'Dieu 3 Kênh tiếp nhận'],
  ['taken apart', 'Điều 3. Kênh tiếp nhận'.normalize('NFD')],
  ['with a dash and a zero', 'Điều 03 - Kênh tiếp nhận'],
])('an article numbered %s is an article', (_, heading) => {
  expect(outline(['Điều 2. Phạm vi', '1. Một.', heading, '1) Hai.'])).toEqual([
    'Điều 2 Phạm vi',
    'k 1 Một.',
    'Điều 3 Kênh tiếp nhận',
    'k 1 Hai.',
  ]);
});

test('the heading may stand on the line below the number', () => {
  expect(outline(['ĐIỀU 1', 'Mục tiêu', '1. Xử lý nhanh.'])).toEqual(['Điều 1 Mục tiêu', 'k 1 Xử lý nhanh.']);
});

test.each([
  'Điều 23 khoản 2 của Luật Hải quan quy định thời hạn.',
  'Điều 3 Luật Hải quan quy định thời hạn.',
  '1.5 lần mức bình thường.',
  '15/3/2025 là ngày sắp xếp lại.',
  'A. Nguyễn ký.',
  '- Số tờ khai;',
])('“%s” begins no part', (text) => {
  expect(outline(['Điều 1. A', '1. Một.', 'Điều 2. B', '1. Hai.', text])).toHaveLength(4);
});

test('clauses and points are told apart by their own order', () => {
  const seen = outline([
    'Điều 1. Hồ sơ',
    '1. Gồm có:',
    'a) Hóa đơn;',
    'b. Vận đơn;',
    'đ) Chứng từ khác.',
    '3) Nộp trong 02 giờ làm việc.',
    '3. Quá hạn thì báo lại.',
  ]);

  expect(seen).toEqual([
    'Điều 1 Hồ sơ',
    'k 1 Gồm có:',
    'đ a Hóa đơn;',
    'đ b Vận đơn;',
    'đ đ Chứng từ khác.',
    'k 3 Nộp trong 02 giờ làm việc.',
    'k 3 Quá hạn thì báo lại.',
  ]);
});

test('a list numbered 1) inside a clause numbered 1. stays in it', () => {
  const { articles } = recognise(asLines(['Điều 1. A', '1. Gồm:', '1) Một', '2) Hai', '2. Sau đó.']));

  expect(articles[0]?.clauses.map(({ text }) => text)).toEqual(['Gồm:\n1) Một\n2) Hai', 'Sau đó.']);
});

test('points may stand in an article that has no clauses', () => {
  const { articles } = recognise(asLines(['Điều 1. A', 'Gồm có:', 'a) Một;', 'b) Hai.']));

  expect(articles[0]).toMatchObject({
    text: 'Gồm có:',
    clauses: [{ number: '', text: '', points: [{ number: 'a' }, { number: 'b' }] }],
  });
});

test('chapters go with the article that begins them, signatures and what stands above are shown as left over', () => {
  const { preamble, articles, leftovers } = recognise(
    asLines([
      'PHỤ LỤC 11',
      'Ban hành kèm theo thỏa thuận.',
      'Chương I',
      'QUY ĐỊNH CHUNG',
      'Điều 1. Phạm vi',
      'Áp dụng cho doanh nghiệp.',
      'Nơi nhận:',
      '- Như trên;',
    ]),
  );

  expect([preamble, articles[0]?.chapter]).toEqual(['PHỤ LỤC 11', 'Chương I\nQUY ĐỊNH CHUNG']);
  expect(leftovers.map(({ text, because }) => [text, because])).toEqual([
    ['Ban hành kèm theo thỏa thuận.', 'beforeFirstArticle'],
    ['Nơi nhận:', 'afterEnd'],
    ['- Như trên;', 'afterEnd'],
  ]);
});

const marker = fc.constantFrom(
  '',
  'Điều 1. ',
  'Điều 2: ',
  'ĐIỀU 3 ',
  'Dieu 4',
  'Điều 9. ',
  '1. ',
  '2) ',
  '3.',
  '3. ',
  'Khoản 4: ',
  '1) ',
  'a) ',
  'b. ',
  'đ) ',
  'd) ',
  '- ',
  'Chương II ',
  'Mục 1. ',
  'Nơi nhận: ',
  'TM. ',
  'Điểm a: ',
  '1.1. ',
  'PHỤ LỤC ',
);
const anyLine = fc.record({
  text: fc
    .tuple(marker, fc.string({ unit: fc.constantFrom(...'aBcĐêộ 1.;:()–'.normalize('NFC')), maxLength: 12 }))
    .map((two) => two.join('').trim()),
  kind: fc.constantFrom(
    'text' as const,
    'text' as const,
    'heading' as const,
    'row' as const,
    'footnote' as const,
    'margin' as const,
  ),
});

test('every letter and digit of a source is in the structure or among the leftovers', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 25 }), (said) => {
      const lines = said
        .map(({ text, kind }, index) => ({ line: index + 1, text: text.normalize('NFC'), kind, depth: 0 }))
        .filter(({ text }) => text !== '');

      const read = recognise(lines);

      const kept = [plainText(read), ...read.leftovers.map(({ text }) => text)].join('\n');
      expect(signs(kept)).toEqual(signs(lines.map(({ text }) => text).join('\n')));
    }),
    { numRuns: 3000 },
  );
});

test('a structure is the same after it was taken apart into rows', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 25 }), (said) => {
      const lines = said.flatMap(({ text, kind }, index) =>
        text === '' ? [] : [{ line: index, text, kind, depth: 0 }],
      );
      const { articles } = recognise(lines);

      expect(articlesOf(rowsOf(articles))).toEqual(articles);
    }),
  );
});

// Words of numbering are printed by us in one way: "ĐIỀU 3:" as "Điều 3.", "Khoản 4:" as "4.", 03 as 3.
function signs(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/khoan|diem/gu, '');
  return [...plain.replace(/[^\p{L}\p{N}]/gu, '')].toSorted().join('');
}
