import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { differingFigures } from '../../../src/commands/bench/scale/compare-figures.ts';
import { loadRatedYear, loadVerifications } from '../../../src/commands/bench/scale/rated-year.ts';
import { act } from '../../../src/desk/act.ts';
import { changeUnit } from '../../../src/desk/organisation/change-unit.ts';
import { createUnit } from '../../../src/desk/organisation/create-unit.ts';
import { refreshFigures } from '../../../src/reports/ratings/refresh-figures.ts';
import { ratingSummary } from '../../../src/reports/ratings/summary.ts';
import { declarationDays, ratingDays, ratingLoops } from '../../../src/store/schema/rating-figures.ts';
import { ratings } from '../../../src/store/schema/ratings.ts';
import { associationMembers, associations } from '../../../src/store/schema/registry.ts';
import { asAdministrator } from '../../support/administration.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';
import { plantDeclarations } from '../../support/rated-declarations.ts';

const march = '2026-03-20T09:00+07:00';
const schedule = { kind: 'schedule', name: 'test' } as const;
const year = { from: '2026-01-01', until: '2027-01-01' };

test('the figures are those of plain SQL over what was written, at first, after changes and counted anew', async () => {
  await using desk = await openDesk({ now: march });
  await plantDeclarations(desk, { count: 6000, from: '2026-01-02', days: 70 });
  await joinAssociation(desk);
  await loadRatedYear(desk.database.sql, 3);
  await loadVerifications(desk.database.sql);

  await refresh(desk, true);
  expect(await differing(desk)).toEqual([]);

  await changeSomeRatings(desk);
  await plantDeclarations(desk, { count: 300, from: '2026-02-10', days: 30, first: 6000 });
  await refresh(desk, false);
  expect(await differing(desk)).toEqual([]);

  const incremental = await rowsNow(desk);
  await refresh(desk, true);
  expect(await rowsNow(desk)).toEqual(incremental);
});

test('a unit that moves takes none of its earlier ratings along', async () => {
  await using desk = await openDesk({ now: march });
  const { port1, port3 } = desk.organisation.units;
  const team = await asAdministrator(desk, (current) =>
    createUnit(current, { code: 'D1', name: 'Đội 1', shortName: 'Đội 1', parentId: port3, validFrom: '2026-03-20' }),
  );
  await desk.database.sql`update unit_versions set valid_from = '2020-01-01' where unit_id = ${team}`;
  await asAdministrator(desk, (current) =>
    changeUnit(current, { unitId: team, parentId: port1, validFrom: '2026-03-25' }),
  );
  await plantDeclarations(desk, { count: 40, from: '2026-03-20', days: 10 });
  await desk.database.sql`
    insert into ratings (declaration_id, number11, enterprise_id, subject_kind, level, rated_at, changed_at, unit_id, snapshot)
    select id, number11, enterprise_id, 'declaration', 5,
      case when row_number() over (order by id) <= 30 then '2026-03-24T10:00+07:00'::timestamptz
        else '2026-03-26T10:00+07:00' end, now(), ${team}, '{"unitId":null,"steps":[]}' from declarations`;
  await refresh(desk, true);

  const ratingsOf = async (unit: number) =>
    (await ratingSummary(desk.database.db, 'everything', { ...year, unit: String(unit) })).figures.ratings;

  expect(await ratingsOf(port3)).toBe(30);
  expect(await ratingsOf(port1)).toBe(10);
  expect(await ratingsOf(team)).toBe(40);
});

async function refresh(desk: TestDesk, isFull: boolean): Promise<void> {
  await act(desk, schedule, (current) => refreshFigures(current, { isFull }));
}

async function differing(desk: TestDesk): Promise<string[]> {
  return [
    ...(await differingFigures(desk, year)),
    ...(await differingFigures(desk, { from: '2026-01-13', until: '2026-02-20' })),
  ];
}

async function rowsNow({ database: { db } }: TestDesk) {
  const days = await db
    .select()
    .from(ratingDays)
    .orderBy(ratingDays.dimension, ratingDays.key, ratingDays.unitId, ratingDays.day);
  const declared = await db
    .select()
    .from(declarationDays)
    .orderBy(declarationDays.dimension, declarationDays.key, declarationDays.day);
  const loops = await db.select().from(ratingLoops).orderBy(ratingLoops.ratingId);
  return { days, declared, loops };
}

/** Levels change within a day, a whole answer comes after one about a part, another no longer counts. */
async function changeSomeRatings(desk: TestDesk): Promise<void> {
  const { db, sql } = desk.database;
  const changedAt = desk.clock.now();
  await sql`update ratings set level = 6 - level, changed_at = ${changedAt} where id % 37 = 0`;
  await db.update(ratings).set({ counts: false, changedAt }).where(eq(ratings.id, 5));
  await sql`
    update ratings set rated_at = rated_at - interval '3 days', changed_at = ${changedAt}
    where subject_kind <> 'declaration' and id % 11 = 0`;
  await sql`
    delete from ratings r where subject_kind = 'declaration' and id % 53 = 0
      and not exists (select 1 from verification_ratings v where v.rating_id = r.id)
      and exists (select 1 from ratings o where o.number11 = r.number11 and o.id <> r.id)`;
  await sql`update ratings r set changed_at = ${changedAt} where subject_kind <> 'declaration'`;
}

async function joinAssociation(desk: TestDesk): Promise<void> {
  const { db } = desk.database;
  const at = desk.clock.now();
  const [row] = await db
    .insert(associations)
    .values({ code: 'VASA', name: 'Hiệp hội thử', createdAt: at, updatedAt: at })
    .returning({ id: associations.id });
  const enterpriseId = desk.organisation.enterprise.id;
  await db
    .insert(associationMembers)
    .values({ associationId: row?.id ?? 0, enterpriseId, validFrom: '2026-01-20', validUntil: '2026-02-25' });
}
