import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { act } from '../../src/desk/act.ts';
import { insertFiles, insertMessage } from '../../src/store/messages.ts';
import { caseExclusions } from '../../src/store/schema/cases.ts';
import { openACase } from '../support/cases.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { openWeb } from '../support/web.ts';

const morning = '2026-03-06T09:00+07:00';

test('a picture is shown, with no power over the page around it', async () => {
  await using desk = await openDesk({ now: morning });
  await using stored = await filesDirectory();
  await using web = await openWeb(desk, { config: configWith(stored.path) });
  const { row } = await openACase(desk);
  const id = await aFile(desk, row.id, 'image/png', 'vận đơn "1".png');

  const answer = await web.program.raw(`/api/v1/files/${id}`);

  expect(await answer.text()).toBe('bytes');
  expect(answer.headers.get('content-type')).toBe('image/png');
  expect(answer.headers.get('content-disposition')).toBe(
    "inline; filename*=UTF-8''v%E1%BA%ADn%20%C4%91%C6%A1n%20%221%22.png",
  );
  expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});

test.each(['text/html', 'image/svg+xml', 'application/zip'])(
  'a file of type %s is saved, not shown',
  async (mediaType) => {
    await using desk = await openDesk({ now: morning });
    await using stored = await filesDirectory();
    await using web = await openWeb(desk, { config: configWith(stored.path) });
    const { row } = await openACase(desk);
    const id = await aFile(desk, row.id, mediaType, 'tep');

    const answer = await web.program.raw(`/api/v1/files/${id}`);

    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
  },
);

test('the files of a case are there only for those who may see it', async () => {
  await using desk = await openDesk({ now: morning });
  await using stored = await filesDirectory();
  await using web = await openWeb(desk, { config: configWith(stored.path) });
  const { lan, minh, leader } = desk.organisation.officers;
  const { row } = await openACase(desk);
  await desk.database.db
    .insert(caseExclusions)
    .values({ caseId: row.id, officerId: leader.id, because: 'người bị phản ánh' });
  const ofCase = await aFile(desk, row.id, 'image/png', 'a.png');
  const ofNone = await aFile(desk, null, 'image/png', 'b.png');

  const statuses: number[] = [];
  for (const officer of [lan, minh, leader]) {
    statuses.push((await (await web.signIn(officer)).raw(`/api/v1/files/${ofCase}`)).status);
  }
  statuses.push((await (await web.signIn(lan)).raw(`/api/v1/files/${ofNone}`)).status);
  statuses.push((await web.stranger.raw(`/api/v1/files/${ofCase}`)).status);

  expect(statuses).toEqual([200, 404, 404, 404, 401]);
});

test('a stored path cannot lead out of the files directory', async () => {
  await using desk = await openDesk({ now: morning });
  await using stored = await filesDirectory();
  await using web = await openWeb(desk, { config: configWith(join(stored.path, 'inner')) });
  const { row } = await openACase(desk);
  const id = await aFile(desk, row.id, 'text/plain', 'x', '../stored');

  expect((await web.program.raw(`/api/v1/files/${id}`)).status).toBe(500);
});

function configWith(path: string) {
  return {
    publicUrl: 'http://localhost:3000',
    isDemonstration: false,
    telegramBotName: () => null,
    filesDirectory: path,
  };
}

async function filesDirectory(): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'dong-hanh-files-'));
  await writeFile(join(path, 'stored'), 'bytes');
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}

async function aFile(
  desk: TestDesk,
  caseId: number | null,
  mediaType: string,
  name: string,
  path = 'stored',
): Promise<number> {
  return act(desk, { kind: 'channel', name: 'telegram' }, async ({ tx, at }) => {
    const { conversationId } = desk.organisation;
    const messageId = await insertMessage(tx, { conversationId, caseId, author: 'person', text: '', at });
    const [id] = await insertFiles(tx, [
      {
        messageId,
        channel: 'telegram',
        ref: 'r',
        name,
        claimedType: null,
        mediaType,
        size: 5,
        state: 'stored',
        path,
        storedAt: at,
      },
    ]);
    return id ?? 0;
  });
}
