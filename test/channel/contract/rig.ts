import { expect } from 'vitest';
import type { Channel, Outgoing, Part, Reading } from '../../../src/channel/port.ts';
import { noFiles } from '../../support/no-files.ts';

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
    /** Where the platform has such things: a point on the map, a card with a number, the person blocking us. */
    place?: { body: unknown; latitude: number; longitude: number };
    contact?: { body: unknown; phone: string; isVouched: boolean };
    blocked?: unknown;
  };
  /** The platform answers our next message in this way. */
  answer(how: Answer): void;
  /** What the person has seen of us, oldest first, without markup. */
  seen(): readonly string[];
  /** The delivery that follows when the person takes this choice under our last message. */
  choose(label: string): Promise<unknown>;
  /** The delivery of a press that was sealed for somebody else, where choices are sealed at all. */
  forgeChoice?(): Promise<unknown>;
  /** The names of the files that the person has got; left out where files do not travel with a message. */
  gotFiles?(): readonly string[];
}

export async function say(rig: Rig, message: Outgoing): Promise<void> {
  for (const part of rig.channel.render(message)) {
    expect(await rig.channel.send(rig.person, JSON.parse(JSON.stringify(part)), noFiles)).toMatchObject({
      status: 'accepted',
    });
  }
}

export function onePart(rig: Rig, text: string): Part {
  const [part] = rig.channel.render({ text });
  if (part === undefined) throw new Error('nothing was rendered');
  return part;
}

export function messageOf(reading: Reading) {
  if (reading.kind !== 'message') throw new Error(`read as ${JSON.stringify(reading)}`);
  return reading.message;
}

export function expectNoSecret(rig: Rig, told: unknown): void {
  const shown = JSON.stringify(told);
  for (const secret of rig.secrets) expect(shown).not.toContain(secret);
}
