import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEmphasis } from '../../../src/channel/emphasis.ts';
import type { Outgoing } from '../../../src/channel/port.ts';
import { splitText } from '../../../src/channel/split-text.ts';
import { openButtonSeal } from '../../../src/channel/telegram/button-seal.ts';
import { render } from '../../../src/channel/telegram/render.ts';
import { parseHtml } from '../../support/telegram-stand-in/html.ts';

/** The parts that are text. */
function texts(message: Outgoing) {
  return render(message).flatMap((part) => ('text' in part ? [part] : []));
}

test('only *bold* is markup, and everything else is shown as it stands', () => {
  const [part] = texts({ text: 'Tờ khai *luồng đỏ* & <b>2*3*4</b> * mục _một_' });

  expect(part?.text).toBe('Tờ khai <b>luồng đỏ</b> &amp; &lt;b&gt;2*3*4&lt;/b&gt; * mục _một_');
  expect(part?.parse_mode).toBe('HTML');
});

test.each([
  ['*Quý doanh nghiệp*', 'Quý doanh nghiệp', ['Quý doanh nghiệp']],
  ['(*VM-2026-000123*), *đã xong*.', '(VM-2026-000123), đã xong.', ['VM-2026-000123', 'đã xong']],
  ['* một\n* hai', '* một\n* hai', []],
  ['a*b*c', 'a*b*c', []],
  ['*một\nhai*', '*một\nhai*', []],
  ['**', '**', []],
  ['* *', '* *', []],
])('in “%s” the emphasis is where a reader would expect it', (text, plain, bold) => {
  const read = readEmphasis(text);

  expect(read.plain).toBe(plain);
  expect(read.bold.map(({ from, until }) => read.plain.slice(from, until))).toEqual(bold);
});

test.each([
  ['between paragraphs', 'Đoạn một. Câu hai.\n\nĐoạn hai dài', ['Đoạn một. Câu hai.', 'Đoạn hai dài']],
  ['between lines', 'Dòng một. Câu\nDòng hai cũng dài', ['Dòng một. Câu', 'Dòng hai cũng dài']],
  ['between sentences', 'Câu một xong. Câu hai dài nữa', ['Câu một xong.', 'Câu hai dài nữa']],
  ['between words', 'một hai ba bốn năm sáu bảy', ['một hai ba bốn năm', 'sáu bảy']],
  ['between characters', 'mộthaibabốnnămsáubảytám', ['mộthaibabốnnămsáubảy', 'tám']],
  ['never inside a character', `${'x'.repeat(17)}👨‍👩‍👧‍👦yz`, ['x'.repeat(17), '👨‍👩‍👧‍👦yz']],
  [
    'never between a blank and the mark upon it',
    `${'x'.repeat(17)}  \u0301${'y'.repeat(9)}`,
    ['x'.repeat(17), ` \u0301${'y'.repeat(9)}`],
  ],
  ['right at the limit', `${'x'.repeat(20)} y`, ['x'.repeat(20), 'y']],
])('a text too long for one message is cut %s', (_, text, pieces) => {
  const cut = splitText(text.normalize('NFC'), 20).map(({ from, until }) => text.slice(from, until));

  expect(cut).toEqual(pieces);
});

test('emphasis that is cut stays emphasis on both sides', () => {
  const words = Array.from({ length: 1_000 }, () => 'luồng đỏ').join(' ');

  const parts = texts({ text: `*${words}*` });

  expect(parts.length).toBeGreaterThan(1);
  for (const { text } of parts) expect(text).toMatch(/^<b>[^<]*<\/b>$/);
});

test('buttons stand under the last part only', () => {
  const parts = texts({ text: 'chữ '.repeat(3_000), choices: [[{ value: 'menu', label: 'Danh mục' }], []] });

  const keyboards = parts.map((part) => part.reply_markup);

  expect(parts.length).toBe(3);
  expect(keyboards).toEqual([
    undefined,
    undefined,
    { inline_keyboard: [[{ text: 'Danh mục', callback_data: 'menu' }]] },
  ]);
});

test.each([
  ['a value of more than 53 bytes', 'x'.repeat(54), 'Đồng ý'],
  ['a value of more bytes than letters', 'đ'.repeat(27), 'Đồng ý'],
  ['an empty value', '', 'Đồng ý'],
  ['no label', 'yes', ' '],
])('a button with %s is a mistake of ours', (_, value, label) => {
  const act = () => render({ text: 'Chọn:', choices: [[{ value, label }]] });

  expect(act).toThrow(RangeError);
});

test('a value of 53 bytes leaves room for the seal', () => {
  const [part] = texts({ text: 'Chọn:', choices: [[{ value: 'x'.repeat(53), label: 'Có' }]] });

  const sealed = openButtonSeal('123:abc').seal('5123456789', 'x'.repeat(53));

  expect(part?.reply_markup).toBeDefined();
  expect(Buffer.byteLength(sealed)).toBe(64);
});

test('the question for a telephone number is a keyboard for one time, and taking it back removes the keyboard', () => {
  const [question] = texts({ text: 'Anh/chị gửi số giúp.', asksForPhone: true });
  const [thanks] = texts({ text: 'Đã ghi nhận.', asksForPhone: false });

  expect(question?.reply_markup).toMatchObject({
    keyboard: [[{ request_contact: true }]],
    one_time_keyboard: true,
    resize_keyboard: true,
  });
  expect(thanks?.reply_markup).toEqual({ remove_keyboard: true });
});

test('files follow the text in parts of their own, and may come without any text', () => {
  const files = [
    { fileId: 7, name: 'thong-bao.pdf', mediaType: 'application/pdf', size: 1_000 },
    { fileId: 8, name: 'anh.png', mediaType: 'image/png', size: 2_000 },
  ];

  const parts = render({ text: 'Kết quả', files });

  expect(parts).toEqual([expect.objectContaining({ text: 'Kết quả' }), { file: files[0] }, { file: files[1] }]);
  expect(render({ text: ' ', files })).toEqual([{ file: files[0] }, { file: files[1] }]);
});

test('buttons without a text are a mistake of ours', () => {
  const act = () => render({ text: ' ', choices: [[{ value: 'yes', label: 'Có' }]] });

  expect(act).toThrow(RangeError);
});

test('a file name with half a character and control characters in it can still be sent', () => {
  const [part] = texts({ text: 'tệp \ud83d\u0000\u001b.pdf\r\nxong' });

  expect(part?.text).toBe('tệp \ufffd.pdf\nxong');
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12_000, size: 'max' }),
  fc.string({ unit: 'grapheme', maxLength: 6_000, size: 'max' }),
  fc
    .array(
      fc.constantFrom(
        '*',
        ' ',
        '\n',
        '\n\n',
        '. ',
        '<b>',
        '&',
        'Điều khoản',
        '👨‍👩‍👧‍👦',
        'a\u0301',
        '\u0301',
        '🇻🇳',
        '\u200d',
      ),
      {
        maxLength: 6_000,
        size: 'max',
      },
    )
    .map((pieces) => pieces.join('')),
);

test('no part is ever longer than Telegram takes, and together they say what was to be said', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const shown = texts({ text }).map((part) => parseHtml(part.text).text);

      for (const one of shown) {
        expect(one.length).toBeLessThanOrEqual(4096);
        expect(one.trim()).not.toBe('');
        expect(one.isWellFormed()).toBe(true);
      }
      expect(solid(shown.join(''))).toBe(solid(readEmphasis(clean(text)).plain));
    }),
    // Texts this long take minutes to shrink.
    { numRuns: 150, endOnFailure: true },
  );
});

test('a cut never falls inside a character as people see it', () => {
  const graphemes = new Intl.Segmenter('vi');
  const text = fc.string({ unit: 'grapheme', maxLength: 300 });

  fc.assert(
    fc.property(text, fc.integer({ min: 20, max: 60 }), (whole, limit) => {
      const characters = [...graphemes.segment(whole)].filter(({ segment }) => segment.length <= limit);

      const pieces = splitText(whole, limit);

      for (const { segment, index } of characters) {
        if (segment.trim().length < segment.length) continue;
        const inside = pieces.some(({ from }) => from > index && from < index + segment.length);
        expect(inside).toBe(false);
      }
    }),
    { numRuns: 500 },
  );
});

function solid(text: string): string {
  return text.replace(/\s+/gu, '');
}

function clean(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '');
}
