import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { openWebchat } from '../../../src/channel/webchat/webchat.ts';

const an = 'an'.padEnd(43, '-');
const binh = 'binh'.padEnd(43, '-');

test('only the pages of a chat see that the bot prepares an answer there, until they are closed', async () => {
  const channel = openWebchat({ uploadsDirectory: tmpdir() });
  const seen: string[] = [];
  const close = channel.onTyping(an, () => seen.push('an'));
  channel.onTyping(an, () => seen.push('an, second page'));
  channel.onTyping(binh, () => seen.push('binh'));

  await channel.showTyping(an);
  close();
  await channel.showTyping(an);

  expect(seen).toEqual(['an', 'an, second page', 'an, second page']);
});
