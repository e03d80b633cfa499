import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { act } from '../../../src/desk/act.ts';
import { confirmSolved, sayNotSolved } from '../../../src/desk/cases/enterprise-judges.ts';
import { happen } from '../../../src/desk/cases/happen.ts';
import { ladderPass } from '../../../src/desk/cases/ladder-timer.ts';
import { recomputeClocks } from '../../../src/desk/cases/recompute-clocks.ts';
import { recordDelivery } from '../../../src/desk/cases/record-delivery.ts';
import { reply } from '../../../src/desk/cases/reply.ts';
import { takeCase } from '../../../src/desk/cases/take-case.ts';
import type { CaseEventBody } from '../../../src/rules/case/events.ts';
import { defaultPolicies } from '../../../src/rules/escalation/defaults.ts';
import { haiPhong20252027 } from '../../../src/rules/working-time/data/hai-phong-2025-2027.ts';
import { overrideFor, roundTheClock } from '../../../src/rules/working-time/override-for.ts';
import { asEvent, eventRows, lockCaseById } from '../../../src/store/cases.ts';
import { stepsOf } from '../../../src/store/ladder.ts';
import { alerts, clocks, ladderSteps } from '../../../src/store/schema/cases.ts';
import { absences, calendars, policies } from '../../../src/store/schema/organisation.ts';
import { openACase } from '../../support/cases.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';

// A Friday at port 3; Monday the 23rd is worked and Tuesday the 24th is a public holiday.
const friday = '2026-11-20T08:00:00+07:00';

const as = (officer: { id: number }) => ({ kind: 'officer' as const, officerId: officer.id });

async function timePasses(desk: TestDesk, iso: string): Promise<void> {
  desk.clock.set(iso);
  while ((await ladderPass(desk)) === 'more');
}

async function fired(desk: TestDesk, caseId: number): Promise<string[]> {
  const steps = await stepsOf(desk.database.db, caseId);
  return steps
    .filter(({ firedAt }) => firedAt !== null)
    .toSorted((a, b) => Number(a.firedAt) - Number(b.firedAt) || a.dueAt.getTime() - b.dueAt.getTime())
    .map(({ clock, cycle, step }) => `${clock} ${cycle} ${step}`);
}

async function broken(desk: TestDesk, caseId: number): Promise<string[]> {
  const events = (await eventRows(desk.database.db, caseId)).map(asEvent);
  return events.flatMap((event) =>
    event.type === 'clockBroken' ? [`${event.clock} ${event.cycle} ${event.dueAt}`] : [],
  );
}

async function told(desk: TestDesk, caseId: number): Promise<number[]> {
  const rows = await desk.database.db.select().from(alerts).where(eq(alerts.caseId, caseId)).orderBy(alerts.id);
  return rows.map(({ officerId }) => officerId);
}

async function occurs(desk: TestDesk, caseId: number, bodies: CaseEventBody[]): Promise<void> {
  await act(desk, { kind: 'schedule', name: 'test' }, async (current) => {
    const row = await lockCaseById(current.tx, caseId);
    if (row !== null) await happen(current, row, bodies);
  });
}

test('a case opened on Friday at 16:50 is reminded of and raised on Monday morning, and nobody is called over the weekend', async () => {
  await using desk = await openDesk({ now: '2026-11-20T16:50:00+07:00' });
  const { row } = await openACase(desk);
  await act(desk, as(desk.organisation.officers.lan), (a) => takeCase(a, { reference: row.reference }));

  await timePasses(desk, '2026-11-23T07:29:00+07:00');
  expect(await fired(desk, row.id)).toEqual([]);
  await timePasses(desk, '2026-11-23T09:20:00+07:00');

  expect(await fired(desk, row.id)).toEqual(['firstResponse 1 reminder', 'firstResponse 1 broken']);
});

test('a case that is transferred at 90 % of its time to a gate that never closes breaks twelve minutes later', async () => {
  await using desk = await openDesk({ now: '2026-11-20T15:10:00+07:00' });
  const { port1, port3 } = desk.organisation.units;
  const definition = overrideFor(haiPhong20252027, roundTheClock('cổng'));
  const [gate] = await desk.database.db
    .insert(calendars)
    .values({ unitId: port1, definition, proposedBy: 'test', approvedBy: 'test', approvedAt: desk.clock.now() })
    .returning({ id: calendars.id });
  const { row } = await openACase(desk);
  await timePasses(desk, '2026-11-20T16:58:00+07:00');

  const versions = { policyId: row.policyId, calendarId: gate?.id ?? 0 };
  await occurs(desk, row.id, [
    { type: 'transferred', fromUnitId: port3, toUnitId: port1, ...versions, because: 'cổng' },
  ]);
  await timePasses(desk, '2026-11-20T17:09:59+07:00');
  expect(await broken(desk, row.id)).not.toContainEqual(expect.stringContaining('firstResponse'));
  await timePasses(desk, '2026-11-20T17:10:00+07:00');

  expect(await broken(desk, row.id)).toContain('firstResponse 1 2026-11-20T10:10:00.000Z');
});

test('a case keeps its policy when an edited one comes into force, and the next case gets the edited one', async () => {
  await using desk = await openDesk({ now: friday });
  const { db } = desk.database;
  const before = await openACase(desk);
  const procedure = defaultPolicies.find(({ name }) => name === 'Vướng mắc về thủ tục') ?? defaultPolicies[0];
  if (procedure === undefined) throw new Error('There are default policies');
  const hurried = procedure.clocks.map((promise) => ({ ...promise, minutes: { ...promise.minutes, 1: 60 as const } }));

  await db
    .update(policies)
    .set({ validTo: '2026-11-20' })
    .where(sql`${policies.definition}->>'name' = ${procedure.name}`);
  await db
    .insert(policies)
    .values({ definition: { ...procedure, version: 'mới', clocks: hurried }, validFrom: '2026-11-20' });
  const after = await openACase(desk);

  expect([before.firstResponseMinutes, after.firstResponseMinutes]).toEqual([120, 60]);
  await timePasses(desk, '2026-11-20T09:00:00+07:00');
  expect(await fired(desk, before.row.id)).not.toContain('firstResponse 1 broken');
  expect(await fired(desk, after.row.id)).toContain('firstResponse 1 broken');
});

test('a reopened case that breaks again the same day is raised again', async () => {
  await using desk = await openDesk({ now: friday });
  const { lan } = desk.organisation.officers;
  const { row } = await openACase(desk);
  const enterprise = { kind: 'contact' as const, conversationId: desk.organisation.conversationId };
  const { reference } = row;
  await timePasses(desk, '2026-11-20T10:00:00+07:00');
  const answered = await act(desk, as(lan), (a) => reply(a, { reference, text: 'Đã duyệt.', next: 'resolve' }));
  expect(answered.row.state).toBe('resolved');
  await act(desk, enterprise, (a) => confirmSolved(a, { reference }));
  desk.clock.set('2026-11-20T10:30:00+07:00');
  await act(desk, enterprise, (a) => sayNotSolved(a, { reference }));

  await timePasses(desk, '2026-11-20T16:59:00+07:00');

  const answers = (await broken(desk, row.id)).filter((each) => each.startsWith('firstResponse'));
  expect(answers.length).toBeGreaterThan(1);
  expect(new Set(answers).size).toBe(answers.length);
});

test('an alert whose addressee and substitute are both away goes one level up', async () => {
  await using desk = await openDesk({ now: friday });
  const { hoa, tuan, dung, son } = desk.organisation.officers;
  const day = { fromAt: new Date('2026-11-20T00:00+07:00'), untilAt: new Date('2026-11-21T00:00+07:00') };
  await desk.database.db.insert(absences).values([
    { officerId: hoa.id, substituteId: dung.id, ...day },
    { officerId: tuan.id, substituteId: dung.id, ...day },
    { officerId: dung.id, substituteId: null, ...day },
  ]);
  const { row } = await openACase(desk);

  await timePasses(desk, '2026-11-20T10:00:00+07:00');

  const addressees = await told(desk, row.id);
  expect(addressees).toContain(son.id);
  expect(addressees).not.toContain(hoa.id);
  expect(addressees).not.toContain(dung.id);
});

test('a reply written in time but delivered late does not stop the case from climbing first', async () => {
  await using desk = await openDesk({ now: friday });
  const { row } = await openACase(desk);
  const { reference } = row;
  desk.clock.set('2026-11-20T09:50:00+07:00');
  await act(desk, as(desk.organisation.officers.lan), (a) =>
    reply(a, { reference, text: 'Đã duyệt.', next: 'nothing' }),
  );
  const [written] = (await eventRows(desk.database.db, row.id)).map(asEvent).filter(({ type }) => type === 'replied');
  await timePasses(desk, '2026-11-20T10:00:00+07:00');

  desk.clock.set('2026-11-20T10:05:00+07:00');
  const messageId = written?.type === 'replied' ? written.messageId : 0;
  await act(desk, { kind: 'channel', name: 'telegram' }, (a) =>
    recordDelivery(a, { caseId: row.id, messageId, problem: null }),
  );
  await timePasses(desk, '2026-11-20T16:00:00+07:00');

  const answers = (await broken(desk, row.id)).filter((each) => each.startsWith('firstResponse'));
  expect(answers).toEqual(['firstResponse 1 2026-11-20T03:00:00.000Z']);
});

test('a step that cannot be fired stands aside, says why and is tried again, while the others fire', async () => {
  await using desk = await openDesk({ now: friday });
  const { db } = desk.database;
  const spoilt = await openACase(desk);
  const sound = await openACase(desk);
  await db.execute(
    sql`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'disk is full'; end $$`,
  );
  await db.execute(
    sql.raw(
      `create trigger refuse before insert on alerts for each row when (new.case_id = ${spoilt.row.id}) execute function refuse()`,
    ),
  );

  const late: number[] = [];
  desk.clock.set('2026-11-20T08:30:00+07:00');
  while (
    (await ladderPass(desk, { onFired: ({ latenessMilliseconds }) => late.push(latenessMilliseconds) })) === 'more'
  );

  expect(await fired(desk, sound.row.id)).toEqual(['acknowledge 1 untaken']);
  expect(await fired(desk, spoilt.row.id)).toEqual([]);
  const [failing] = await db.select().from(ladderSteps).where(sql`${ladderSteps.attempts} > 0`);
  expect(failing).toMatchObject({ caseId: spoilt.row.id, attempts: 1, step: 'untaken' });
  expect(failing?.note).toContain('disk is full');
  expect(late).toEqual([0]);

  await db.execute(sql`drop trigger refuse on alerts`);
  await timePasses(desk, '2026-11-20T08:30:02+07:00');
  expect(await fired(desk, spoilt.row.id)).toEqual(['acknowledge 1 untaken']);
});

test('steps that fell due while nobody was there fire once, in order, and say how late they are', async () => {
  await using desk = await openDesk({ now: friday });
  const { row } = await openACase(desk);

  const late: number[] = [];
  desk.clock.set('2026-11-20T09:45:00+07:00');
  while (
    (await ladderPass(desk, { onFired: ({ latenessMilliseconds }) => late.push(latenessMilliseconds) })) === 'more'
  );

  expect(await fired(desk, row.id)).toEqual(['acknowledge 1 untaken', 'firstResponse 1 reminder']);
  expect(late).toEqual([75 * 60_000, 15 * 60_000]);
});

test('the nightly check finds no difference in what the verbs wrote, and names a clock that was changed by hand', async () => {
  await using desk = await openDesk({ now: friday });
  const { row } = await openACase(desk);
  await openACase(desk);
  await timePasses(desk, '2026-11-20T16:00:00+07:00');

  const untouched = await recomputeClocks(desk);
  await desk.database.db
    .update(clocks)
    .set({ dueAt: new Date('2026-12-20T10:00+07:00') })
    .where(sql`${clocks.caseId} = ${row.id} and ${clocks.kind} = 'resolution'`);
  const touched = await recomputeClocks(desk);

  expect(untouched).toMatchObject({ checked: 2, count: 0 });
  expect(touched.differing).toEqual([
    { reference: row.reference, differences: [{ clock: 'resolution', cycle: 1, what: 'dueAt' }] },
  ]);
});
