import { expect, test } from 'vitest';
import { act } from '../../../src/desk/act.ts';
import { verifyLedgers } from '../../../src/desk/audit/verify-ledgers.ts';
import { confirmSolved } from '../../../src/desk/cases/enterprise-judges.ts';
import { applyRetention } from '../../../src/desk/privacy/apply-retention.ts';
import { approveRetention, changeRetention } from '../../../src/desk/privacy/change-retention.ts';
import { insertOfficerNotice, noticesOf } from '../../../src/store/officer-notices.ts';
import { retentionInForce } from '../../../src/store/retention.ts';
import { told } from '../../support/administration.ts';
import { openChat } from '../../support/chat.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';
import { anEnterprise, conversationOf, letterCode } from '../../support/linking.ts';

const now = '2026-11-23T09:15:00+07:00';
const day = 24 * 60;

async function words(desk: TestDesk): Promise<string> {
  const [row] = await desk.database.sql<{ all: string }[]>`
    select concat_ws(' ', (select string_agg(text, ' ') from messages), (select string_agg(body, ' ') from inbox),
      (select string_agg(description, ' ') from cases), (select string_agg(text, ' ') from alerts)) as all`;
  return row?.all ?? '';
}

test('what is past its time goes in its night and not before, and the ledgers stay whole', async () => {
  await using desk = await openDesk({ now });
  const mai = openChat(desk).person('84900401');
  await mai.writes('Tờ khai 107705060720 luồng vàng nộp hồ sơ từ sáng chưa ai duyệt');
  await mai.presses('Đồng ý');
  await mai.presses('Gửi');
  await mai.writes('cảm ơn, chúc một ngày tốt lành nhé các anh chị');
  await mai.writes('/huy');
  await letterCode(desk, await anEnterprise(desk), { validDays: 1 });
  const by = { kind: 'contact' as const, conversationId: await conversationOf(desk, '84900401') };
  await act(desk, by, (current) => confirmSolved(current, { reference: 'VM-2026-000001' }));

  // Counted while somebody tried passwords on Monday morning.
  await desk.database.sql`
    insert into sign_in_attempts (key, points, expire) values ('signIn:1.2.3.4', 3, ${new Date('2026-11-23T09:30:00+07:00')})`;

  await act(desk, by, ({ tx, at }) =>
    insertOfficerNotice(tx, {
      officerId: desk.organisation.officers.hoa.id,
      text: 'Đơn vị vừa nhận một đánh giá thấp',
      at,
    }),
  );

  desk.clock.advanceMinutes(29 * day);
  await applyRetention(desk);
  const early = await words(desk);
  desk.clock.advanceMinutes(2 * day);
  const month = await applyRetention(desk);
  const [deliveries] = await desk.database.sql`select count(*) filter (where body <> '{}')::int as full from inbox`;
  desk.clock.advanceMinutes(340 * day);
  const year = await applyRetention(desk);
  const afterYear = await words(desk);
  desk.clock.advanceMinutes(4 * 365 * day);
  const fiveYears = await applyRetention(desk);
  const again = await applyRetention(desk);

  expect(early).toContain('chúc một ngày');
  expect(month.signInSessions).toBe(1);
  expect([month.inboxPayloads, deliveries?.full]).toEqual([5, 0]);
  expect(year.chatMessages).toBeGreaterThan(0);
  expect(afterYear).not.toContain('chúc một ngày');
  expect(afterYear).toContain('107705060720');
  expect([month.officerNotices, year.officerNotices]).toEqual([0, 1]);
  expect(await noticesOf(desk.database.db, desk.organisation.officers.hoa.id, 10)).toEqual([]);
  expect([year.linkCodes, fiveYears.closedCases]).toEqual([1, 1]);
  expect(await words(desk)).not.toContain('107705060720');
  expect(Object.values(again).reduce((sum, count) => sum + count, 0)).toBe(0);
  const { breaks } = await verifyLedgers(desk.database.db, [], () => undefined);
  expect(breaks).toEqual([]);
  const [runs] = await desk.database
    .sql`select count(*)::int as all, count(finished_at)::int as done from retention_runs`;
  expect(runs).toEqual({ all: 5, done: 5 });
});

test('a longer period counts at once, a shorter one once a second administrator has agreed', async () => {
  await using desk = await openDesk({ now });
  const [admin] = await desk.database.sql<{ id: string; unitId: string }[]>`
    select id, unit_id as "unitId" from officers where role = 'administrator'`;
  const [second] = await desk.database.sql<{ id: string }[]>`
    insert into officers (name, title, role, unit_id, active, email)
    values ('Quản trị thứ hai', 'Quản trị', 'administrator', ${admin?.unitId ?? ''}, true, 'hai@haiquan.example') returning id`;
  const first = { kind: 'officer' as const, officerId: Number(admin?.id) };
  const other = { kind: 'officer' as const, officerId: Number(second?.id) };
  const { lan } = desk.organisation.officers;
  const daysNow = async () =>
    (await retentionInForce(desk.database.db, desk.clock.now())).find(({ what }) => what === 'chatMessages')?.days;
  const change = (days: number) => (by: typeof first) =>
    act(desk, by, (current) => changeRetention(current, { what: 'chatMessages', days, basis: 'Quy chế lưu trữ' }));

  await change(730)(first);
  const longer = await daysNow();
  const ruleId = await change(90)(first);
  const waiting = await daysNow();
  const approve = (by: typeof first) => act(desk, by, (current) => approveRetention(current, { ruleId }));

  expect([longer, waiting]).toEqual([730, 730]);
  await expect(change(60)(first)).rejects.toMatchObject({ code: 'proposedAlready' });
  await expect(approve(first)).rejects.toMatchObject({ code: 'samePerson' });
  await expect(approve({ kind: 'officer', officerId: lan.id })).rejects.toMatchObject({ code: 'notPermitted' });
  await approve(other);
  expect(await daysNow()).toBe(90);
  await expect(approve(other)).rejects.toMatchObject({ code: 'alreadyApproved' });
  expect((await told(desk, 'privacy')).map(({ type }) => type)).toEqual([
    'retentionChanged',
    'retentionProposed',
    'retentionChanged',
  ]);
});
