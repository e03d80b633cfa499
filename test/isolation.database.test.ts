import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { openWebchat } from '../src/channel/webchat/webchat.ts';
import { act } from '../src/desk/act.ts';
import { say } from '../src/desk/conversations/say.ts';
import { commandValues } from '../src/dialogue/command-values.ts';
import { answerProblem } from '../src/http/problems.ts';
import { webchatRoutes } from '../src/http/webchat-routes.ts';
import { openLog } from '../src/log.ts';
import { insertFiles } from '../src/store/messages.ts';
import { openChat, type Person } from './support/chat.ts';
import { openDesk, type TestDesk } from './support/desk.ts';
import { anEnterprise, conversationOf, seagull, seaStar, speaksFor, whiteSail } from './support/linking.ts';
import { callerWith, openWeb } from './support/web.ts';

const now = '2026-11-23T09:15:00+07:00';
/** What only the people of Sea Star and the officers of port 3 may read. */
const secrets = ['niêm phong rách', 'Sao Biển', 'Hồ Thị Ngọc', '03TG', 'khu vực 3', 'bí mật trong tệp', 'Đội Bí Mật'];
const ids = Array.from({ length: 16 }, (_, at) => at + 1);
const references = ['VM-2026-000001', 'VM-2026-000002', 'PA-2026-605033'];

interface World {
  desk: TestDesk;
  ngoc: Person;
  stranger: Person;
  filesDirectory: string;
}

/** Sea Star has a case, a declaration, a file and a colleague; somebody else speaks for another enterprise, or for none. */
async function openWorld(desk: TestDesk, filesDirectory: string, speaks: boolean): Promise<World> {
  const star = await anEnterprise(desk, seaStar);
  const gull = await anEnterprise(desk, seagull);
  await anEnterprise(desk, whiteSail);
  const { sql } = desk.database;
  await sql`insert into declarations (number11, number, enterprise_id, office_code, state, registered_at, state_at, steps)
    values ('10770506072', '107705060720', ${star.id}, '03TG', 'inspecting', ${now}, ${now},
      ${JSON.stringify([{ step: 'documentCheck', at: now, officerEmail: null, team: 'Đội Bí Mật' }])}::text::jsonb)`;
  const chat = openChat(desk);
  const ngoc = chat.person('84900701', { name: 'Hồ Thị Ngọc' });
  await ngoc.writes('xin chào');
  await ngoc.presses('Đồng ý');
  await speaksFor(desk, '84900701', star, 'owner');
  await ngoc.writes('Tờ khai 107705060720 niêm phong rách, container giữ ở cảng khu vực 3 (03TG)');
  await ngoc.presses('Gửi');
  const stranger = chat.person('84900702', { name: 'Kẻ Tò Mò' });
  await stranger.writes('xin chào');
  await stranger.presses('Đồng ý');
  if (speaks) await speaksFor(desk, '84900702', gull, 'owner');

  await giveFile(desk, filesDirectory, await conversationOf(desk, '84900701'), 1, 'bí mật trong tệp');
  await chat.settle();
  return { desk, ngoc, stranger, filesDirectory };
}

/** The office sends a file to a chat. */
async function giveFile(
  desk: TestDesk,
  filesDirectory: string,
  conversationId: number,
  caseId: number | null,
  text: string,
): Promise<void> {
  const path = createHash('sha256').update(text).digest('hex');
  await writeFile(join(filesDirectory, path), text);
  await act(desk, { kind: 'schedule', name: 'test' }, async (current) => {
    const messageId = await say(current, { conversationId, caseId, message: { text: 'Kèm tệp' } });
    const stored = { state: 'stored' as const, path, sha256: path, size: 16, mediaType: 'text/plain' };
    await insertFiles(current.tx, [{ ...stored, messageId, channel: 'telegram', ref: 'r', name: 'tep.txt' }]);
  });
}

async function webConversation({ database }: TestDesk): Promise<number> {
  const [row] = await database.sql<{ id: string }[]>`select id from conversations where channel = 'webchat'`;
  return Number(row?.id);
}

/** Everything of Sea Star that somebody could have changed. */
async function standing({ database }: TestDesk): Promise<unknown> {
  return database.sql`
    select (select count(*) from case_events)::int as events, (select string_agg(state, ',') from cases) as states,
      (select count(*) from contact_links where ended_by is null)::int as links,
      (select bool_or(shares_cases) from enterprises) as shared, (select count(*) from messages where case_id = 1)::int as said`;
}

function leaked(text: string): string[] {
  return secrets.filter((secret) => text.includes(secret));
}

async function directory(): Promise<AsyncDisposable & { path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'isolation-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

test.each([
  ['who speaks for another enterprise', true],
  ['who speaks for none', false],
])('in the chat somebody %s finds nothing with guessed numbers and forged buttons', async (_, speaks) => {
  await using desk = await openDesk({ now });
  await using files = await directory();
  const { ngoc, stranger } = await openWorld(desk, files.path, speaks);
  const before = await standing(desk);
  const begins = stranger.seen.length;
  // The sentence in which the person repeats the number is theirs.
  const values = [
    ...references.flatMap((reference) => [
      commandValues.view(reference),
      commandValues.solved(reference),
      commandValues.notSolved(reference),
      commandValues.raise(reference),
      commandValues.add(reference),
      commandValues.take(reference),
      commandValues.answer(reference),
    ]),
    ...['107705060720', '107705060721'].flatMap((number) => [
      commandValues.declaration(number),
      commandValues.declarationsOf(2, number),
      commandValues.declarationsOf(3, number),
    ]),
    ...ids
      .slice(0, 6)
      .flatMap((id) => [
        commandValues.actFor(id === 3 ? 1 : id),
        commandValues.people(id),
        commandValues.revokeLinkSurely(id),
        commandValues.byPhone(id),
        commandValues.acknowledge(id),
        commandValues.olderThan(id + 100),
        commandValues.cardEnterprise(id),
      ]),
  ];

  for (const value of values) {
    // Their own enterprise is theirs to change: the third, after the one of the organisation and Sea Star.
    await stranger.sends({ kind: 'choice', value, acknowledge: null });
  }
  for (const text of [
    '/tokhai 107705060720',
    'tờ khai 107705060720 đến đâu rồi',
    '/start VM-2026-000001',
    'VM-2026-000001 đến đâu rồi',
    '/tokhai',
    '/hoso',
    '/doanhnghiep',
  ])
    await stranger.writes(text);

  const heard = stranger.seen.slice(begins).filter(({ from }) => from === 'bot');
  expect(heard.length).toBeGreaterThan(values.length / 2);
  expect(heard.flatMap(({ text, buttons }) => leaked([text, ...buttons].join(' ')))).toEqual([]);
  expect(await standing(desk)).toEqual(before);
  // Whose it is finds it.
  await ngoc.writes('/start VM-2026-000001');
  expect(leaked(ngoc.lastWords)).not.toEqual([]);
});

test('over the API and the console nobody of another unit, and no narrow key, finds anything by counting up', async () => {
  await using desk = await openDesk({ now });
  await using files = await directory();
  const { filesDirectory } = await openWorld(desk, files.path, true);
  const config = { publicUrl: 'http://localhost:3000', isDemonstration: false, telegramBotName: () => null };
  await using web = await openWeb(desk, { config: { ...config, filesDirectory } });
  const { minh, dung, administrator } = desk.organisation.officers;
  const made = await web.program.post('/api/v1/api-keys', { name: 'Hẹp', scopes: ['appendices:read'] });
  const before = await standing(desk);
  const readers = {
    minh: await web.signIn(minh),
    dung: await web.signIn(dung),
    key: callerWith(web.app, { authorization: `Bearer ${String(made.body.key)}` }),
    stranger: web.stranger,
  };
  const reads = [
    ...references.flatMap((reference) => [
      `cases/${reference}`,
      `cases/${reference}/exclusions`,
      `cases/${reference}/verification`,
    ]),
    ...ids.flatMap((id) => [`files/${id}`, `link-requests/${id}/files/${id}`]),
    'declarations/107705060720',
    `declarations?taxCode=${seaStar.taxCode}`,
    'declarations',
    'enterprises',
    'enterprises?q=sao',
    `enterprises/${seaStar.taxCode}`,
    `enterprises/${seaStar.taxCode}/links`,
    `enterprises/${seaStar.taxCode}/agreements`,
    'cases?box=all&state=any',
    'cases?q=ni%C3%AAm%20phong',
    'cases?q=VM-2026-000001',
    'link-requests',
    'alerts',
    'troubles',
    'data-requests',
    'verifications',
    'corrective-actions',
  ];

  const found: string[] = [];
  for (const [who, caller] of Object.entries(readers))
    for (const path of reads) {
      const answer = await caller.raw(`/api/v1/${path}`);
      const traces = leaked(await answer.text());
      if (traces.length > 0) found.push(`${who} ${path}: ${traces.join(', ')}`);
    }
  const writes = [
    ...['taking', 'resolution', 'arrived-result'].map((deed) => [`cases/VM-2026-000001/${deed}`, undefined] as const),
    ['cases/VM-2026-000001/notes', { text: 'x' }] as const,
    ['cases/VM-2026-000001/replies', { text: 'x' }] as const,
    ['cases/VM-2026-000001/raise', { reason: 'x' }] as const,
    ...ids.flatMap((id) => [
      [`messages/${id}/retry`, undefined] as const,
      [`messages/${id}/redaction`, { because: 'requested' }] as const,
      [`links/${id}/revocation`, undefined] as const,
      [`enterprise-codes/${id}/revocation`, undefined] as const,
      [`link-requests/${id}/approval`, { role: 'owner', validUntil: null }] as const,
      [`alerts/${id}/acknowledgement`, undefined] as const,
    ]),
  ];
  const statuses = new Set<number>();
  for (const caller of [readers.minh, readers.dung, readers.key, readers.stranger])
    for (const [path, body] of writes) statuses.add((await caller.post(`/api/v1/${path}`, body)).status);

  expect(found).toEqual([]);
  expect([...statuses].toSorted()).toEqual([401, 403, 404]);
  expect(await standing(desk)).toEqual(before);
  // Administrators look after the system and not the cases.
  const admin = await web.signIn(administrator);
  expect((await admin.raw('/api/v1/cases/VM-2026-000001')).status).toBe(404);
});

test('on the web chat a session reaches no file and no message of another chat', async () => {
  await using desk = await openDesk({ now });
  await using files = await directory();
  const { filesDirectory } = await openWorld(desk, files.path, true);
  const origin = 'https://dong-hanh.vn';
  const channel = openWebchat({ uploadsDirectory: join(filesDirectory, 'uploads') });
  const live = { onConversation: () => () => undefined };
  const config = { publicUrl: origin, isDemonstration: false, filesDirectory };
  const routes = webchatRoutes({ desk, channel, live, config });
  const app = new Hono().onError(answerProblem(openLog('silent'))).route('/', routes);
  const request = (path: string, init: RequestInit = {}) =>
    app.request(`${origin}/chat/api${path}`, { ...init, headers: { origin, ...(init.headers as object) } });
  const session = await request('/session', { method: 'POST', body: '{}' });
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  await giveFile(desk, filesDirectory, await webConversation(desk), null, 'tệp của chính mình');

  const answers: string[] = [];
  for (const id of ids) {
    const file = await request(`/files/tep-${id}`, { headers: { cookie } });
    const page = await request(`/messages?after=${id}`, { headers: { cookie } });
    answers.push(`${file.status}`, await page.text(), await file.text());
  }

  expect(answers.flatMap(leaked)).toEqual([]);
  // The one that was sent to this very chat.
  expect(answers.filter((text) => text === '200')).toHaveLength(1);
  expect(answers).toContain('tệp của chính mình');
  expect((await request('/messages')).status).toBe(401);
});
