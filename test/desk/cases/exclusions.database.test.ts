import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { act } from '../../../src/desk/act.ts';
import { alert } from '../../../src/desk/alerts/alert.ts';
import { addExclusion } from '../../../src/desk/cases/add-exclusion.ts';
import { approveExclusionLift } from '../../../src/desk/cases/approve-exclusion-lift.ts';
import { askExclusionLift } from '../../../src/desk/cases/ask-exclusion-lift.ts';
import { gistOf } from '../../../src/desk/cases/gist.ts';
import { resolveCase } from '../../../src/desk/cases/resolve-case.ts';
import { managerAt } from '../../../src/desk/cases/responsible.ts';
import { mayOfficerSee } from '../../../src/desk/visibility.ts';
import type { CaseRow } from '../../../src/store/cases.ts';
import { alerts, caseEvents, caseExclusions, cases } from '../../../src/store/schema/cases.ts';
import { conversations, outbox } from '../../../src/store/schema/conversations.ts';
import { absences, officerChats, officers } from '../../../src/store/schema/organisation.ts';
import { openACase } from '../../support/cases.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';

const morning = '2026-03-06T09:00:00+07:00';
const about = 'Công chức NGUYEN THI LAN đòi thêm tiền';

test('who is named in a report is kept away from it, and the ledger says why', async () => {
  await using desk = await openDesk({ now: morning });
  const { lan, control } = desk.organisation.officers;

  const { row } = await openACase(desk, { kind: 'report', description: about });

  expect(row.assigneeId).toBe(control.id);
  expect(await desk.database.db.select().from(caseExclusions)).toEqual([
    { caseId: row.id, officerId: lan.id, because: 'namedInReport' },
  ]);
  expect(await eventsOf(desk, row, 'exclusionAdded')).toEqual([{ officerId: lan.id, because: 'namedInReport' }]);
});

test('a report about internal control goes to the leader, one about both to the queue, and nobody is told', async () => {
  await using desk = await openDesk({ now: morning });
  const { leader } = desk.organisation.officers;

  const first = await openACase(desk, { kind: 'report', description: 'Bà Bùi Thu Hà gây khó khăn' });
  const second = await openACase(desk, { kind: 'report', description: 'Bùi Thu Hà và Đỗ Mạnh Hùng gây khó khăn' });

  expect(first.row).toMatchObject({ assigneeId: leader.id, unitId: desk.organisation.units.root });
  expect(second.row).toMatchObject({ assigneeId: null, unitId: desk.organisation.units.root });
  expect(await desk.database.db.$count(alerts, eq(alerts.caseId, second.row.id))).toBe(0);
});

test('where nobody independent is there, one who may know of it hears of the queue at once', async () => {
  await using desk = await openDesk({ now: morning });
  const { leader, control } = desk.organisation.officers;
  for (const { id: officerId } of [leader, control]) await sendAway(desk, officerId);

  const { row } = await openACase(desk, { kind: 'report', description: about });

  expect(row.assigneeId).toBeNull();
  const [told] = await desk.database.db.select().from(alerts).where(eq(alerts.caseId, row.id));
  expect(told).toMatchObject({ officerId: leader.id, kind: 'raised' });
  expect(told?.text).toContain('Chưa có ai nhận được');
});

test('an issue that nobody in the unit can take waits there, and its head hears of it at once', async () => {
  await using desk = await openDesk({ now: morning });
  const { lan, tuan } = desk.organisation.officers;
  await sendAway(desk, lan.id);

  const { row } = await openACase(desk);

  expect(row).toMatchObject({ assigneeId: null, unitId: desk.organisation.units.port3 });
  const [told] = await desk.database.db.select().from(alerts).where(eq(alerts.caseId, row.id));
  expect(told).toMatchObject({ officerId: tuan.id, kind: 'raised' });
});

test('an officer found to be party loses the case at once, and what still waits for their chat never goes out', async () => {
  await using desk = await openDesk({ now: morning });
  const { leader, control } = desk.organisation.officers;
  await linkAChat(desk, control.id);
  const { row } = await openACase(desk, { kind: 'report', description: about });
  expect(await desk.database.db.$count(outbox)).toBe(1);

  await act(desk, { kind: 'apiKey', name: 'văn phòng' }, (current) =>
    addExclusion(current, { reference: row.reference, officerId: control.id, because: 'Người thân' }),
  );

  const [after] = await desk.database.db.select().from(cases).where(eq(cases.id, row.id));
  expect(after?.assigneeId).toBe(leader.id);
  expect(await mayOfficerSee(desk.database.db, control.id, after ?? row)).toBe(false);
  expect(await desk.database.db.$count(outbox)).toBe(0);
});

test('an answered case that comes back is not with the officer who turned out to be party', async () => {
  await using desk = await openDesk({ now: morning });
  const { lan } = desk.organisation.officers;
  const { row } = await openACase(desk);
  await act(desk, by(lan.id), (current) => resolveCase(current, { reference: row.reference }));

  await act(desk, { kind: 'apiKey', name: 'văn phòng' }, (current) =>
    addExclusion(current, { reference: row.reference, officerId: lan.id, because: 'Người thân' }),
  );

  const [after] = await desk.database.db.select().from(cases).where(eq(cases.id, row.id));
  expect(after).toMatchObject({ state: 'resolved', assigneeId: null });
});

test.each([
  ['an issue', 'issue', 'dung', true, true],
  ['an issue they are party to', 'issue', 'dung', false, false],
  ['a report, where they only stand in for a post', 'report', 'dung', true, false],
  ['a report, where they are internal control', 'report', 'control', true, true],
  ['a report they are party to', 'report', 'control', false, false],
] as const)('who stands in for the leader hears of %s: as is right', async (_, kind, who, isIndependent, hears) => {
  await using desk = await openDesk({ now: morning });
  const { leader } = desk.organisation.officers;
  const standIn = desk.organisation.officers[who];
  const { row } = await openACase(desk, { kind });
  await desk.database.db.update(cases).set({ assigneeId: null }).where(eq(cases.id, row.id));
  await sendAway(desk, leader.id, standIn.id);
  if (!isIndependent)
    await desk.database.db.insert(caseExclusions).values({ caseId: row.id, officerId: standIn.id, because: 'x' });

  const addressee = await act(desk, { kind: 'clock' }, async (current) =>
    managerAt(current, { ...row, assigneeId: null }, 4, await current.ruleBook.policy(current.tx, row.policyId)),
  );

  expect(addressee?.officerId === standIn.id).toBe(hears);
});

test('an officer who is excluded cannot be told by any verb', async () => {
  await using desk = await openDesk({ now: morning });
  const { lan, son } = desk.organisation.officers;
  const { row } = await openACase(desk, { kind: 'report', description: about });

  const told = await act(desk, { kind: 'clock' }, async (current) => {
    const notice = { ...(await gistOf(current, row)), kind: 'message' as const, text: 'x' };
    return [await alert(current, row, lan.id, 'message', notice), await alert(current, row, son.id, 'message', notice)];
  });

  expect(told).toEqual([null, null]);
});

test('an exclusion is lifted by two people, and the ledger names both', async () => {
  await using desk = await openDesk({ now: morning });
  const { lan, control } = desk.organisation.officers;
  const second = await anotherControl(desk);
  const { row } = await openACase(desk, { kind: 'report', description: about });
  const { reference } = row;
  const lift = { reference, officerId: lan.id };

  await act(desk, by(control.id), (current) => askExclusionLift(current, { ...lift, because: 'Trùng tên' }));
  const alone = act(desk, by(control.id), (current) => approveExclusionLift(current, lift));
  await expect(alone).rejects.toMatchObject({ code: 'notPermitted' });
  const twice = act(desk, by(control.id), (current) => askExclusionLift(current, { ...lift, because: 'Trùng tên' }));
  await expect(twice).rejects.toMatchObject({ code: 'alreadyAsked' });
  expect(await desk.database.db.$count(caseExclusions)).toBe(1);

  await act(desk, by(second), (current) => approveExclusionLift(current, lift));

  expect(await desk.database.db.$count(caseExclusions)).toBe(0);
  expect(await eventsOf(desk, row, 'exclusionLifted')).toEqual([
    { officerId: lan.id, askedBy: control.id, because: 'Trùng tên' },
  ]);
  const [asked] = await desk.database.db.select().from(alerts).where(eq(alerts.officerId, second));
  expect(asked?.text).toContain('Đề nghị bỏ loại trừ');
  const again = act(desk, by(second), (current) => approveExclusionLift(current, lift));
  await expect(again).rejects.toMatchObject({ code: 'nothingAsked' });
});

test.each([
  ['the excluded officer, who knows of nothing', 'lan', 'notFound'],
  ['the head of another unit, who knows of nothing', 'son', 'notFound'],
  ['the leader, before anybody asked', 'leader', 'notFound'],
] as const)('an exclusion is not lifted at the word of %s', async (_, who, code) => {
  await using desk = await openDesk({ now: morning });
  const { officers: people } = desk.organisation;
  const { row } = await openACase(desk, { kind: 'report', description: about });
  const lift = { reference: row.reference, officerId: people.lan.id };

  const asked = act(desk, by(people[who].id), (current) => askExclusionLift(current, { ...lift, because: 'x' }));
  await expect(asked).rejects.toMatchObject({ code });
  const approved = act(desk, by(people[who].id), (current) => approveExclusionLift(current, lift));
  await expect(approved).rejects.toMatchObject({ code });
});

test('a program is not one of the two people, and who turned out to be party has no word any more', async () => {
  await using desk = await openDesk({ now: morning });
  const { lan, control } = desk.organisation.officers;
  const second = await anotherControl(desk);
  const { row } = await openACase(desk, { kind: 'report', description: about });
  const lift = { reference: row.reference, officerId: lan.id };

  const byKey = act(desk, { kind: 'apiKey', name: 'x' }, (a) => askExclusionLift(a, { ...lift, because: 'x' }));
  await expect(byKey).rejects.toMatchObject({ code: 'notPermitted' });
  await act(desk, by(control.id), (current) => askExclusionLift(current, { ...lift, because: 'x' }));
  await act(desk, by(second), (current) =>
    addExclusion(current, { reference: row.reference, officerId: control.id, because: 'Người thân' }),
  );
  const approved = act(desk, by(second), (current) => approveExclusionLift(current, lift));

  await expect(approved).rejects.toMatchObject({ code: 'nothingAsked' });
});

function by(officerId: number) {
  return { kind: 'officer' as const, officerId };
}

async function eventsOf(desk: TestDesk, row: CaseRow, type: string) {
  const rows = await desk.database.db.select().from(caseEvents).where(eq(caseEvents.caseId, row.id));
  return rows.filter((event) => event.type === type).map(({ detail }) => detail);
}

async function sendAway(desk: TestDesk, officerId: number, substituteId: number | null = null): Promise<void> {
  const time = { fromAt: desk.clock.now(), untilAt: new Date('2026-12-31T00:00:00Z') };
  await desk.database.db.insert(absences).values({ officerId, substituteId, ...time });
}

async function anotherControl(desk: TestDesk): Promise<number> {
  const row = { name: 'Lưu Hồng Phúc', title: 'Kiểm tra nội bộ', email: 'phuc@haiquan.example' };
  const { root: unitId } = desk.organisation.units;
  const [added] = await desk.database.db
    .insert(officers)
    .values({ ...row, role: 'internalControl', unitId })
    .returning();
  return added?.id ?? 0;
}

async function linkAChat(desk: TestDesk, officerId: number): Promise<void> {
  const at = desk.clock.now();
  const chat = { channel: 'telegram' as const, account: '7000000001', address: '900077', dialogue: {} };
  const [conversation] = await desk.database.db
    .insert(conversations)
    .values({ ...chat, officerId, createdAt: at, lastMessageAt: at })
    .returning();
  await desk.database.db
    .insert(officerChats)
    .values({ officerId, conversationId: conversation?.id ?? 0, linkedAt: at });
}
