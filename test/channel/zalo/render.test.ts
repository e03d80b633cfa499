import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problemWith } from 'zalo-api-client';
import type { Choice, Outgoing } from '../../../src/channel/port.ts';
import type { ZaloPart } from '../../../src/channel/zalo/part.ts';
import { render } from '../../../src/channel/zalo/render.ts';
import { openChoiceSeal } from '../../../src/channel/zalo/seal-choice.ts';

const seal = openChoiceSeal('app-secret');

test('emphasis is taken out, since an Official Account shows plain text', () => {
  const parts = render({ text: 'Vụ việc *VM-2026-000123* đã *xong*.' });

  expect(parts).toEqual([{ kind: 'text', text: 'Vụ việc VM-2026-000123 đã xong.' }]);
});

test('up to five choices are buttons in one column, whatever their rows', () => {
  const choices = [[choice('Gửi'), choice('Hủy')], [choice('Sửa mô tả'), choice('Sửa tờ khai')], [choice('Khẩn')]];

  const [part] = render({ text: 'Phiếu vướng mắc', choices });

  expect(part).toMatchObject({ text: 'Phiếu vướng mắc' });
  expect(titlesOf(part)).toEqual(['Gửi', 'Hủy', 'Sửa mô tả', 'Sửa tờ khai', 'Khẩn']);
});

test('more than five are numbered in the text, and the first five are buttons all the same', () => {
  const labels = ['Gửi vướng mắc', 'Hồ sơ của tôi', 'Đánh giá', 'Tra cứu phụ lục', 'Gặp cán bộ', 'Ngôn ngữ / Language'];

  const [part] = render({ text: 'Anh/chị cần hỗ trợ việc gì?', choices: labels.map((label) => [choice(label)]) });

  expect(part).toMatchObject({
    text: [
      'Anh/chị cần hỗ trợ việc gì?',
      '',
      'Trả lời bằng số:',
      '1. Gửi vướng mắc',
      '2. Hồ sơ của tôi',
      '3. Đánh giá',
      '4. Tra cứu phụ lục',
      '5. Gặp cán bộ',
      '6. Ngôn ngữ / Language',
    ].join('\n'),
  });
  expect(titlesOf(part)).toEqual(labels.slice(0, 5));
});

test('an English message asks for the number in English, though it names a Vietnamese office', () => {
  const choices = Array.from({ length: 6 }, (_, index) => [choice(`Office ${index}`)]);

  const [part] = render({ text: 'Which office is it about? (Chi cục Hải quan khu vực III, for example.)', choices });

  expect(part).toMatchObject({ text: expect.stringContaining('Answer with a number:\n1. Office 0') });
});

test('buttons stand under the last part of a long text only', () => {
  const parts = render({ text: 'Điều khoản. '.repeat(500), choices: [[choice('Đã rõ')]] });

  expect(parts.length).toBe(4);
  expect(parts.map((part) => titlesOf(part))).toEqual([[], [], [], ['Đã rõ']]);
});

test('a title longer than the platform takes is cut at a character that people see as one', () => {
  const [part] = render({ text: 'Chọn:', choices: [[choice(`${'x'.repeat(95)}👨‍👩‍👧‍👦 còn nữa`)]] });

  expect(titlesOf(part)).toEqual([`${'x'.repeat(95)}…`]);
});

test('files follow as parts of their own', () => {
  const file = { fileId: 7, name: 'cong-van.pdf', mediaType: 'application/pdf', size: 1200 };

  const parts = render({ text: 'Gửi kèm công văn.', files: [file], choices: [[choice('Đã rõ')]] });

  expect(parts).toMatchObject([
    { kind: 'text', buttons: [{ title: 'Đã rõ' }] },
    { kind: 'file', ...file },
  ]);
});

describe('a mistake of the program is said at once', () => {
  test.each<[string, Outgoing]>([
    ['a value that no platform could carry', { text: 'Chọn:', choices: [[{ value: 'x'.repeat(65), label: 'A' }]] }],
    ['a button without a value', { text: 'Chọn:', choices: [[{ value: '', label: 'A' }]] }],
    ['a button without a label', { text: 'Chọn:', choices: [[{ value: 'a', label: ' ' }]] }],
    ['buttons without a text', { text: ' ', choices: [[choice('A')]] }],
  ])('%s', (_, message) => {
    expect(() => render(message)).toThrow(RangeError);
  });
});

test('nothing that is rendered is beyond what the platform takes, and no word of it is lost', () => {
  const text = fc.array(
    fc.oneof(fc.lorem(), fc.constant('Thủ tục hải quan'), fc.string({ unit: 'grapheme' }), fc.constant('\n\n')),
    {
      maxLength: 400,
    },
  );
  const choices = fc.array(
    fc.array(
      fc.record({
        value: fc.string({ unit: fc.constantFrom(...'abc:019'), minLength: 1, maxLength: 64 }),
        label: fc.lorem(),
      }),
      { maxLength: 3 },
    ),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(text, choices, (words, rows) => {
      const whole = `Mục ${words.join(' ')}`;

      const parts = render({ text: whole, choices: rows });

      for (const part of parts) {
        if (part.kind !== 'text') throw new Error('no file was given');
        const buttons = (part.buttons ?? []).map(({ title, value }) => ({
          title,
          action: { do: 'sayHidden' as const, payload: seal.close('8274619301845517203', value) },
        }));
        expect(problemWith({ kind: 'text', text: part.text, buttons })).toBeUndefined();
        expect(part.text).toBe(part.text.normalize('NFC'));
      }
      const shown = parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');
      if (!whole.includes('*') && rows.flat().length <= 5) expect(wordsOf(shown)).toBe(wordsOf(whole));
    }),
    { numRuns: 200 },
  );
});

function choice(label: string): Choice {
  return { value: `v:${label.length}`, label };
}

function titlesOf(part: ZaloPart | undefined): string[] {
  return part?.kind === 'text' ? (part.buttons ?? []).map(({ title }) => title) : [];
}

function wordsOf(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, '');
}
