import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFileLinks } from '../../src/channel/file-link.ts';
import { linkedFileRoutes } from '../../src/http/linked-file-routes.ts';
import { files } from '../../src/store/schema/conversations.ts';
import { openACase } from '../support/cases.ts';
import { openDesk } from '../support/desk.ts';
import { openWeb } from '../support/web.ts';

test('whoever was sent the address of a file can open it, until the address is over', async () => {
  await using desk = await openDesk({ now: '2026-11-22T08:00+07:00' });
  const filesDirectory = await mkdtemp(join(tmpdir(), 'tep-'));
  const links = openFileLinks({ secret: 'bí mật', publicUrl: 'https://hq3.example', clock: desk.clock });
  await using web = await openWeb(desk, { extraRoutes: [linkedFileRoutes({ desk, links, filesDirectory })] });
  await openACase(desk);
  await writeFile(join(filesDirectory, 'abc'), 'công văn');
  const [message] = await desk.database.sql`select min(id)::int as id from messages`;
  const stored = { channel: 'zalo', ref: 'r', name: 'công văn.pdf', mediaType: 'application/pdf', path: 'abc' };
  const [file] = await desk.database.db
    .insert(files)
    .values({ messageId: message?.id, state: 'stored', ...stored })
    .returning();
  const address = links.linkTo(file?.id ?? 0)?.replace('https://hq3.example', '') ?? '';

  const opened = await web.stranger.raw(address);
  const guessed = await web.stranger.raw(address.replace(`/tep/${file?.id}.`, `/tep/${(file?.id ?? 0) + 1}.`));
  desk.clock.advanceBy(7 * 86_400_000);
  const late = await web.stranger.raw(address);

  expect([opened.status, await opened.text()]).toEqual([200, 'công văn']);
  expect(opened.headers.get('content-security-policy')).toContain('sandbox');
  expect([guessed.status, late.status]).toEqual([404, 404]);
});
