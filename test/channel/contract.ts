import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Channel, Outgoing, Part, Reading } from '../../src/channel/port.ts';

/** What the platform does with the next message of ours. */
export type Answer = 'accept' | 'blocked' | 'windowClosed' | 'busy' | 'broken' | 'silent' | 'acceptAndSilent';

/** One channel against the stand-in of its platform. */
export interface Rig extends AsyncDisposable {
  channel: Channel;
  /** The same channel while its platform cannot be reached. Null where there is no platform to lose. */
  cutOff: Channel | null;
  /** The address of a person who has written before. */
  person: string;
  /** An address that the platform does not know. */
  stranger: string;
  /** What must never appear in anything that is logged or shown. */
  secrets: readonly string[];
  /** Authentic deliveries, as the platform sends them, from `person`. */
  deliveries: {
    text: { body: unknown; says: string };
    file: { body: unknown; caption: string; bytes: Uint8Array };
    /** Something of which we keep no content. */
    unsupported: unknown;
    /** What nobody said to the bot. */
    ignored: readonly unknown[];
  };
  /** The platform answers our next message in this way. */
  answer(how: Answer): void;
  /** What the person has seen of us, oldest first, without markup. */
  seen(): readonly string[];
  /** The delivery that follows when the person takes this choice under our last message. */
  choose(label: string): Promise<unknown>;
}

/**
 * What the desk may rely on, whichever platform the person writes from. `lacks` names the answers that this platform
 * cannot give.
 */
export function behavesAsAChannel(open: () => Promise<Rig>, lacks: readonly Answer[] = []): void {
  describe('reading', () => {
    test('a typed message keeps its words, its sender and where to answer', async () => {
      await using rig = await open();

      const reading = rig.channel.read(rig.deliveries.text.body);

      expect(reading).toMatchObject({
        kind: 'message',
        message: { address: rig.person, content: { kind: 'text', text: rig.deliveries.text.says } },
      });
      expect(messageOf(reading).sender.id).not.toBe('');
      expect(messageOf(reading).providerMessageId).not.toBeNull();
    });

    test('a file comes with its caption, and its bytes can be had afterwards', async () => {
      await using rig = await open();
      const { body, caption, bytes } = rig.deliveries.file;

      const { content } = messageOf(rig.channel.read(body));

      if (content.kind !== 'files') throw new Error(`read as ${content.kind}`);
      expect(content.caption).toBe(caption);
      const [file] = content.files;
      expect(file?.name).not.toBe('');
      expect(await rig.channel.fetchFile(file?.ref ?? '')).toMatchObject({ status: 'fetched', bytes });
    });

    test('what we keep no content of still reaches the desk, and is named in words', async () => {
      await using rig = await open();

      const { content } = messageOf(rig.channel.read(rig.deliveries.unsupported));

      expect(content).toMatchObject({ kind: 'unsupported', what: expect.stringMatching(/\S/) });
    });

    test('what nobody said to the bot is ignored with a reason', async () => {
      await using rig = await open();

      for (const body of rig.deliveries.ignored) {
        expect(rig.channel.read(body)).toEqual({ kind: 'ignored', because: expect.stringMatching(/^\w[\w:.]*$/) });
      }
    });

    test('any JSON at all can be read', async () => {
      await using rig = await open();

      fc.assert(
        fc.property(fc.jsonValue(), (body) => {
          expect(['message', 'edit', 'ignored']).toContain(rig.channel.read(body).kind);
        }),
      );
    });

    test('a delivery with any one of its values damaged can still be read', async () => {
      await using rig = await open();
      const bodies = [rig.deliveries.text.body, rig.deliveries.file.body, rig.deliveries.unsupported];

      fc.assert(
        fc.property(fc.constantFrom(...bodies), fc.nat(), fc.jsonValue(), (body, where, value) => {
          const damaged = withDamage(body, where, value);

          expect(['message', 'edit', 'ignored']).toContain(rig.channel.read(damaged).kind);
        }),
        { numRuns: 300 },
      );
    });

    test('reading changes nothing and gives the same answer twice', async () => {
      await using rig = await open();
      const body = structuredClone(rig.deliveries.file.body);

      const first = rig.channel.read(body);

      expect(rig.channel.read(body)).toEqual(first);
      expect(body).toEqual(rig.deliveries.file.body);
    });
  });

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
      const value = `case.confirm:VM-2026-000123:${'x'.repeat(36)}`;
      await say(rig, {
        text: 'Vụ việc đã xong chưa?',
        choices: [[{ value, label: 'Đã xong' }], [{ value: 'no', label: 'Chưa' }]],
      });

      const reading = rig.channel.read(await rig.choose('Đã xong'));

      expect(messageOf(reading).address).toBe(rig.person);
      expect(messageOf(reading).content).toMatchObject({ kind: 'choice', value });
    });

    test('a value too long for some platform is a mistake of ours and is said so at once', async () => {
      await using rig = await open();

      const render = () => rig.channel.render({ text: 'Chọn:', choices: [[{ value: 'x'.repeat(65), label: 'A' }]] });

      expect(render).toThrow(RangeError);
    });
  });

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

        const told = await rig.channel.send(rig.person, onePart(rig, 'Xin chào'));

        expect(told).toMatchObject(delivery);
        expect(rig.seen()).toHaveLength(seen);
        if (told.status === 'tryLater') expect(told.afterSeconds).toBeGreaterThan(0);
        expectNoSecret(rig, told);
      },
    );

    test('an address that the platform does not know is refused as such', async () => {
      await using rig = await open();

      const told = await rig.channel.send(rig.stranger, onePart(rig, 'Xin chào'));

      expect(told).toMatchObject({ status: 'refused', because: 'unknownRecipient' });
    });

    test('a part that no channel rendered is refused rather than tried for ever', async () => {
      await using rig = await open();

      const told = await rig.channel.send(rig.person, { surprise: true });

      expect(told).toMatchObject({ status: 'refused', because: 'rejectedContent' });
    });

    test('while the platform cannot be reached, nothing was sent and everything may be tried again', async () => {
      await using rig = await open();
      const { cutOff } = rig;
      if (cutOff === null) return;

      const told = await cutOff.send(rig.person, onePart(rig, 'Xin chào'));
      const file = await cutOff.fetchFile('abc');

      expect(told).toMatchObject({ status: 'tryLater' });
      expect(file).toMatchObject({ status: 'tryLater' });
      await cutOff.showTyping(rig.person);
      await cutOff.acknowledgeChoice('1');
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

async function say(rig: Rig, message: Outgoing): Promise<void> {
  for (const part of rig.channel.render(message)) {
    expect(await rig.channel.send(rig.person, JSON.parse(JSON.stringify(part)))).toMatchObject({ status: 'accepted' });
  }
}

function onePart(rig: Rig, text: string): Part {
  const [part] = rig.channel.render({ text });
  if (part === undefined) throw new Error('nothing was rendered');
  return part;
}

function messageOf(reading: Reading) {
  if (reading.kind !== 'message') throw new Error(`read as ${JSON.stringify(reading)}`);
  return reading.message;
}

function expectNoSecret(rig: Rig, told: unknown): void {
  const shown = JSON.stringify(told);
  for (const secret of rig.secrets) expect(shown).not.toContain(secret);
}

/** The same JSON with one of its values, counted from the outside in, replaced. */
export function withDamage(body: unknown, where: number, value: unknown): unknown {
  const damaged = structuredClone(body);
  const places: (() => void)[] = [];
  const visit = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      places.push(
        () => Reflect.set(node, key, value),
        () => Reflect.deleteProperty(node, key),
      );
      visit(Reflect.get(node, key));
    }
  };
  visit(damaged);
  places[where % Math.max(1, places.length)]?.();
  return damaged;
}
