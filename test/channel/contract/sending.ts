import { describe, expect, test } from 'vitest';
import { noFiles } from '../../support/no-files.ts';
import { type Answer, expectNoSecret, messageOf, onePart, type Rig } from './rig.ts';

/** Every answer of the platform has a meaning, and none of them an accident. */
export function sendsParts(open: () => Promise<Rig>, lacks: readonly Answer[]): void {
  describe('sending', () => {
    const outcomes = [
      ['accept', { status: 'accepted' }, 1],
      ['blocked', { status: 'refused', because: 'blockedByPerson' }, 0],
      ['windowClosed', { status: 'refused', because: 'windowClosed' }, 0],
      ['busy', { status: 'tryLater' }, 0],
      ['broken', { status: 'tryLater' }, 0],
      ['silent', { status: 'unknown' }, 0],
      ['acceptAndSilent', { status: 'unknown' }, 1],
    ] as const;

    test.each(outcomes.filter(([how]) => !lacks.includes(how)))(
      'when the platform answers “%s”, the desk is told so and nothing is sent twice',
      async (how, delivery, seen) => {
        await using rig = await open();
        rig.answer(how);

        const told = await rig.channel.send(rig.person, onePart(rig, 'Xin chào'), noFiles);

        expect(told).toMatchObject(delivery);
        expect(rig.seen()).toHaveLength(seen);
        if (told.status === 'tryLater') expect(told.afterSeconds).toBeGreaterThan(0);
        expectNoSecret(rig, told);
      },
    );

    test('an address that the platform does not know is refused as such', async () => {
      await using rig = await open();

      const told = await rig.channel.send(rig.stranger, onePart(rig, 'Xin chào'), noFiles);

      expect(told).toMatchObject({ status: 'refused', because: 'unknownRecipient' });
    });

    test('a part that no channel rendered is refused rather than tried for ever', async () => {
      await using rig = await open();

      const told = await rig.channel.send(rig.person, { surprise: true }, noFiles);

      expect(told).toMatchObject({ status: 'refused', because: 'rejectedContent' });
    });

    test('while the platform cannot be reached, nothing was sent and everything may be tried again', async () => {
      await using rig = await open();
      const { cutOff } = rig;
      if (cutOff === null) return;

      const told = await cutOff.send(rig.person, onePart(rig, 'Xin chào'), noFiles);
      const { content } = messageOf(rig.channel.read(rig.deliveries.file.body));
      const file = await cutOff.fetchFile(content.kind === 'files' ? (content.files[0]?.ref ?? '') : '');

      expect(told).toMatchObject({ status: 'tryLater' });
      expect(file).toMatchObject({ status: 'tryLater' });
      await cutOff.showTyping(rig.person);
      await cutOff.acknowledgeChoice('1', 'Nút này không còn dùng được.');
      expectNoSecret(rig, [told, file]);
    });
  });

  describe('courtesies', () => {
    test('showing that we type and acknowledging a press never fail, whatever they are given', async () => {
      await using rig = await open();

      await rig.channel.showTyping(rig.person);
      await rig.channel.showTyping(rig.stranger);
      await rig.channel.acknowledgeChoice('no such press');

      expect(rig.seen()).toEqual([]);
    });

    test('a file that the platform does not have is gone', async () => {
      await using rig = await open();

      expect(await rig.channel.fetchFile('no-such-file')).toMatchObject({ status: 'gone' });
    });
  });
}
