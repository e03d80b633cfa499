import { expect, test } from 'vitest';
import { act } from '../../../src/desk/act.ts';
import { sendWeeklyDigests } from '../../../src/desk/digests/weekly-digest.ts';
import { caseExclusions } from '../../../src/store/schema/cases.ts';
import { conversations } from '../../../src/store/schema/conversations.ts';
import { officerChats } from '../../../src/store/schema/organisation.ts';
import { openACase } from '../../support/cases.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';
import type { TestOfficer } from '../../support/organisation.ts';

test('a manager reads once, when the week opens, how the last one went, and nothing of what is kept from them', async () => {
  await using desk = await openDesk({ now: '2026-03-05T09:00+07:00' });
  const { hoa, leader, lan } = desk.organisation.officers;
  for (const officer of [hoa, leader, lan]) await linkChat(desk, officer);
  const [seen, hidden] = [await openACase(desk), await openACase(desk)];
  await desk.database.db
    .insert(caseExclusions)
    .values({ caseId: hidden.row.id, officerId: hoa.id, because: 'subject' });
  await desk.database.sql`
    update clocks set broken_at = due_at, state = 'broken' where kind = 'acknowledge' and case_id in (${seen.row.id}, ${hidden.row.id})`;
  await desk.database.sql`update cases set next_due_at = '2026-03-06T02:00Z'`;

  const tellings: number[] = [];
  for (const moment of [
    '2026-03-08T10:00+07:00',
    '2026-03-09T05:00+07:00',
    '2026-03-09T08:05+07:00',
    '2026-03-09T08:10+07:00',
    '2026-03-10T08:05+07:00',
  ]) {
    desk.clock.set(moment);
    tellings.push(await act(desk, { kind: 'schedule', name: 'test' }, sendWeeklyDigests));
  }

  expect(tellings).toEqual([0, 0, 2, 0, 0]);
  expect(await told(desk, hoa)).toEqual([
    [
      '*Tổng kết tuần 02/03/2026 – 08/03/2026*',
      'Đúng hạn *0,0 %*: 0 thời hạn được giữ, 1 bị trễ.',
      'Trễ: tiếp nhận 1, phản hồi 0, giải quyết 0.',
      'Trễ nhiều nhất: Hải quan cửa khẩu cảng Hải Phòng khu vực 3 (1).',
      'Lúc này: 1 vụ việc đang mở, 1 quá hạn, 0 chưa giao, 0 đã chuyển cấp.',
      'Chi tiết: mục *Điều hành* trên bàn làm việc.',
    ].join('\n'),
  ]);
  expect((await told(desk, leader))[0]).toContain('2 bị trễ');
  expect(await told(desk, lan)).toEqual([]);
});

async function linkChat({ database: { db }, clock }: TestDesk, { id: officerId }: TestOfficer): Promise<void> {
  const at = clock.now();
  const [chat] = await db
    .insert(conversations)
    .values({
      ...{ channel: 'telegram', account: 'bot', address: `chat-${officerId}`, officerId },
      ...{ dialogue: {}, createdAt: at, lastMessageAt: at },
    })
    .returning();
  if (chat !== undefined) await db.insert(officerChats).values({ officerId, conversationId: chat.id, linkedAt: at });
}

async function told({ database: { sql } }: TestDesk, { id }: TestOfficer): Promise<string[]> {
  const rows = await sql<{ text: string }[]>`
    select m.text from messages m join conversations v on v.id = m.conversation_id
    where v.address = ${`chat-${id}`} and m.text like '%Tổng kết%' order by m.id`;
  return rows.map(({ text }) => text);
}
