import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { type Act, act } from '../../../src/desk/act.ts';
import { assignOffice } from '../../../src/desk/organisation/assign-office.ts';
import { bringToDate } from '../../../src/desk/organisation/bring-to-date.ts';
import { changeUnit } from '../../../src/desk/organisation/change-unit.ts';
import { createUnit } from '../../../src/desk/organisation/create-unit.ts';
import { endUnit } from '../../../src/desk/organisation/end-unit.ts';
import { asOf } from '../../../src/rules/organisation/spans.ts';
import { unitsBelow } from '../../../src/store/organisation.ts';
import { cases } from '../../../src/store/schema/cases.ts';
import { units } from '../../../src/store/schema/organisation.ts';
import { unitHistories } from '../../../src/store/units.ts';
import { as, asAdministrator, asProgram, nightly, refusalOf, told } from '../../support/administration.ts';
import { openACase } from '../../support/cases.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';

const morning = '2026-03-06T09:00+07:00';
const today = '2026-03-06';
const team = { code: 'R3-03TG-1', name: 'Đội Thủ tục', shortName: 'Đội TT', validFrom: today };

test('a unit is there from its first day on and the ledger says who set it up', async () => {
  await using desk = await openDesk({ now: morning });
  const { port3 } = desk.organisation.units;

  const unitId = await asAdministrator(desk, (current) => createUnit(current, { ...team, parentId: port3 }));

  expect(await unitsBelow(desk.database.db, port3)).toEqual(new Set([port3, unitId]));
  expect(await told(desk)).toEqual([
    {
      type: 'unitCreated',
      detail: { unitId, code: team.code, parentId: port3, validFrom: today },
      by: { kind: 'officer', officerId: desk.organisation.officers.administrator.id },
    },
  ]);
});

test('a unit is refused to whoever may only read, under a code that is taken, and at the top beside the top', async () => {
  await using desk = await openDesk({ now: morning });
  const { root } = desk.organisation.units;
  const { hoa, leader } = desk.organisation.officers;
  const create = (input: object) => (current: Parameters<typeof createUnit>[0]) =>
    createUnit(current, { ...team, parentId: root, ...input });

  const refusals = [
    await refusalOf(as(desk, hoa, create({}))),
    await refusalOf(as(desk, leader, create({}))),
    await refusalOf(asAdministrator(desk, create({ code: 'R3-03TG' }))),
    await refusalOf(asAdministrator(desk, create({ parentId: null }))),
    await refusalOf(asAdministrator(desk, create({ parentId: 999 }))),
  ];

  expect(refusals.map(({ code }) => code)).toEqual([
    'notPermitted',
    'notPermitted',
    'codeTaken',
    'secondRoot',
    'notFound',
  ]);
  expect(await told(desk)).toEqual([]);
});

test('a unit moved from a day on stands under the old one until the eve and the tree follows that night', async () => {
  await using desk = await openDesk({ now: morning });
  const { root, supervision, port3 } = desk.organisation.units;

  await asAdministrator(desk, (current) =>
    changeUnit(current, { unitId: port3, parentId: supervision, validFrom: '2026-03-09' }),
  );

  expect(await parents(desk, port3)).toEqual([
    ['2020-01-01', root],
    ['2026-03-08', root],
    ['2026-03-09', supervision],
  ]);
  expect(await unitsBelow(desk.database.db, supervision)).toEqual(new Set([supervision]));
  desk.clock.set('2026-03-09T00:00+07:00');
  expect(await act(desk, nightly, bringToDate)).toEqual({ units: 1, officers: 0, cases: 0 });
  expect(await unitsBelow(desk.database.db, supervision)).toEqual(new Set([supervision, port3]));
  expect(await act(desk, nightly, bringToDate)).toEqual({ units: 0, officers: 0, cases: 0 });
});

test('a move is refused where it would put a unit under itself, change nothing or come before another', async () => {
  await using desk = await openDesk({ now: morning });
  const { root, supervision, port3 } = desk.organisation.units;
  const move = (input: { unitId: number; parentId: number; validFrom: string }) =>
    asAdministrator(desk, (current) => changeUnit(current, input));
  await move({ unitId: port3, parentId: supervision, validFrom: '2026-03-09' });

  const refusals = [
    await refusalOf(move({ unitId: supervision, parentId: supervision, validFrom: today })),
    // Today it would be a tree still; from the ninth on it would not.
    await refusalOf(move({ unitId: supervision, parentId: port3, validFrom: today })),
    await refusalOf(move({ unitId: port3, parentId: supervision, validFrom: '2026-03-10' })),
    await refusalOf(move({ unitId: port3, parentId: root, validFrom: '2026-03-08' })),
    await refusalOf(move({ unitId: root, parentId: port3, validFrom: today })),
  ];

  expect(refusals.map(({ code }) => code)).toEqual([
    'underItself',
    'underItself',
    'nothingChanges',
    'laterChangeStands',
    'rootStays',
  ]);
  expect(refusals[1]?.message).toContain('09/03/2026');
  expect(await told(desk)).toHaveLength(1);
});

test('a unit is not ended over the heads of its officers, offices, cases and promises', async () => {
  await using desk = await openDesk({ now: morning });
  const { port3, port1, supervision, root } = desk.organisation.units;
  await asAdministrator(desk, (current) => createUnit(current, { ...team, parentId: port3, validFrom: '2026-03-05' }));
  const end = (unitId: number, validTo = '2026-03-07') =>
    asAdministrator(desk, (current) => endUnit(current, { unitId, validTo }));

  const refusals = [
    await refusalOf(end(port3)),
    await refusalOf(end(port1)),
    await refusalOf(end(root)),
    await refusalOf(end(supervision)),
  ];

  expect(refusals.map(({ code }) => code)).toEqual(['unitsBelow', 'activeOfficers', 'rootStays', 'activeOfficers']);
  expect(refusals[1]?.message).toContain('Lê Quang Minh');
});

test('a unit with open cases does not end today; what comes in before a later end passes to the unit above', async () => {
  await using desk = await openDesk({ now: morning });
  const { port3, root } = desk.organisation.units;
  const unitId = await asAdministrator(desk, (current) =>
    createUnit(current, { ...team, parentId: port3, validFrom: '2026-03-01' }),
  );
  await asAdministrator(desk, (current) => assignOffice(current, { code: '03CC', unitId }));
  const { row } = await openACase(desk, { officeCode: '03CC' });
  const end = (validTo: string) => asAdministrator(desk, (current) => endUnit(current, { unitId, validTo }));

  const whileItHasOffices = await refusalOf(end('2026-03-09'));
  await asAdministrator(desk, (current) => assignOffice(current, { code: '03CC', unitId: root }));
  const withCases = await refusalOf(end(today));
  await end('2026-03-09');
  const twice = await refusalOf(end('2026-03-10'));

  expect([row.unitId, whileItHasOffices.code, withCases.code, twice.code]).toEqual([
    unitId,
    'officesThere',
    'openCases',
    'ended',
  ]);
  desk.clock.set('2026-03-09T00:00+07:00');
  expect(await act(desk, nightly, bringToDate)).toMatchObject({ cases: 1 });
  const [passedOn] = await desk.database.db.select().from(cases).where(eq(cases.id, row.id));
  expect(passedOn).toMatchObject({ unitId: port3, assigneeId: null });
  expect((await unitHistories(desk.database.db)).filter(({ versions }) => asOf(versions, '2026-03-09')).length).toBe(4);
});

test('a report about the administrator does not refuse the end of a unit, and stays with whoever has it', async () => {
  await using desk = await openDesk({ now: morning });
  const { administrator, control } = desk.organisation.officers;
  const { port3 } = desk.organisation.units;
  const unitId = await asAdministrator(desk, (current) =>
    createUnit(current, { ...team, parentId: port3, validFrom: '2026-03-01' }),
  );
  const { row } = await openACase(desk, { kind: 'report', subjectIds: [administrator.id] });
  await desk.database.db.update(cases).set({ unitId }).where(eq(cases.id, row.id));

  await asAdministrator(desk, (current) => endUnit(current, { unitId, validTo: today }));
  await act(desk, nightly, bringToDate);

  const [passedOn] = await desk.database.db.select().from(cases).where(eq(cases.id, row.id));
  expect(passedOn).toMatchObject({ unitId: port3, assigneeId: control.id });
});

test('what the transaction does not keep the ledger does not keep either', async () => {
  await using desk = await openDesk({ now: morning });
  const { port3 } = desk.organisation.units;

  const failed = asAdministrator(desk, async (current) => {
    await createUnit(current, { ...team, parentId: port3 });
    throw new Error('the power went out');
  });

  await expect(failed).rejects.toThrow('the power went out');
  expect(await told(desk)).toEqual([]);
  expect(await desk.database.db.select().from(units)).toHaveLength(4);
});

async function parents(desk: TestDesk, unitId: number) {
  const unit = (await unitHistories(desk.database.db)).find(({ id }) => id === unitId);
  return ['2020-01-01', '2026-03-08', '2026-03-09'].map((day) => [day, asOf(unit?.versions ?? [], day)?.parentId]);
}

test('two administrators who move two units below each other at the same time do not make a circle', async () => {
  await using desk = await openDesk({ now: morning });
  const { supervision, port3 } = desk.organisation.units;
  const move = (unitId: number, parentId: number) => (current: Act) =>
    changeUnit(current, { unitId, parentId, validFrom: today });
  let second: Promise<{ code: string }> | null = null;

  await asAdministrator(desk, async (current) => {
    await move(supervision, port3)(current);
    // The other one is under way while this one has not ended.
    second = refusalOf(asProgram(desk, move(port3, supervision)));
    await waitingForALock(desk);
  });

  expect(await second).toMatchObject({ code: 'underItself' });
});

async function waitingForALock(desk: TestDesk): Promise<void> {
  for (;;) {
    const [row] = await desk.database.sql`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    if (row !== undefined) return;
  }
}
