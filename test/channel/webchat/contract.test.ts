import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEmphasis } from '../../../src/channel/emphasis.ts';
import type { Choice } from '../../../src/channel/port.ts';
import { webPart } from '../../../src/channel/webchat/render.ts';
import { openWebchat } from '../../../src/channel/webchat/webchat.ts';
import { noFiles } from '../../support/no-files.ts';
import { behavesAsAChannel, type Rig } from '../contract.ts';

// There is no platform between us and the page: what is stored is delivered.
behavesAsAChannel(openRig, ['blocked', 'windowClosed', 'busy', 'broken', 'silent', 'acceptAndSilent']);

const person = 'an'.padEnd(43, '-');

async function openRig(): Promise<Rig> {
  const uploadsDirectory = await mkdtemp(join(tmpdir(), 'dong-hanh-uploads-'));
  const channel = openWebchat({ uploadsDirectory });
  const shown: { text: string; choices: Choice[] }[] = [];

  const bytes = new TextEncoder().encode('%PDF-1.7 tờ khai');
  const kept = await channel.uploads.keep(person, { name: 'to-khai.pdf', bytes });
  if (!kept.ok) throw new Error(kept.because);
  const { id, ...facts } = kept.upload;

  const said = { address: person, clientId: 'c-1', senderName: null, language: 'vi', replyTo: null };
  return {
    channel: {
      ...channel,
      async send(address, part) {
        const delivery = await channel.send(address, part, noFiles);
        if (delivery.status === 'accepted') {
          const { text, choices = [] } = webPart.parse(part);
          shown.push({ text: readEmphasis(text).plain, choices: choices.flat() });
        }
        return delivery;
      },
    },
    cutOff: null,
    person,
    stranger: '5123456789',
    secrets: [uploadsDirectory],
    deliveries: {
      text: { body: { ...said, kind: 'text', text: 'Xin chào' }, says: 'Xin chào' },
      file: {
        body: { ...said, kind: 'files', text: 'Tờ khai', files: [{ ref: `${person}/${id}`, ...facts }] },
        caption: 'Tờ khai',
        bytes,
      },
      unsupported: { ...said, kind: 'voice', seconds: 12 },
      ignored: [{}, { ...said, address: '../..', kind: 'text', text: 'Xin chào' }, { ...said, kind: 'text' }],
    },
    answer: () => undefined,
    seen: () => shown.map(({ text }) => text),
    async choose(label) {
      const choice = shown.at(-1)?.choices.find((candidate) => candidate.label === label);
      return { ...said, clientId: 'c-2', kind: 'choice', value: choice?.value };
    },
    [Symbol.asyncDispose]: () => rm(uploadsDirectory, { recursive: true, force: true }),
  };
}
