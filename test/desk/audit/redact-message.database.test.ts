import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { act } from '../../../src/desk/act.ts';
import { redactMessage } from '../../../src/desk/audit/redact-message.ts';
import { verifyLedgers } from '../../../src/desk/audit/verify-ledgers.ts';
import { writeNote } from '../../../src/desk/cases/write-note.ts';
import type { RedactionReason } from '../../../src/rules/privacy/redaction.ts';
import { ledgerRows } from '../../../src/store/ledger.ts';
import { openACase } from '../../support/cases.ts';
import { openChat } from '../../support/chat.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';
import type { TestOfficer } from '../../support/organisation.ts';

const words = 'Tờ khai 107705060720 của tôi, giám đốc là bà Phan Thị Bí Mật, số riêng 0987654321, bị giữ từ sáng';

/** Everything that is stored, in one text. */
async function everything({ database }: TestDesk): Promise<string> {
  const names = await database.sql<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`;
  const all = await Promise.all(
    names.map(
      ({ name }) => database.sql<{ text: string }[]>`
      select coalesce(string_agg(t::text, ' '), '') as text from ${database.sql(name)} t`,
    ),
  );
  return all.map(([row]) => row?.text ?? '').join('\n');
}

async function messageWith(desk: TestDesk, part: string): Promise<number> {
  const rows = await desk.database.sql<{ id: number }[]>`
    select id::int from messages where author = 'person' and text like ${`%${part}%`} order by id limit 1`;
  const id = rows[0]?.id;
  if (id === undefined) throw new Error(`Nobody said "${part}"`);
  return id;
}

function redact(desk: TestDesk, by: TestOfficer, messageId: number, withDescription = false): Promise<void> {
  const because: RedactionReason = 'requested';
  return act(desk, { kind: 'officer', officerId: by.id }, (current) =>
    redactMessage(current, { messageId, because, withDescription }),
  );
}

test('words that are redacted are nowhere any more, and the ledgers are whole', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
  const person = openChat(desk).person('84900001');
  await person.writes('/start');
  await person.presses('Đồng ý');
  await person.writes(words);
  await person.presses('Gửi');
  expect(await everything(desk)).toContain('Phan Thị Bí Mật');

  await redact(desk, desk.organisation.officers.control, await messageWith(desk, 'Bí Mật'), true);

  const left = await everything(desk);
  expect(left).not.toContain('Phan Thị Bí Mật');
  expect(left).not.toContain('0987654321');
  expect((await verifyLedgers(desk.database.db, [], () => undefined)).breaks).toEqual([]);
  const events = await desk.database.sql<{ detail: { sha256: string } }[]>`
    select detail from case_events where type = 'redacted' order by ordinal`;
  expect(events[0]?.detail.sha256).toBe(createHash('sha256').update(words).digest('hex'));
});

test('earlier wordings and copies of files go too, and a file that somebody else sent as well stays', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
  const { row } = await openACase(desk, { description: 'Hàng chờ kiểm tra' });
  const messageId = await messageWith(desk, 'Hàng chờ');
  await desk.database.sql`
    update messages set case_id = ${row.id}, earlier_texts = '[{"text":"mật khẩu của tôi là 1234567","until":"2026-11-23T02:00:00Z"}]'
    where id = ${messageId}`;
  const { row: other } = await openACase(desk, { description: 'Việc khác' });
  const otherMessage = await messageWith(desk, 'Việc khác');
  expect(other.id).not.toBe(row.id);
  for (const [id, path] of [
    [messageId, 'aa/aa11'],
    [messageId, 'bb/bb22'],
    [otherMessage, 'bb/bb22'],
  ] as const)
    await desk.database.sql`
      insert into files (message_id, channel, ref, name, state, path, sha256)
      values (${id}, 'telegram', 'r', 'cccd-mat-truoc.jpg', 'stored', ${path}, ${path})`;

  await redact(desk, desk.organisation.officers.administrator, messageId);

  expect(desk.sentJobs.filter(({ name }) => name === 'remove-files')).toEqual([
    { name: 'remove-files', data: { paths: ['aa/aa11'] } },
  ]);
  const files = await desk.database.sql`select state, path, name from files where message_id = ${messageId}`;
  expect([...files]).toEqual([
    { state: 'gone', path: null, name: '' },
    { state: 'gone', path: null, name: '' },
  ]);
  expect(await everything(desk)).not.toContain('mật khẩu của tôi');
});

test('a message that belongs to no case is redacted too, and that stands in the ledger of privacy', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
  const person = openChat(desk).person('84900002');
  await person.writes(words);
  const messageId = await messageWith(desk, 'Bí Mật');

  await redact(desk, desk.organisation.officers.administrator, messageId);

  expect(await everything(desk)).not.toContain('Phan Thị Bí Mật');
  const rows = await ledgerRows(desk.database.db, 'privacy', { before: null, limit: 10 });
  expect(rows.at(-1)).toMatchObject({ type: 'redacted', detail: { messageId, because: 'requested' } });
  expect((await verifyLedgers(desk.database.db, [], () => undefined)).breaks).toEqual([]);
});

test('what is redacted already is not redacted again', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
  await openACase(desk, { description: 'Hàng chờ kiểm tra' });
  const messageId = await messageWith(desk, 'Hàng chờ');
  await redact(desk, desk.organisation.officers.control, messageId, true);

  await expect(redact(desk, desk.organisation.officers.control, messageId, true)).rejects.toMatchObject({
    code: 'alreadyRedacted',
  });
});

test('an officer who only handles the case, and a manager, may not redact', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
  await openACase(desk, { description: 'Hàng chờ kiểm tra' });
  const messageId = await messageWith(desk, 'Hàng chờ');
  const { lan, hoa, leader } = desk.organisation.officers;

  for (const officer of [lan, hoa, leader])
    await expect(redact(desk, officer, messageId)).rejects.toMatchObject({ code: 'notPermitted' });
});

test('whoever a report is about cannot remove what it says, and does not learn of it', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
  const { row } = await openACase(desk, { description: 'Phản ánh cán bộ kiểm tra nội bộ' });
  const messageId = await messageWith(desk, 'Phản ánh');
  const { control, administrator } = desk.organisation.officers;
  for (const { id } of [control, administrator])
    await desk.database.db.execute(
      sql`insert into case_exclusions (case_id, officer_id, because) values (${row.id}, ${id}, 'namedInReport')`,
    );

  await expect(redact(desk, control, messageId)).rejects.toMatchObject({ code: 'notFound' });
  await expect(redact(desk, administrator, messageId, true)).rejects.toMatchObject({ code: 'notFound' });
});

test('what officers write to each other stands in no ledger', async () => {
  await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
  const { row } = await openACase(desk, { description: words });
  const lan = { kind: 'officer' as const, officerId: desk.organisation.officers.lan.id };
  await act(desk, lan, (current) => writeNote(current, { reference: row.reference, text: words }));

  const ledger = await desk.database.sql<
    { text: string }[]
  >`select string_agg(e::text, ' ') as text from case_events e`;

  expect(ledger[0]?.text).not.toContain('Bí Mật');
});
