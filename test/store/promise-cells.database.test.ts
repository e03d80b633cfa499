import fc from 'fast-check';
import { expect, test } from 'vitest';
import { viewerOf } from '../../src/desk/visibility.ts';
import type { CaseKind, ClockKind } from '../../src/rules/case/words.ts';
import { canSee, type Viewer } from '../../src/rules/visibility/can-see.ts';
import { visibilityFacts } from '../../src/store/case-details.ts';
import { type DecidedPromises, decidedPromises } from '../../src/store/compliance-figures.ts';
import { countPromises } from '../../src/store/promise-cells.ts';
import { promiseMarks } from '../../src/store/schema/promise-figures.ts';
import { openACase } from '../support/cases.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';

const caseCount = 7;
const spans = [
  { from: '2026-01-01', until: '2026-06-01' },
  { from: '2026-01-20', until: '2026-05-09' },
  { from: '2026-02-03', until: '2026-02-17' },
];

test('the figures are those of the rows for every reader, whatever changed and whether it was counted yet', async () => {
  await using desk = await openDesk({ now: '2026-06-03T09:00+07:00' });
  const { db, sql } = desk.database;
  const { officers, units } = desk.organisation;
  const people = Object.values(officers).map(({ id }) => id);
  const caseIds: number[] = [];
  for (let n = 0; n < caseCount; n += 1) caseIds.push((await openACase(desk)).row.id);
  await sql`delete from alerts`;
  await sql`update cases set assignee_id = null`;
  const viewers: (Viewer | 'everything')[] = ['everything'];
  for (const id of people) viewers.push((await viewerOf(db, id)) ?? 'everything');
  const seed = Number(process.env.FC_SEED ?? 20261122);
  const changes = fc.sample(
    fc.record({
      caseId: fc.constantFrom(...caseIds),
      what: fc.constantFrom(
        'decide',
        'decide',
        'decide',
        'undo',
        'late',
        'drop',
        'move',
        'hide',
        'tell',
        'count',
        'count',
      ),
      clock: fc.constantFrom<ClockKind>('acknowledge', 'firstResponse', 'resolution'),
      cycle: fc.integer({ min: 10, max: 12 }),
      day: fc.integer({ min: 0, max: 150 }),
      isMissed: fc.boolean(),
      officerId: fc.constantFrom(...people),
      unitId: fc.constantFrom(...Object.values(units)),
      kind: fc.constantFrom<CaseKind>('issue', 'report', 'verification'),
    }),
    { numRuns: 60, seed },
  );

  for (const [place, change] of changes.entries()) {
    await make(desk, change);
    if (place % 6 !== 5) continue;
    for (const viewer of viewers)
      for (const span of spans)
        expect(
          plain(await decidedPromises(db, viewer, instants(span, desk.zone))),
          `seed ${seed}, after ${place}, ${JSON.stringify({ viewer, span })}`,
        ).toEqual(await fromTheRows(desk, viewer, span));
  }
  while ((await countPromises(db, desk.zone)) > 0);

  expect(await db.$count(promiseMarks)).toBe(0);
  const [sums] = await sql`
    select (select count(*)::int from promise_ends) as counted, sum(met + missed)::int as sum,
      (select count(*)::int from clocks where broken_at is not null or state = 'met') as rows
    from promise_cells where part = 'day'`;
  expect(sums?.counted).toBeGreaterThan(5);
  expect(sums).toMatchObject({ counted: sums?.rows, sum: sums?.rows });
});

test('a change that is committed while others are counted is counted the next time', async () => {
  await using desk = await openDesk({ now: '2026-06-03T09:00+07:00' });
  const { db, sql } = desk.database;
  const { row } = await openACase(desk);
  await decide(desk, { caseId: row.id, clock: 'resolution', cycle: 10, day: 20, isMissed: true });
  const isKept = Promise.withResolvers<void>();
  const isWritten = Promise.withResolvers<void>();
  const slow = sql.begin(async (tx) => {
    await tx`update clocks set stopped_at = broken_at, broken_at = null, state = 'met' where case_id = ${row.id} and cycle = 10`;
    isWritten.resolve();
    await isKept.promise;
  });
  await isWritten.promise;

  await countPromises(db, desk.zone);
  isKept.resolve();
  await slow;
  const before = await decidedPromises(db, 'everything', instants(spans[0], desk.zone));
  await countPromises(db, desk.zone);
  const after = await decidedPromises(db, 'everything', instants(spans[0], desk.zone));

  expect(before.byClock).toEqual([{ clock: 'resolution', met: 1, missed: 0 }]);
  expect(after).toEqual(before);
});

interface Change {
  caseId: number;
  what: string;
  clock: ClockKind;
  cycle: number;
  day: number;
  isMissed: boolean;
  officerId: number;
  unitId: number;
  kind: CaseKind;
}

async function make(desk: TestDesk, change: Change): Promise<void> {
  const { sql, db } = desk.database;
  const { caseId, what, clock, cycle, officerId, unitId, kind } = change;
  if (what === 'decide') await decide(desk, change);
  if (what === 'undo')
    await sql`update clocks set state = 'running', broken_at = null, stopped_at = null where case_id = ${caseId} and kind = ${clock}`;
  if (what === 'late')
    await sql`update clocks set broken_at = coalesce(broken_at, stopped_at) - interval '40 days' where case_id = ${caseId} and cycle = ${cycle}`;
  if (what === 'drop') await sql`delete from clocks where case_id = ${caseId} and cycle = ${cycle} and kind = ${clock}`;
  if (what === 'move')
    await sql`update cases set unit_id = ${unitId}, assignee_id = ${officerId}, kind = ${kind} where id = ${caseId}`;
  if (what === 'hide')
    await sql`insert into case_exclusions (case_id, officer_id, because) values (${caseId}, ${officerId}, 'test') on conflict do nothing`;
  if (what === 'tell')
    await sql`insert into alerts (case_id, officer_id, kind, text, created_at) values (${caseId}, ${officerId}, 'raised', '', now())`;
  if (what === 'count') await countPromises(db, desk.zone);
}

/** Late at night on the day in Hải Phòng, which is another day in UTC. */
async function decide(
  { database: { sql } }: TestDesk,
  { caseId, clock, cycle, day, isMissed }: Pick<Change, 'caseId' | 'clock' | 'cycle' | 'day' | 'isMissed'>,
): Promise<void> {
  const at = new Date(Date.UTC(2026, 0, 1, 17, 30) + day * 86_400_000);
  await sql`
    insert into clocks (case_id, kind, cycle, level, state, allowed_minutes, started_at, stopped_at, broken_at)
    values (${caseId}, ${clock}, ${cycle}, 1, ${isMissed ? 'broken' : 'met'}, 60, ${at}, ${isMissed ? null : at}, ${isMissed ? at : null})
    on conflict (case_id, kind, cycle) do update
      set state = excluded.state, stopped_at = excluded.stopped_at, broken_at = excluded.broken_at`;
}

function instants({ from, until }: { from: string; until: string } = { from: '', until: '' }, zone: string) {
  const begin = (day: string) => new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds);
  return { from: begin(from), until: begin(until), zone };
}

/** Each figure by what it is about, so that the order of rows does not matter. */
function plain({ byClock, byUnit, byOfficer, byEnterprise, byDay }: DecidedPromises): Record<string, string> {
  const named = [
    ...byClock.map(({ clock, ...kept }) => [`clock ${clock}`, kept] as const),
    ...byUnit.map(({ unitId, ...kept }) => [`unit ${unitId}`, kept] as const),
    ...byOfficer.map(({ officerId, ...kept }) => [`officer ${officerId}`, kept] as const),
    ...byEnterprise.map(({ enterpriseId, ...kept }) => [`enterprise ${enterpriseId}`, kept] as const),
    ...byDay.map(({ day, ...kept }) => [`day ${day}`, kept] as const),
  ];
  return Object.fromEntries(named.map(([name, { met, missed }]) => [name, `${met}/${missed}`]));
}

async function fromTheRows(desk: TestDesk, viewer: Viewer | 'everything', { from, until }: (typeof spans)[number]) {
  const { db, sql } = desk.database;
  const rows = await sql<Record<'case_id' | 'kind' | 'unit_id' | 'assignee_id' | 'enterprise_id' | 'day', string>[]>`
    select c.case_id, c.kind, c.broken_at, k.unit_id, k.assignee_id, k.enterprise_id,
      (coalesce(c.broken_at, c.stopped_at) at time zone ${desk.zone})::date::text as day
    from clocks c join cases k on k.id = c.case_id where c.broken_at is not null or c.state = 'met'`;
  const facts = await visibilityFacts(db, [...new Set(rows.map((row) => Number(row.case_id)))]);
  const figures = new Map<string, { met: number; missed: number }>();
  for (const row of rows) {
    const of = facts.get(Number(row.case_id));
    if (row.day < from || row.day >= until || of === undefined) continue;
    if (viewer !== 'everything' && !canSee(viewer, of)) continue;
    const { kind, unit_id: unit, assignee_id: officer, enterprise_id: enterprise, day } = row;
    for (const name of [
      `clock ${kind}`,
      `unit ${unit}`,
      `officer ${officer}`,
      `enterprise ${enterprise}`,
      `day ${day}`,
    ]) {
      const { met, missed } = figures.get(name) ?? { met: 0, missed: 0 };
      const isMissed = Reflect.get(row, 'broken_at') !== null;
      figures.set(name, { met: met + Number(!isMissed), missed: missed + Number(isMissed) });
    }
  }
  return Object.fromEntries([...figures].map(([name, { met, missed }]) => [name, `${met}/${missed}`]));
}
