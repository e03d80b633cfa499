import { expect, test } from 'vitest';
import type { Act } from '../../../src/desk/act.ts';
import { type AbsenceToAdd, addAbsence } from '../../../src/desk/organisation/add-absence.ts';
import { addDutyTurn } from '../../../src/desk/organisation/add-duty-turn.ts';
import { changePost } from '../../../src/desk/organisation/change-post.ts';
import { copyDutyWeek } from '../../../src/desk/organisation/copy-duty-week.ts';
import { cancelAbsence, endAbsence } from '../../../src/desk/organisation/end-absence.ts';
import { removeDutyTurn } from '../../../src/desk/organisation/remove-duty-turn.ts';
import { absentAt } from '../../../src/store/organisation.ts';
import { absences, dutyRoster } from '../../../src/store/schema/organisation.ts';
import { as, asAdministrator, refusalOf, told } from '../../support/administration.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';

// A Friday.
const morning = '2026-03-06T09:00+07:00';
const at = (text: string) => new Date(`2026-03-${text}+07:00`);

test('a turn is refused to whoever may not, beside another, over an absence, in the past and backwards', async () => {
  await using desk = await openDesk({ now: morning });
  const { lan, minh, tuan } = desk.organisation.officers;
  await turn(desk, lan.id, '07T07:00', '07T19:00');
  await away(desk, { officerId: minh.id, fromAt: at('07T12:00'), untilAt: at('08T00:00') });

  const refusals = [
    await refusalOf(
      as(desk, tuan, (current) =>
        addDutyTurn(current, { officerId: tuan.id, fromAt: at('07T07:00'), untilAt: at('07T19:00') }),
      ),
    ),
    await refusalOf(turn(desk, lan.id, '07T18:59', '07T23:00')),
    await refusalOf(turn(desk, minh.id, '07T07:00', '07T12:01')),
    await refusalOf(turn(desk, lan.id, '05T07:00', '06T09:00')),
    await refusalOf(turn(desk, lan.id, '09T07:00', '09T07:00')),
    await refusalOf(turn(desk, 999, '09T07:00', '09T08:00')),
  ];
  // Turns and absences that touch do not overlap.
  await turn(desk, lan.id, '07T19:00', '07T23:00');
  await turn(desk, minh.id, '07T07:00', '07T12:00');

  expect(refusals.map(({ code }) => code)).toEqual([
    'notPermitted',
    'alreadyOnDuty',
    'awayThen',
    'alreadyOver',
    'emptySpan',
    'notFound',
  ]);
  expect(await desk.database.db.select().from(dutyRoster)).toHaveLength(3);
});

test('a turn to come is taken off, one that runs ends now, one that is over stays', async () => {
  await using desk = await openDesk({ now: morning });
  const { lan } = desk.organisation.officers;
  const toCome = await turn(desk, lan.id, '07T07:00', '07T19:00');
  const running = await turn(desk, lan.id, '06T07:00', '06T19:00');
  const remove = (dutyTurnId: number) => asAdministrator(desk, (current) => removeDutyTurn(current, { dutyTurnId }));

  await remove(toCome);
  await remove(running);

  expect((await refusalOf(remove(toCome))).code).toBe('notFound');
  expect((await refusalOf(remove(running))).code).toBe('alreadyOver');
  expect(await desk.database.db.select().from(dutyRoster)).toMatchObject([{ id: running, untilAt: at('06T09:00') }]);
  expect((await told(desk)).map(({ type }) => type)).toEqual([
    'dutyTurnAdded',
    'dutyTurnAdded',
    'dutyTurnRemoved',
    'dutyTurnRemoved',
  ]);
});

test('a week is repeated at the same hours, without those who are away or gone, and only once', async () => {
  await using desk = await openDesk({ now: morning });
  const { port3, port1 } = desk.organisation.units;
  const { lan, tuan, hoa } = desk.organisation.officers;
  await turn(desk, lan.id, '09T07:00', '09T19:00');
  await turn(desk, lan.id, '15T22:00', '16T06:00');
  await turn(desk, tuan.id, '10T07:00', '10T19:00');
  await turn(desk, hoa.id, '11T07:00', '11T19:00');
  await away(desk, { officerId: tuan.id, fromAt: at('17T00:00'), untilAt: at('18T00:00') });
  await asAdministrator(desk, (current) =>
    changePost(current, { officerId: hoa.id, unitId: port1, validFrom: '2026-03-16' }),
  );
  const copy = () =>
    asAdministrator(desk, (current) =>
      copyDutyWeek(current, { unitId: port3, fromMonday: '2026-03-09', toMonday: '2026-03-16' }),
    );

  const first = await copy();
  const second = await copy();

  expect(first).toMatchObject({
    copied: 2,
    skipped: [
      { officerId: tuan.id, because: 'awayThen' },
      { officerId: hoa.id, because: 'movedAway' },
    ],
  });
  expect(second.copied).toBe(0);
  const copied = (await desk.database.db.select().from(dutyRoster)).slice(4);
  expect(copied.map(({ fromAt, untilAt }) => [fromAt, untilAt])).toEqual([
    [at('16T07:00'), at('16T19:00')],
    [at('22T22:00'), at('23T06:00')],
  ]);
});

test.each([
  ['from a week without turns', '2026-03-09', '2026-03-16', 'emptyWeek'],
  ['to a week that is over', '2026-03-09', '2026-02-23', 'alreadyOver'],
  ['from a Tuesday', '2026-03-10', '2026-03-16', 'notMonday'],
])('a week is not copied %s', async (_, fromMonday, toMonday, code) => {
  await using desk = await openDesk({ now: morning });
  const { port3 } = desk.organisation.units;

  const copying = asAdministrator(desk, (current) => copyDutyWeek(current, { unitId: port3, fromMonday, toMonday }));

  expect((await refusalOf(copying)).code).toBe(code);
});

test('an absence is refused over another, with oneself or somebody away as substitute, and when it is over', async () => {
  await using desk = await openDesk({ now: morning });
  const { lan, tuan, hoa, minh } = desk.organisation.officers;
  await away(desk, { officerId: lan.id, fromAt: at('09T00:00'), untilAt: at('12T00:00') });
  const hoaAway = { officerId: hoa.id, fromAt: at('10T00:00'), untilAt: at('20T00:00') };

  const refusals = [
    await refusalOf(as(desk, tuan, (current) => addAbsence(current, { ...plain, ...hoaAway }))),
    await refusalOf(away(desk, { officerId: lan.id, fromAt: at('11T23:59'), untilAt: at('13T00:00') })),
    await refusalOf(away(desk, { ...hoaAway, substituteId: hoa.id })),
    await refusalOf(away(desk, { ...hoaAway, substituteId: lan.id })),
    await refusalOf(away(desk, { ...hoaAway, substituteId: 999 })),
    await refusalOf(away(desk, { officerId: minh.id, fromAt: at('01T00:00'), untilAt: at('06T09:00') })),
  ];
  await away(desk, { ...hoaAway, fromAt: at('12T00:00'), substituteId: lan.id });

  expect(refusals.map(({ code }) => code)).toEqual([
    'notPermitted',
    'alreadyAway',
    'ownSubstitute',
    'substituteAway',
    'notFound',
    'alreadyOver',
  ]);
  expect(await told(desk)).toHaveLength(2);
});

test('while an absence runs the substitute stands in; ended early, the officer is back that instant', async () => {
  await using desk = await openDesk({ now: morning });
  const { hoa, tuan } = desk.organisation.officers;
  const absenceId = await away(desk, {
    officerId: hoa.id,
    substituteId: tuan.id,
    fromAt: at('06T10:00'),
    untilAt: at('09T08:00'),
  });
  const standIn = (instant: Date) =>
    desk.database.db.transaction(async (tx) => (await absentAt(tx, [hoa.id], instant)).get(hoa.id));

  expect(await standIn(at('06T09:59:59'))).toBeUndefined();
  expect(await standIn(at('06T10:00'))).toBe(tuan.id);
  expect(await standIn(at('09T08:00'))).toBeUndefined();
  expect((await refusalOf(end(desk, absenceId))).code).toBe('notBegun');
  desk.clock.set('2026-03-06T15:00+07:00');
  expect((await refusalOf(cancel(desk, absenceId))).code).toBe('alreadyBegun');
  await end(desk, absenceId);
  expect(await standIn(at('06T15:00'))).toBeUndefined();
  expect((await refusalOf(end(desk, absenceId))).code).toBe('alreadyOver');
});

test('an absence that is cancelled was never there, and the ledger knows that it was planned', async () => {
  await using desk = await openDesk({ now: morning });
  const { hoa } = desk.organisation.officers;
  const absenceId = await away(desk, { officerId: hoa.id, fromAt: at('10T00:00'), untilAt: at('12T00:00') });

  await cancel(desk, absenceId);

  expect(await desk.database.db.select().from(absences)).toEqual([]);
  expect((await told(desk)).at(-1)).toMatchObject({
    type: 'absenceCancelled',
    detail: { absenceId, officerId: hoa.id },
  });
  expect((await refusalOf(cancel(desk, absenceId))).code).toBe('notFound');
});

test('why somebody is away does not stand in the ledger', async () => {
  await using desk = await openDesk({ now: morning });
  const { hoa } = desk.organisation.officers;

  await away(desk, { officerId: hoa.id, fromAt: at('10T00:00'), untilAt: at('12T00:00'), reason: 'Phẫu thuật' });

  expect(JSON.stringify(await told(desk))).not.toContain('Phẫu thuật');
});

const plain = { substituteId: null, reason: null };

async function away(
  desk: TestDesk,
  absence: Partial<AbsenceToAdd> & Pick<AbsenceToAdd, 'officerId' | 'fromAt' | 'untilAt'>,
): Promise<number> {
  return asAdministrator(desk, (current: Act) => addAbsence(current, { ...plain, ...absence }));
}

async function end(desk: TestDesk, absenceId: number): Promise<void> {
  return asAdministrator(desk, (current) => endAbsence(current, { absenceId }));
}

async function cancel(desk: TestDesk, absenceId: number): Promise<void> {
  return asAdministrator(desk, (current) => cancelAbsence(current, { absenceId }));
}

async function turn(desk: TestDesk, officerId: number, from: string, until: string): Promise<number> {
  const hours = { fromAt: at(from), untilAt: at(until) };
  return asAdministrator(desk, (current) => addDutyTurn(current, { officerId, ...hours }));
}
