import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { act } from '../../../src/desk/act.ts';
import { verifyLedgers } from '../../../src/desk/audit/verify-ledgers.ts';
import { confirmSolved } from '../../../src/desk/cases/enterprise-judges.ts';
import { passOverDataRequests } from '../../../src/desk/privacy/carry-out-deletions.ts';
import { forgetUnconsented } from '../../../src/desk/privacy/forget-unconsented.ts';
import { prepareExport } from '../../../src/reports/data-export/prepare-export.ts';
import { told } from '../../support/administration.ts';
import { openChat, transcriptOf } from '../../support/chat.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';
import { anEnterprise, conversationOf, speaksFor } from '../../support/linking.ts';

const now = '2026-11-23T09:15:00+07:00';
const transcripts = '../../transcripts/data-rights';
const issue = 'Tờ khai 107705060720 luồng vàng nộp hồ sơ từ sáng chưa ai duyệt, hàng dừng ở cảng';

async function directory(): Promise<AsyncDisposable & { path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'export-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** Everything that is stored of what the person said, was called and could be reached by. */
async function kept(desk: TestDesk): Promise<string> {
  const [row] = await desk.database.sql<{ all: string }[]>`
    select concat_ws(' ', (select string_agg(text, ' ') from messages), (select string_agg(body, ' ') from inbox),
      (select string_agg(concat_ws(' ', display_name, vouched_phone, dialogue::text), ' ') from conversations where address like '849%'),
      (select string_agg(name, ' ') from contacts), (select string_agg(name, ' ') from files),
      (select string_agg(description, ' ') from cases), (select string_agg(text, ' ') from alerts)) as all`;
  return row?.all ?? '';
}

/** The person says that the matter is settled. */
async function closes(desk: TestDesk, address: string): Promise<void> {
  const by = { kind: 'contact' as const, conversationId: await conversationOf(desk, address) };
  await act(desk, by, (current) => confirmSolved(current, { reference: 'VM-2026-000001' }));
}

async function isWhole(desk: TestDesk): Promise<boolean> {
  const { breaks, rows } = await verifyLedgers(desk.database.db, [], () => undefined);
  return breaks.length === 0 && rows > 0;
}

test('who asks for deletion while a case is open is told that it goes on, and that is what happens', async () => {
  await using desk = await openDesk({ now });
  const chat = openChat(desk);
  const mai = chat.person('84900301', { name: 'Lê Thị Hương' });
  await mai.writes(issue);
  await mai.presses('Đồng ý');
  await mai.presses('Gửi');
  await speaksFor(desk, '84900301', await anEnterprise(desk));
  desk.clock.advanceMinutes(5);

  await mai.writes('/dulieu');
  await mai.presses('Xóa dữ liệu');
  await mai.presses('Xóa dữ liệu của tôi');
  const whileOpen = await passOverDataRequests(desk);
  expect([whileOpen, (await kept(desk)).includes('107705060720')]).toEqual([0, true]);
  await mai.writes('cảng báo còn thiếu vận đơn');
  await mai.presses('VM-2026-000001');
  await closes(desk, '84900301');
  desk.clock.advanceMinutes(5);
  const onceClosed = await passOverDataRequests(desk);
  await chat.settle();
  const left = await kept(desk);
  await mai.writes('/dulieu');

  expect(onceClosed).toBe(1);
  for (const word of ['107705060720', 'vận đơn', 'Lê Thị Hương']) expect(left).not.toContain(word);
  expect(await isWhole(desk)).toBe(true);
  const [row] = await desk.database.sql`
    select state, outcome, done_at <= due_by as in_time, acknowledge_by from data_requests where kind = 'deletion'`;
  expect(row).toMatchObject({ state: 'done', in_time: true, outcome: { cases: 1, links: 1 } });
  // Two working days after Monday morning; 24 November is a public holiday (Nghị quyết 28/2026/QH16).
  expect(row?.acknowledge_by).toEqual(new Date('2026-11-26T09:20:00+07:00'));
  await expect(transcriptOf(mai)).toMatchFileSnapshot(`${transcripts}/deletion-while-open.txt`);
});

test('a copy that is being prepared reaches the person before anything is deleted', async () => {
  await using desk = await openDesk({ now });
  await using files = await directory();
  const chat = openChat(desk, 'webchat');
  const mai = chat.person('84900302');
  await mai.writes('xin chào');
  await mai.presses('Đồng ý');
  await mai.sendsFile('van-don.jpg', 'Vận đơn <b>số 7</b>');
  await mai.writes('/huy');

  await mai.writes('dữ liệu của tôi');
  await mai.presses('Tải dữ liệu');
  await mai.writes('/dulieu');
  await mai.presses('Xóa dữ liệu');
  await mai.presses('Xóa dữ liệu của tôi');
  expect(await passOverDataRequests(desk)).toBe(0);
  const job = desk.sentJobs.find(({ name }) => name === 'prepare-export');
  const data = job?.data as { requestId: number };
  await prepareExport({ desk, filesDirectory: files.path }, data);
  // The copy is not on its way yet.
  expect(await passOverDataRequests(desk)).toBe(0);
  await chat.settle();
  const rows = await desk.database.sql<{ name: string; path: string }[]>`
    select name, path from files where ref like 'data-request:%' order by name`;
  const texts = await Promise.all(rows.map(({ path }) => readFile(join(files.path, path), 'utf8')));
  expect(await passOverDataRequests(desk)).toBe(1);
  await chat.settle();

  const [page = '', json = ''] = texts;
  const copy = JSON.parse(json);
  expect(copy.about).toMatchObject({ name: 'Trần Thị Mai', chats: [{ channel: 'webchat', address: '84900302' }] });
  expect(copy.messages.map(({ text }: { text: string }) => text)).toContain('Vận đơn <b>số 7</b>');
  expect(page).toContain('Vận đơn &lt;b&gt;số 7&lt;/b&gt;');
  const left = await desk.database.sql<{ name: string }[]>`select name from files where state = 'stored' order by name`;
  // The copy is fetched in the chat, so it stays for its own few days.
  expect(left.map(({ name }) => name)).toEqual(['du-lieu-cua-toi.html', 'du-lieu-cua-toi.json']);
  expect(await kept(desk)).not.toContain('van-don');
  await prepareExport({ desk, filesDirectory: files.path }, data);
  expect(mai.seen.filter(({ text }) => text === '[du-lieu-cua-toi.json]')).toHaveLength(1);
  expect(await isWhole(desk)).toBe(true);
  await expect(transcriptOf(mai)).toMatchFileSnapshot(`${transcripts}/deletion-while-exporting.txt`);
});

test('who never agreed sees what is kept as well, in their language, and may change their mind about deleting', async () => {
  await using desk = await openDesk({ now });
  const chat = openChat(desk);
  const park = chat.person('84900303', { name: 'Park Ji Hoon', language: 'en' });

  await park.writes('hello');
  await park.writes('/data');
  await park.presses('Delete my data');
  await park.presses('Yes, delete it');
  await park.writes('/data');
  await park.presses('Keep my data');
  await park.writes('delete my data');
  await park.presses('Yes, delete it');
  await passOverDataRequests(desk);
  await chat.settle();

  expect(await kept(desk)).not.toContain('Park Ji Hoon');
  await expect(transcriptOf(park)).toMatchFileSnapshot(`${transcripts}/in-english.txt`);
});

test('withdrawn consent deletes what was said outside of the case within a day, and is kept as a request that was done', async () => {
  await using desk = await openDesk({ now });
  const mai = openChat(desk).person('84900304');
  await mai.writes(issue);
  await mai.presses('Đồng ý');
  await mai.presses('Gửi');
  await mai.writes('cho hỏi số điện thoại trực ban 0912345678 là ở đâu');
  await mai.writes('/huy');

  await mai.writes('/dulieu');
  await mai.presses('Rút lại đồng ý');
  desk.clock.advanceMinutes(24 * 60 + 1);
  await act(desk, { kind: 'schedule', name: 'test' }, forgetUnconsented);

  const left = await kept(desk);
  expect(left).toContain('107705060720');
  expect((await told(desk, 'privacy')).map(({ type }) => type)).toContain('consentWithdrawn');
  const [row] = await desk.database.sql`select kind, state from data_requests`;
  expect(row).toEqual({ kind: 'withdrawal', state: 'done' });
});

test('a request that is late is told to the administrators, once', async () => {
  await using desk = await openDesk({ now });
  const chat = openChat(desk);
  const admin = chat.person('84900305', { name: 'Quản trị' });
  await admin.writes('/start');
  const [officer] = await desk.database.sql<{ id: string }[]>`select id from officers where role = 'administrator'`;
  const officerId = Number(officer?.id);
  await desk.database.sql`update conversations set officer_id = ${officerId} where address = '84900305'`;
  await desk.database.sql`insert into officer_chats (conversation_id, officer_id, linked_at)
    select id, ${officerId}, created_at from conversations where address = '84900305'`;
  const mai = chat.person('84900306');
  await mai.writes('xin chào');
  await mai.presses('Đồng ý');
  await mai.writes('tải dữ liệu');

  desk.clock.advanceMinutes(15 * 24 * 60);
  await passOverDataRequests(desk);
  await passOverDataRequests(desk);
  await chat.settle();

  expect(admin.seen.filter(({ text }) => text.includes('quá hạn'))).toHaveLength(1);
});
