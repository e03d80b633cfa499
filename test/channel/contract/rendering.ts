import { describe, expect, test } from 'vitest';
import { isNumbered, typedChoice } from '../../../src/dialogue/typed-choice.ts';
import { messageOf, type Rig, say } from './rig.ts';

// A picture of one point.
const picture = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII='),
  (character) => character.charCodeAt(0),
);

/** Every message arrives as it was meant. */
export function rendersMessages(open: () => Promise<Rig>): void {
  describe('rendering', () => {
    test('parts survive being stored as JSON', async () => {
      await using rig = await open();

      const parts = rig.channel.render({ text: 'Chọn *một* mục:', choices: [[{ value: 'a', label: 'Vướng mắc' }]] });

      expect(JSON.parse(JSON.stringify(parts))).toEqual(parts);
    });

    test('a text of blanks is no message', async () => {
      await using rig = await open();

      expect(rig.channel.render({ text: ' \n\t ' })).toEqual([]);
    });

    test('a long text arrives whole and in order, however many messages it takes', async () => {
      await using rig = await open();
      const lines = Array.from({ length: 900 }, (_, line) => `Điều ${line + 1}. Hồ sơ hải quan & chứng từ <kèm theo>.`);

      await say(rig, { text: lines.join('\n') });

      expect(rig.seen().length).toBeGreaterThan(1);
      expect(rig.seen().join('\n').split(/\n+/)).toEqual(lines);
    });

    test('whatever people type is shown as they typed it', async () => {
      await using rig = await open();
      const text = 'Giá < 5 & > 3, "2*3*4", <b>không đậm</b> [a](b) _c_ `d` &amp; \\n 👨‍👩‍👧‍👦';

      await say(rig, { text });

      expect(rig.seen()).toEqual([text]);
    });

    test('a choice comes back as the value it was given', async () => {
      await using rig = await open();
      const value = `case.confirm:VM-2026-000123:${'x'.repeat(25)}`;
      const choices = [[{ value, label: 'Đã xong' }], [{ value: 'no', label: 'Chưa' }]];
      await say(rig, { text: 'Vụ việc đã xong chưa?', choices });

      const { address, content } = messageOf(rig.channel.read(await rig.choose('Đã xong')));

      expect(address).toBe(rig.person);
      // Without buttons the person types a number, which the desk reads by what it offered last.
      const isTyped = content.kind === 'text' && isNumbered(rig.channel.name, choices);
      const chosen = isTyped ? typedChoice(content.text, choices, true) : content.kind === 'choice' && content.value;
      expect(chosen).toBe(value);
    });

    test('a choice that was offered to somebody else, or to nobody, brings no value', async () => {
      await using rig = await open();
      if (rig.forgeChoice === undefined) return;
      await say(rig, {
        text: 'Vụ việc đã xong chưa?',
        choices: [[{ value: 'solved:VM-2026-000123', label: 'Đã xong' }]],
      });

      const { content } = messageOf(rig.channel.read(await rig.forgeChoice()));

      expect(JSON.stringify(content)).not.toContain('VM-2026-000123');
    });

    test('files travel behind the text, each in a part of its own', async () => {
      await using rig = await open();
      const file = { fileId: 7, name: 'anh-hien-truong.png', mediaType: 'image/png', size: picture.length };

      const parts = rig.channel.render({ text: 'Kết quả kiểm tra', files: [file] });
      for (const part of parts) {
        const told = await rig.channel.send(rig.person, JSON.parse(JSON.stringify(part)), async (fileId) =>
          fileId === 7 ? picture : null,
        );
        expect(told).toMatchObject({ status: 'accepted' });
      }

      expect(rig.seen()[0]).toBe('Kết quả kiểm tra');
      if (rig.gotFiles === undefined) return;
      expect(parts).toHaveLength(2);
      expect(rig.gotFiles()).toEqual(['anh-hien-truong.png']);
    });

    test('a question for the telephone number is a message that can be sent, and so is taking it back', async () => {
      await using rig = await open();

      await say(rig, { text: 'Anh/chị gửi số điện thoại giúp.', asksForPhone: true });
      await say(rig, { text: 'Đã ghi nhận.', asksForPhone: false });

      expect(rig.seen().at(-1)).toBe('Đã ghi nhận.');
    });

    test('a value too long for some platform is a mistake of ours and is said so at once', async () => {
      await using rig = await open();

      const render = () => rig.channel.render({ text: 'Chọn:', choices: [[{ value: 'x'.repeat(65), label: 'A' }]] });

      expect(render).toThrow(RangeError);
    });
  });
}
