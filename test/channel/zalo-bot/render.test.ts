import fc from 'fast-check';
import { expect, test } from 'vitest';
import { render, zaloBotPart } from '../../../src/channel/zalo-bot/render.ts';
import { typedChoice } from '../../../src/dialogue/typed-choice.ts';

test('choices stand under the text with the numbers to answer by, and the emphasis is left out', () => {
  const choices = [
    [
      { value: 'take:VM-2026-000123', label: 'Nhận' },
      { value: 'pass:VM-2026-000123', label: 'Chuyển' },
    ],
    [{ value: 'ack:17', label: 'Đã biết' }],
  ];

  const parts = render({ text: '*Vụ việc mới* VM-2026-000123\nHạn trả lời: 11:15', choices });

  expect(parts).toEqual([
    {
      kind: 'text',
      text: 'Vụ việc mới VM-2026-000123\nHạn trả lời: 11:15\n\nTrả lời bằng số:\n1. Nhận\n2. Chuyển\n3. Đã biết',
    },
  ]);
  expect(typedChoice('3', choices, true)).toBe('ack:17');
});

test('whatever is said, no part is longer than the platform takes, and each is in NFC', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 6000 }),
      fc.array(fc.string({ minLength: 1 })),
      (text, labels) => {
        fc.pre(text.trim() !== '' && labels.every((label) => label.trim() !== ''));
        const choices = labels.map((label, index) => [{ value: `v${index}`, label }]);

        for (const part of render({ text: text.normalize('NFD'), choices })) {
          const { text: shown } = zaloBotPart.options[0].parse(part);
          expect(shown.length).toBeLessThanOrEqual(2000);
          expect(shown).toBe(shown.normalize('NFC'));
        }
      },
    ),
  );
});

test('a file is one part of its own, behind the text', () => {
  const file = { fileId: 7, name: 'to-khai.pdf', mediaType: 'application/pdf', size: 1000 };

  expect(render({ text: 'Kết quả', files: [file] })).toEqual([
    { kind: 'text', text: 'Kết quả' },
    { kind: 'file', ...file },
  ]);
});
