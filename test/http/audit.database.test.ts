import { expect, test } from 'vitest';
import { act } from '../../src/desk/act.ts';
import { askForCheck } from '../../src/desk/audit/ask-for-check.ts';
import { checkLedgers } from '../../src/desk/audit/check-ledgers.ts';
import { sealDay } from '../../src/desk/audit/seal-day.ts';
import { createLinkCode } from '../../src/desk/organisation/link-chat.ts';
import { officers } from '../../src/store/schema/organisation.ts';
import { openACase } from '../support/cases.ts';
import { openDesk } from '../support/desk.ts';
import { openWeb } from '../support/web.ts';

test('an administrator sees how much is in the ledgers and when they were sealed', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
  await using web = await openWeb(desk);
  const administrator = await web.signIn(desk.organisation.officers.administrator);
  await openACase(desk);
  expect((await administrator.get('/api/v1/audit/status')).body).toMatchObject({
    lastRoot: null,
    lastVerification: null,
  });

  const root = await act(desk, { kind: 'schedule', name: 'audit-root' }, sealDay);

  const status = await administrator.get('/api/v1/audit/status');
  expect(status.status).toBe(200);
  expect(status.body).toMatchObject({
    lastRoot: { date: '2026-11-23', hash: root.hash, rows: root.rows, sealedAt: '2026-11-23T02:00:00.000Z' },
    ledgers: root.ledgers + 1,
    rows: root.rows + 1,
  });
});

test('an administrator has the ledgers checked now and reads what came of it', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
  await using web = await openWeb(desk);
  const administrator = await web.signIn(desk.organisation.officers.administrator);
  const lan = await web.signIn(desk.organisation.officers.lan);
  await openACase(desk);
  const ask = () => administrator.post('/api/v1/audit/checks');
  const carryOut = async () => {
    for (const { name, data } of desk.sentJobs.splice(0))
      if (name === 'check-ledgers' && 'checkId' in data) await checkLedgers(desk, data.checkId, '/khong/co');
  };

  const asked = await ask();
  const again = await ask();
  expect([asked.status, again.body.id, desk.sentJobs.length]).toEqual([202, asked.body.id, 1]);
  expect((await lan.post('/api/v1/audit/checks')).status).toBe(403);
  await carryOut();
  const { body: whole } = await administrator.get('/api/v1/audit/status');
  await desk.database.sql`update case_events set detail = '{"text": "khác"}' where ordinal = 1`;
  await ask();
  await carryOut();
  const { body: broken } = await administrator.get('/api/v1/audit/status');

  expect(whole).toMatchObject({
    lastCheck: { finishedAt: '2026-11-23T02:00:00.000Z', breakCount: 0, breaks: [] },
    lastVerification: { at: '2026-11-23T02:00:00.000Z', breaks: 0 },
  });
  expect(broken.lastCheck).toMatchObject({
    breakCount: 1,
    breaks: [expect.stringMatching(/^Sổ của vụ việc VM-2026-000001, dòng 1: nội dung đã bị sửa/u)],
  });
});

test('a check says nothing of a report to the administrator whom it is about, and to another not which it is', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
  await using web = await openWeb(desk);
  const { administrator: subject } = desk.organisation.officers;
  const { role, unitId } = subject;
  const [other = subject] = await desk.database.db
    .insert(officers)
    .values({ role, unitId, name: 'Đỗ Văn Khánh', email: 'khanh@haiquan.example', title: 'Quản trị hệ thống' })
    .returning();
  await openACase(desk);
  const administrators = [await web.signIn(subject), await web.signIn(other)];
  const readAll = async () => {
    desk.clock.advanceMinutes(1);
    await act(desk, { kind: 'schedule', name: 'kiểm tra' }, askForCheck);
    for (const { name, data } of desk.sentJobs.splice(0))
      if (name === 'check-ledgers' && 'checkId' in data) await checkLedgers(desk, data.checkId, '/khong/co');
    return Promise.all(
      [...administrators, web.program].map(async (caller) => {
        const { body } = await caller.get('/api/v1/audit/status');
        const page = await caller.get('/api/v1/audit/ledger?stream=audit&limit=1');
        const [verified] = page.body.items as { detail: Record<string, unknown> }[];
        const { breakCount, breaks } = body.lastCheck as { breakCount: number; breaks: string[] };
        return { breakCount, breaks, ledgers: Number(verified?.detail.ledgers), counted: verified?.detail.breaks };
      }),
    );
  };
  const [before] = await readAll();

  const { row } = await openACase(desk, { kind: 'report', subjectIds: [subject.id] });
  await desk.database.sql`update case_events set detail = '{"text": "khác"}' where case_id = ${row.id} and ordinal = 3`;
  const present = await readAll();
  await desk.database.sql`alter table cases disable trigger all`;
  await desk.database.sql`delete from cases where id = ${row.id}`;
  await desk.database.sql`delete from case_exclusions where case_id = ${row.id}`;
  const gone = await readAll();

  const changed = 'nội dung đã bị sửa, không còn khớp với mã băm của dòng';
  const conduct = 'Sổ của một vụ việc về hành vi công vụ';
  expect(present).toMatchObject([
    before,
    { breakCount: 1, breaks: [`${conduct}: ${changed}`], counted: 1 },
    { breakCount: 1, breaks: [`Sổ của vụ việc ${row.reference}, dòng 3: ${changed}`], counted: 1 },
  ]);
  expect(gone).toMatchObject([
    { breaks: [`${conduct}: số này đã được cấp nhưng vụ việc không còn`] },
    { breaks: [expect.stringContaining(`${conduct}: dòng không thuộc`), expect.stringContaining(conduct)] },
    { breakCount: 2 },
  ]);
});

test('what was done about access is read newest first, a page at a time', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
  await using web = await openWeb(desk);
  const { administrator, lan } = desk.organisation.officers;
  const reader = await web.signIn(administrator);
  await act(desk, { kind: 'officer', officerId: lan.id }, createLinkCode);

  const newest = await reader.get('/api/v1/audit/ledger?stream=access&limit=1');
  const rest = await reader.get(`/api/v1/audit/ledger?stream=access&before=${String(newest.body.nextBefore)}`);

  expect(newest.body.items).toMatchObject([
    { type: 'linkCodeCreated', by: { kind: 'officer', officerId: lan.id }, detail: { officerId: lan.id } },
  ]);
  expect(rest.body.items).toMatchObject([
    { type: 'signInSet' },
    { type: 'apiKeyCreated', detail: { name: 'bootstrap' } },
  ]);
  expect(rest.body.nextBefore).toBeNull();
});

test('the ledgers are not for those who do not look after the system', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
  await using web = await openWeb(desk);
  const leader = await web.signIn(desk.organisation.officers.leader);

  expect((await leader.get('/api/v1/audit/status')).status).toBe(403);
  expect((await leader.get('/api/v1/audit/ledger?stream=access')).status).toBe(403);
  expect((await web.stranger.get('/api/v1/audit/status')).status).toBe(401);
  expect((await web.program.get('/api/v1/audit/ledger?stream=khac')).status).toBe(400);
});

test('internal control redacts a message, and the case tells that and why, without the words', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
  await using web = await openWeb(desk);
  const { control, lan } = desk.organisation.officers;
  const { row } = await openACase(desk, { description: 'Số căn cước của tôi là 031099000123, nhờ tra giúp' });
  const officer = await web.signIn(lan);
  const before = await officer.get(`/api/v1/cases/${row.reference}`);
  const [message] = before.body.messages as { id: number }[];
  const path = `/api/v1/messages/${message?.id}/redaction`;

  expect((await officer.post(path, { because: 'personalData' })).status).toBe(403);
  const auditor = await web.signIn(control);
  expect((await auditor.post(path, { because: 'something else' })).status).toBe(400);
  const answer = await auditor.post(path, { because: 'personalData', withDescription: true });

  expect(answer.status).toBe(204);
  const after = await officer.get(`/api/v1/cases/${row.reference}`);
  expect(JSON.stringify(after.body)).not.toContain('031099000123');
  expect(JSON.stringify(after.body)).toContain('có dữ liệu cá nhân của người khác');
  expect((await auditor.post(path, { because: 'personalData' })).status).toBe(409);
  expect((await auditor.post('/api/v1/messages/999999/redaction', { because: 'mistaken' })).status).toBe(404);
});
