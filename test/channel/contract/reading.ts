import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../src/channel/port.ts';
import { withDamage } from './damage.ts';
import { messageOf, type Rig } from './rig.ts';

const kinds: readonly Reading['kind'][] = [
  'message',
  'edit',
  'receipt',
  'echo',
  'presence',
  'moved',
  'group',
  'withdrawn',
  'ignored',
];

/** Every delivery has a reading. */
export function readsDeliveries(open: () => Promise<Rig>): void {
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

    test('a point on the map keeps its place, and a card its number and whether the platform vouches for it', async () => {
      await using rig = await open();
      const { place, contact } = rig.deliveries;

      if (place !== undefined) {
        const { body, latitude, longitude } = place;
        expect(messageOf(rig.channel.read(body)).content).toMatchObject({ kind: 'place', latitude, longitude });
      }
      if (contact !== undefined) {
        const { body, phone, isVouched } = contact;
        expect(messageOf(rig.channel.read(body)).content).toMatchObject({ kind: 'contactCard', phone, isVouched });
      }
    });

    test('a person who blocks us is noticed before anything fails', async () => {
      await using rig = await open();
      const { blocked } = rig.deliveries;
      if (blocked === undefined) return;

      expect(rig.channel.read(blocked)).toMatchObject({ kind: 'presence', address: rig.person, change: 'blocked' });
    });

    test('any JSON at all can be read', async () => {
      await using rig = await open();

      fc.assert(
        fc.property(fc.jsonValue(), (body) => {
          expect(kinds).toContain(rig.channel.read(body).kind);
        }),
      );
    });

    test('a delivery with any one of its values damaged can still be read', async () => {
      await using rig = await open();
      const bodies = [rig.deliveries.text.body, rig.deliveries.file.body, rig.deliveries.unsupported];

      fc.assert(
        fc.property(fc.constantFrom(...bodies), fc.nat(), fc.jsonValue(), (body, where, value) => {
          const damaged = withDamage(body, where, value);

          expect(kinds).toContain(rig.channel.read(damaged).kind);
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
}
