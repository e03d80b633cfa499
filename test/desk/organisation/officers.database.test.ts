import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { type Act, act } from '../../../src/desk/act.ts';
import { addAbsence } from '../../../src/desk/organisation/add-absence.ts';
import { addDutyTurn } from '../../../src/desk/organisation/add-duty-turn.ts';
import { bringToDate } from '../../../src/desk/organisation/bring-to-date.ts';
import { changePost } from '../../../src/desk/organisation/change-post.ts';
import { correctOfficer } from '../../../src/desk/organisation/correct-officer.ts';
import { createOfficer } from '../../../src/desk/organisation/create-officer.ts';
import { viewerOf } from '../../../src/desk/visibility.ts';
import { officersOn } from '../../../src/store/officer-directory.ts';
import { officerById } from '../../../src/store/organisation.ts';
import { postAt } from '../../../src/store/posts.ts';
import { outbox } from '../../../src/store/schema/conversations.ts';
import { absences, dutyRoster, officerChats } from '../../../src/store/schema/organisation.ts';
import { as, asAdministrator, asProgram, nightly, refusalOf, told } from '../../support/administration.ts';
import { openACase } from '../../support/cases.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';
import { alertsOf, assignees, leave, move, newcomer } from './moving.ts';

const morning = '2026-03-06T09:00+07:00';
const today = '2026-03-06';

test('a new officer works from the first day of the post on', async () => {
  await using desk = await openDesk({ now: morning });
  const { port3 } = desk.organisation.units;
  const hire = (validFrom: string, email: string) =>
    asAdministrator(desk, (current) => createOfficer(current, { ...newcomer, email, unitId: port3, validFrom }));

  const now = await hire(today, newcomer.email);
  const later = await hire('2026-03-09', 'sau@haiquan.example');

  expect(await officerById(desk.database.db, now)).toMatchObject({ active: true, email: 'quyen@haiquan.example' });
  expect(await officerById(desk.database.db, later)).toMatchObject({ active: false });
  expect(await viewerOf(desk.database.db, later)).toBeNull();
  desk.clock.set('2026-03-09T00:00+07:00');
  await act(desk, nightly, bringToDate);
  expect(await officerById(desk.database.db, later)).toMatchObject({ active: true });
  expect((await told(desk)).map(({ type }) => type)).toEqual(['officerCreated', 'officerCreated', 'officerArrived']);
});

test('an officer is refused to whoever may not, under an address that is taken and in a unit that is not there', async () => {
  await using desk = await openDesk({ now: morning });
  const { port3 } = desk.organisation.units;
  const { hoa, lan } = desk.organisation.officers;
  const hire = (change: object) => (current: Act) =>
    createOfficer(current, { ...newcomer, unitId: port3, validFrom: today, ...change });

  const refusals = [
    await refusalOf(as(desk, hoa, hire({}))),
    await refusalOf(asAdministrator(desk, hire({ email: 'LAN@haiquan.example' }))),
    await refusalOf(asAdministrator(desk, hire({ unitId: 999 }))),
    await refusalOf(asAdministrator(desk, hire({ validFrom: '2019-12-31' }))),
    await refusalOf(
      asAdministrator(desk, (current) => correctOfficer(current, { officerId: lan.id, email: hoa.email })),
    ),
    await refusalOf(asAdministrator(desk, (current) => correctOfficer(current, { officerId: lan.id, name: lan.name }))),
  ];

  expect(refusals.map(({ code }) => code)).toEqual([
    'notPermitted',
    'emailTaken',
    'notFound',
    'unitNotThere',
    'emailTaken',
    'nothingChanges',
  ]);
  expect(await told(desk)).toEqual([]);
});

test('what was done on a day belongs to the unit of that day', async () => {
  await using desk = await openDesk({ now: morning });
  const { port3, port1 } = desk.organisation.units;
  const { lan } = desk.organisation.officers;

  await move(desk, { officerId: lan.id, unitId: port1, title: 'Công chức thủ tục', validFrom: '2026-03-04' });

  const days = ['2020-01-01', '2026-03-03', '2026-03-04', today];
  const posts = await Promise.all(days.map((day) => postAt(desk.database.db, lan.id, day)));
  expect(posts.map((post) => post?.unitId)).toEqual([port3, port3, port1, port1]);
  expect(await postAt(desk.database.db, lan.id, '2019-12-31')).toBeNull();
  const inPort3 = (day: string) => officersOn(desk.database.db, day, { unitId: port3 }, { afterId: 0, limit: 10 });
  expect((await inPort3('2026-03-03')).map(({ id }) => id)).toContain(lan.id);
  expect((await inPort3('2026-03-04')).map(({ id }) => id)).not.toContain(lan.id);
  expect(await officerById(desk.database.db, lan.id)).toMatchObject({ unitId: port1, title: 'Công chức thủ tục' });
});

test('a planned move takes effect at midnight, with the cases and the roster of that day', async () => {
  await using desk = await openDesk({ now: morning });
  const { port1, port3 } = desk.organisation.units;
  const { lan } = desk.organisation.officers;
  await turn(desk, lan.id, '2026-03-08T07:00+07:00', '2026-03-08T19:00+07:00');
  await turn(desk, lan.id, '2026-03-10T07:00+07:00', '2026-03-10T19:00+07:00');
  await openACase(desk);

  await move(desk, { officerId: lan.id, unitId: port1, validFrom: '2026-03-10' });

  expect(await officerById(desk.database.db, lan.id)).toMatchObject({ unitId: port3 });
  expect(await assignees(desk)).toEqual([lan.id]);
  desk.clock.set('2026-03-09T23:59:59+07:00');
  expect(await act(desk, nightly, bringToDate)).toMatchObject({ officers: 0 });
  desk.clock.set('2026-03-10T00:00+07:00');
  expect(await act(desk, nightly, bringToDate)).toMatchObject({ officers: 1 });
  expect(await officerById(desk.database.db, lan.id)).toMatchObject({ unitId: port1 });
  expect(await assignees(desk)).toEqual([null]);
  expect(await desk.database.db.select().from(dutyRoster)).toHaveLength(1);
  expect(await act(desk, nightly, bringToDate)).toEqual({ units: 0, officers: 0, cases: 0 });
});

test('a move is refused twice, into the past of another and for those who left', async () => {
  await using desk = await openDesk({ now: morning });
  const { port1 } = desk.organisation.units;
  const { lan, minh, administrator, hoa } = desk.organisation.officers;
  await move(desk, { officerId: lan.id, unitId: port1, validFrom: today });
  await leave(desk, minh.id, '2026-03-07');

  const refusals = [
    await refusalOf(move(desk, { officerId: lan.id, unitId: port1, validFrom: '2026-03-07' })),
    await refusalOf(move(desk, { officerId: lan.id, title: 'Khác', validFrom: '2026-03-05' })),
    await refusalOf(move(desk, { officerId: minh.id, title: 'Khác', validFrom: '2026-03-08' })),
    await refusalOf(move(desk, { officerId: administrator.id, role: 'officer', validFrom: today })),
    await refusalOf(leave(desk, administrator.id, '2026-03-07')),
    await refusalOf(
      as(desk, hoa, (current) => changePost(current, { officerId: lan.id, title: 'Khác', validFrom: today })),
    ),
  ];

  expect(refusals.map(({ code }) => code)).toEqual([
    'nothingChanges',
    'laterChangeStands',
    'ended',
    'lastAdministrator',
    'lastAdministrator',
    'notPermitted',
  ]);
});

test('an officer who left gets nothing more: no case, no duty, no substitution, no chat, no alert on its way', async () => {
  await using desk = await openDesk({ now: morning });
  const { lan, hoa } = desk.organisation.officers;
  const { conversationId } = desk.organisation;
  await desk.database.db.insert(officerChats).values({ officerId: lan.id, conversationId, linkedAt: desk.clock.now() });
  await turn(desk, lan.id, '2026-03-08T07:00+07:00', '2026-03-08T19:00+07:00');
  await asAdministrator(desk, (current) =>
    addAbsence(current, {
      officerId: hoa.id,
      substituteId: lan.id,
      fromAt: new Date('2026-03-06T08:00+07:00'),
      untilAt: new Date('2026-03-20T08:00+07:00'),
      reason: null,
    }),
  );
  await openACase(desk);

  await leave(desk, lan.id, today);

  expect(await officerById(desk.database.db, lan.id)).toMatchObject({ active: false });
  expect(await viewerOf(desk.database.db, lan.id)).toBeNull();
  expect(await assignees(desk)).toEqual([null]);
  expect(await desk.database.db.select().from(dutyRoster)).toEqual([]);
  expect(await desk.database.db.select().from(absences)).toMatchObject([{ officerId: hoa.id, substituteId: null }]);
  expect(await desk.database.db.select().from(officerChats)).toMatchObject([{ unlinkedAt: desk.clock.now() }]);
  expect(await desk.database.db.select().from(outbox).where(eq(outbox.problem, 'recipientLeft'))).toHaveLength(1);
  const before = (await alertsOf(desk, lan.id)).length;
  const next = await openACase(desk);
  expect(next.officer).toBeNull();
  expect(await alertsOf(desk, lan.id)).toHaveLength(before);
});

test('the ledger and the move are kept together or not at all', async () => {
  await using desk = await openDesk({ now: morning });
  const { port1, port3 } = desk.organisation.units;
  const { lan } = desk.organisation.officers;
  await openACase(desk);

  const failed = asAdministrator(desk, async (current) => {
    await changePost(current, { officerId: lan.id, unitId: port1, validFrom: today, cases: { to: 'queue' } });
    throw new Error('the power went out');
  });

  await expect(failed).rejects.toThrow('the power went out');
  expect(await told(desk)).toEqual([]);
  expect(await officerById(desk.database.db, lan.id)).toMatchObject({ unitId: port3 });
  expect(await assignees(desk)).toEqual([lan.id]);
});

test('a program with a key may administer, a schedule may not', async () => {
  await using desk = await openDesk({ now: morning });
  const { lan } = desk.organisation.officers;
  const rename = (current: Act) => correctOfficer(current, { officerId: lan.id, name: 'Nguyễn Thị Lan Anh' });

  const bySchedule = await refusalOf(act(desk, nightly, rename));
  await asProgram(desk, rename);

  expect(bySchedule.code).toBe('notPermitted');
  expect(await told(desk)).toEqual([
    {
      type: 'officerCorrected',
      detail: { officerId: lan.id, fields: ['name'] },
      by: { kind: 'apiKey', name: 'bootstrap' },
    },
  ]);
});

async function turn(desk: TestDesk, officerId: number, fromAt: string, untilAt: string): Promise<number> {
  const hours = { fromAt: new Date(fromAt), untilAt: new Date(untilAt) };
  return asAdministrator(desk, (current) => addDutyTurn(current, { officerId, ...hours }));
}
