import { expect, test } from 'vitest';
import { act } from '../../src/desk/act.ts';
import { installDemonstrationTexts } from '../../src/desk/library/install-demonstration.ts';
import { installClauseClocks } from '../../src/desk/look-ups/install-clause-clocks.ts';
import { agreements } from '../../src/store/schema/registry.ts';
import { openChat } from '../support/chat.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { anEnterprise, seaStar } from '../support/linking.ts';
import { haveTimed } from '../support/promises.ts';
import { type Caller, openWeb } from '../support/web.ts';

const now = '2026-11-25T09:00:00+07:00';
const installation = { kind: 'schedule', name: 'installation' } as const;

const level1 = 'PL01 Điều 6 khoản 1';
const urgently = 'PL01 Điều 6 khoản 5';
const reports = 'PL07 Điều 5 khoản 1';

test('kept and broken promises are counted by clause, unit and the agreement of the day, without small groups', async () => {
  await using desk = await deskWithTexts();
  await using web = await openWeb(desk);
  await aMonthOfPromises(desk);
  const { port1, port3 } = await unitNames(desk);

  const [byClause, byUnit, byAgreement, october] = await Promise.all(
    ['by=clause', 'by=unit', 'by=agreement', 'month=2026-10'].map((query) => promisesFor(web.program, query)),
  );

  expect(byClause).toEqual([
    { address: urgently, of: null, kept: 0, broken: 6 },
    { address: level1, of: null, kept: 47, broken: 3 },
  ]);
  expect(byUnit).toEqual([
    { address: urgently, of: port3, kept: 0, broken: 6 },
    { address: level1, of: port3, kept: 30, broken: 2 },
    { address: level1, of: port1, kept: 13, broken: 1 },
  ]);
  // One that ended on the tenth counts what was opened before; who has none is nobody's agreement.
  expect(byAgreement).toEqual([
    { address: urgently, of: '12/TTĐT-2018', kept: 0, broken: 6 },
    { address: level1, of: '12/TTĐT-2018', kept: 30, broken: 2 },
    { address: level1, of: '31/TTĐT-2026', kept: 10, broken: 1 },
    { address: level1, of: null, kept: 7, broken: 0 },
  ]);
  expect(october).toEqual([{ address: level1, of: null, kept: 5, broken: 0 }]);
});

test('whoever looks a promise up reads in how many cases of the month it was kept, unless these are few', async () => {
  await using desk = await deskWithTexts();
  await aMonthOfPromises(desk);
  const mai = openChat(desk).person('900100');
  await mai.writes('xin chào');
  await mai.presses('Đồng ý');
  const told = async (words: string) => {
    await mai.writes(words);
    return /Cam kết này[^\n]*/u.exec(mai.lastWords)?.[0] ?? null;
  };

  expect(await told('phụ lục 1 điều 6 khoản 1')).toBe(
    'Cam kết này đã được giữ trong 94 % trường hợp tháng này (47/50).',
  );
  // The clauses of an article together; one clause of it with four cases; one that nothing times; another month.
  expect(await told('phụ lục 1 điều 6')).toBe('Cam kết này đã được giữ trong 85 % trường hợp tháng này (51/60).');
  expect(await told('phụ lục 1 điều 6 khoản 2')).toBeNull();
  expect(await told('phụ lục 6 điều 4 khoản 1')).toBeNull();
  desk.clock.set('2026-12-01T00:00:00+07:00');
  expect(await told('phụ lục 1 điều 6 khoản 1')).toBeNull();
});

test('nobody reads in the figures of promises of a report about themselves, nor of cases that are not theirs to see', async () => {
  await using desk = await deskWithTexts();
  await using web = await openWeb(desk);
  const { officers, units } = desk.organisation;
  await haveTimed(desk, { unitId: units.port3, broken: 3, kept: 3 });
  await haveTimed(desk, { unitId: units.port1, broken: 5 });
  const aReport = { unitId: units.root, kind: 'report', clock: 'resolution' } as const;
  await haveTimed(desk, { ...aReport, broken: 5 });
  const before = await promisesFor(await web.signIn(officers.control), '');

  await haveTimed(desk, { ...aReport, broken: 7, excluded: officers.control });

  const everything = { address: level1, of: null, kept: 3, broken: 8 };
  expect(await promisesFor(web.program, '')).toEqual([{ address: reports, of: null, kept: 0, broken: 12 }, everything]);
  expect(before).toEqual([everything, { address: reports, of: null, kept: 0, broken: 5 }]);
  expect(await promisesFor(await web.signIn(officers.control), '')).toEqual(before);
  expect(await promisesFor(await web.signIn(officers.leader), '')).toEqual([everything]);
  expect(await promisesFor(await web.signIn(officers.hoa), '')).toEqual([
    { address: level1, of: null, kept: 3, broken: 3 },
  ]);
  expect((await web.stranger.get('/api/v1/promises')).status).toBe(401);
});

/** Fifty of the first level in November, of which three were broken, and what must not be counted among them. */
async function aMonthOfPromises(desk: TestDesk): Promise<void> {
  const { units, enterprise } = desk.organisation;
  const { port1, port3, supervision } = units;
  const createdAt = desk.clock.now();
  const of = { enterpriseId: enterprise.id, templateVersion: '2018' as const, createdAt, updatedAt: createdAt };
  await desk.database.db.insert(agreements).values([
    { ...of, number: '12/TTĐT-2018', signedOn: '2018-05-07', state: 'ended', validUntil: '2026-11-10' },
    { ...of, number: '31/TTĐT-2026', signedOn: '2026-11-10', state: 'inForce' },
    { ...of, number: '99/TTĐT-2026', signedOn: '2026-11-20', state: 'inForce' },
  ]);
  const star = await anEnterprise(desk, seaStar);
  const early = { enterpriseId: enterprise.id, openedAt: '2026-11-09T23:59:59+07:00' };
  const late = { enterpriseId: enterprise.id, openedAt: '2026-11-10T00:00:00+07:00' };
  const firstMoment = '2026-11-01T00:00:00+07:00';

  await haveTimed(desk, { unitId: port3, ...early, kept: 20, broken: 2 });
  await haveTimed(desk, { unitId: port3, ...early, kept: 10, decidedAt: firstMoment });
  await haveTimed(desk, { unitId: port1, ...late, kept: 10, broken: 1 });
  await haveTimed(desk, { unitId: port1, enterpriseId: star.id, kept: 3 });
  await haveTimed(desk, { unitId: supervision, kept: 4 });
  await haveTimed(desk, { unitId: port3, ...early, broken: 6, urgent: true });
  await haveTimed(desk, { unitId: port3, kept: 4, level: 2 });

  await haveTimed(desk, { unitId: port3, kept: 5, decidedAt: '2026-10-31T23:59:59+07:00' });
  await haveTimed(desk, { unitId: port3, running: 5 });
  // A time that no clause promises.
  await haveTimed(desk, { unitId: port3, broken: 20, clock: 'resolution' });
}

async function promisesFor(caller: Caller, query: string): Promise<unknown> {
  return (await caller.get(`/api/v1/promises?${query}`)).body.items;
}

async function unitNames(desk: TestDesk) {
  const rows = await desk.database.sql<{ id: number; name: string }[]>`select id::int, name from units`;
  const nameOf = (id: number) => rows.find((row) => row.id === id)?.name;
  return { port1: nameOf(desk.organisation.units.port1), port3: nameOf(desk.organisation.units.port3) };
}

async function deskWithTexts(): Promise<TestDesk> {
  const desk = await openDesk({ now });
  await act(desk, installation, installDemonstrationTexts);
  await act(desk, installation, installClauseClocks);
  return desk;
}
