import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { act } from '../../../src/desk/act.ts';
import { bringToDate } from '../../../src/desk/organisation/bring-to-date.ts';
import { createOfficer } from '../../../src/desk/organisation/create-officer.ts';
import { endPost } from '../../../src/desk/organisation/end-post.ts';
import { officerById } from '../../../src/store/organisation.ts';
import { caseExclusions, cases } from '../../../src/store/schema/cases.ts';
import { asAdministrator, nightly, refusalOf, told } from '../../support/administration.ts';
import { openACase } from '../../support/cases.ts';
import { openDesk } from '../../support/desk.ts';
import { alertsOf, assignees, leave, move, newcomer } from './moving.ts';

const morning = '2026-03-06T09:00+07:00';
const today = '2026-03-06';

test('an officer who holds cases is not moved before somebody says what becomes of them', async () => {
  await using desk = await openDesk({ now: morning });
  const { port1 } = desk.organisation.units;
  const { lan, tuan, minh } = desk.organisation.officers;
  await openACase(desk);
  await openACase(desk);

  const refusal = await refusalOf(move(desk, { officerId: lan.id, unitId: port1, validFrom: today }));
  const toAStranger = await refusalOf(
    move(desk, {
      officerId: lan.id,
      unitId: port1,
      validFrom: today,
      cases: { to: 'officer', officerId: minh.id },
    }),
  );
  const before = await assignees(desk);
  await move(desk, {
    officerId: lan.id,
    unitId: port1,
    validFrom: today,
    cases: { to: 'officer', officerId: tuan.id },
  });

  expect(refusal.code).toBe('holdsOpenCases');
  expect(refusal.message).toContain('VM-2026-000001, VM-2026-000002');
  expect(toAStranger.code).toBe('notFound');
  expect(before).toEqual([lan.id, lan.id]);
  expect(await assignees(desk)).toEqual([tuan.id, tuan.id]);
  expect((await alertsOf(desk, tuan.id)).map(({ kind }) => kind)).toEqual(['assigned', 'assigned']);
  expect((await told(desk)).at(-1)).toMatchObject({
    type: 'casesPassedOn',
    detail: { officerId: lan.id, choice: { to: 'officer', officerId: tuan.id }, because: 'officerMoved', cases: 2 },
  });
});

test('cases that go back to the queue are alerted to the manager', async () => {
  await using desk = await openDesk({ now: morning });
  const { port1, port3 } = desk.organisation.units;
  const { lan, tuan, hoa } = desk.organisation.officers;
  const { row } = await openACase(desk);

  await move(desk, { officerId: lan.id, unitId: port1, validFrom: today, cases: { to: 'queue' } });

  const [waiting] = await desk.database.db.select().from(cases);
  expect(waiting).toMatchObject({ id: row.id, assigneeId: null, unitId: port3, state: 'open' });
  const heard = [...(await alertsOf(desk, tuan.id)), ...(await alertsOf(desk, hoa.id))];
  expect(heard.map(({ kind }) => kind)).toEqual(['message']);
});

test('a report that the officer holds is neither named to the administrator nor given to a colleague', async () => {
  await using desk = await openDesk({ now: morning });
  const { port3, root } = desk.organisation.units;
  const { control, administrator } = desk.organisation.officers;
  await openACase(desk, { kind: 'report', description: 'Cán bộ hướng dẫn thiếu tôn trọng' });
  expect(await assignees(desk)).toEqual([control.id]);

  await move(desk, {
    officerId: control.id,
    unitId: port3,
    role: 'officer',
    validFrom: today,
    cases: { to: 'officer', officerId: administrator.id },
  });

  expect(await assignees(desk)).not.toContain(administrator.id);
  expect(await assignees(desk)).not.toContain(control.id);
  expect(await alertsOf(desk, administrator.id)).toEqual([]);
  expect((await officerById(desk.database.db, control.id))?.unitId).not.toBe(root);
});

test('a case that an administrator must not know of is not named to them', async () => {
  await using desk = await openDesk({ now: morning });
  const { port1 } = desk.organisation.units;
  const { lan, administrator } = desk.organisation.officers;
  const { row } = await openACase(desk);
  await openACase(desk);
  await desk.database.db
    .insert(caseExclusions)
    .values({ caseId: row.id, officerId: administrator.id, because: 'namedInReport' });

  const refusal = await refusalOf(move(desk, { officerId: lan.id, unitId: port1, validFrom: today }));

  expect(refusal.message).toContain('VM-2026-000002');
  expect(refusal.message).not.toContain('VM-2026-000001');
});

test('a report asks for no word: the refusal would tell that there is one', async () => {
  await using desk = await openDesk({ now: morning });
  const { port3 } = desk.organisation.units;
  const { control } = desk.organisation.officers;
  await openACase(desk, { kind: 'report', description: 'Cán bộ hướng dẫn thiếu tôn trọng' });

  await move(desk, { officerId: control.id, unitId: port3, role: 'officer', validFrom: today });

  expect(await assignees(desk)).not.toContain(control.id);
  // Not even the ledger of the organisation says that somebody held one.
  expect((await told(desk)).map(({ type }) => type)).toEqual(['postChanged', 'officerMoved']);
});

test('a report passes to others in internal control, whatever was chosen for the rest', async () => {
  await using desk = await openDesk({ now: morning });
  const { root } = desk.organisation.units;
  const { control } = desk.organisation.officers;
  await openACase(desk, { kind: 'report', description: 'Cán bộ hướng dẫn thiếu tôn trọng' });
  const successorId = await asAdministrator(desk, (current) =>
    createOfficer(current, { ...newcomer, role: 'internalControl', unitId: root, validFrom: today }),
  );

  await asAdministrator(desk, (current) =>
    endPost(current, { officerId: control.id, validTo: today, cases: { to: 'queue' } }),
  );

  expect(await assignees(desk)).toEqual([successorId]);
});

test('what was given to somebody in the moment of leaving is passed on by the next look', async () => {
  await using desk = await openDesk({ now: morning });
  const { lan } = desk.organisation.officers;
  const { row } = await openACase(desk);
  await leave(desk, lan.id, today);
  await desk.database.db.update(cases).set({ assigneeId: lan.id }).where(eq(cases.id, row.id));

  expect(await act(desk, nightly, bringToDate)).toMatchObject({ cases: 1 });

  expect(await assignees(desk)).toEqual([null]);
});
