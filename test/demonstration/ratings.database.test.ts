import { expect, test } from 'vitest';
import { sampleRatings } from '../../src/demonstration/sample-ratings.ts';
import type { TestDesk } from '../support/desk.ts';
import type { TestOfficer } from '../support/organisation.ts';
import { openWeb } from '../support/web.ts';
import { openEmptyDesk, plant } from './empty-desk.ts';

const fridayMorning = '2026-11-20T10:10:00+07:00';

// Whenever it is planted: on a Sunday, at opening time, in the evening, right after the holidays of Tết.
test.each([fridayMorning, '2026-11-22T05:30:00+07:00', '2026-02-23T08:00:00+07:00'])(
  'planted at %s, low ratings stand at every point of the way and each can be traced to what became of it',
  async (now) => {
    await using desk = await openEmptyDesk(now);
    const { planting } = await plant(desk);
    const { sql } = desk.database;

    const untraced = await sql`
      select r.id from ratings r where (r.level <= 2 or (r.level = 3 and (r.comment is not null or r.reasons <> '[]')))
         and not exists (select 1 from verification_ratings v where v.rating_id = r.id)`;
    const rows = await sql`
      select c.reference, c.state, v.outcome, v.told_at is not null as told, c.next_due_at < ${desk.clock.now()} as late,
             (select count(*)::int from corrective_actions a where a.case_id = c.id) as actions,
             (select count(*)::int from corrective_actions a where a.case_id = c.id and a.checked_at is not null) as checked
        from verifications v join cases c on c.id = v.case_id`;
    const standing = Object.fromEntries(
      [...(planting?.ratings ?? [])].map(([shows, reference]) => {
        const row = rows.find((each) => each.reference === reference);
        return [shows, [row?.state, row?.outcome, row?.told, row?.late, row?.actions, row?.checked]];
      }),
    );
    const [figures] = await sql`
      select count(*)::int as ratings, round(100.0 * count(*) filter (where level >= 4) / count(*))::int as content,
             (select round(100.0 * count(distinct r.number11) / count(*))::int from declarations d
               left join ratings r on r.declaration_id = d.id) as rated,
             (select count(*)::int from rating_invitations where state = 'planned') as invited
        from ratings where subject_kind = 'declaration'`;

    expect(untraced).toEqual([]);
    expect(standing).toEqual({
      checked: ['closed', 'substantiated', true, null, 1, 1],
      checkOverdue: ['closed', 'substantiated', true, null, 1, 0],
      notEffective: ['closed', 'substantiated', true, null, 2, 1],
      actionOverdue: ['closed', 'substantiated', true, null, 1, 0],
      acting: ['closed', 'substantiated', true, null, 1, 0],
      agreed: ['closed', 'unsubstantiated', true, null, 0, 0],
      appealed: ['closed', 'unclear', true, null, 0, 0],
      told: ['resolved', 'substantiated', true, null, 0, 0],
      contacted: ['open', null, false, false, 0, 0],
      fresh: ['open', null, false, false, 0, 0],
      overdue: ['open', null, false, true, 0, 0],
      notContacted: ['open', null, false, false, 0, 0],
      threeStars: ['open', null, false, false, 0, 0],
      silent: ['closed', 'unsubstantiated', true, null, 0, 0],
    });
    expect(rows).toHaveLength(sampleRatings.length + 1);
    expect(figures?.ratings).toBeGreaterThan(200);
    expect(figures?.content).toBeGreaterThan(90);
    expect(figures?.rated).toBeGreaterThanOrEqual(8);
    expect(figures?.rated).toBeLessThanOrEqual(12);
    expect(figures?.invited).toBeGreaterThan(15);
  },
);

test('what is late stands on the page of whoever manages it', async () => {
  await using desk = await openEmptyDesk(fridayMorning);
  const { planting } = await plant(desk);
  // What the API is asked here needs nothing of the small organisation that other tests have.
  await using web = await openWeb(desk as unknown as TestDesk);
  const signIn = async (login: string) => {
    const email = `${login}@haiquan.example`;
    const [officer] = await desk.database.sql<TestOfficer[]>`
      select id::int as id, name, email, role, unit_id::int as "unitId" from officers where email = ${email}`;
    if (officer === undefined) throw new Error(`There is no officer ${login}`);
    return web.signIn(officer);
  };

  const leader = await signIn('hung.do');
  const head = await signIn('giang.le');
  const late = (await leader.get('/api/v1/verifications?box=overdue')).body;
  const below = (await leader.get('/api/v1/corrective-actions?box=below')).body;
  const own = (await head.get('/api/v1/corrective-actions')).body;

  const items = late.items as { reference: string }[];
  expect(items.map(({ reference }) => reference)).toEqual([planting?.ratings.get('overdue')]);
  expect(below.map(({ stage, reference }) => [stage, reference])).toEqual([['overdue', null]]);
  expect(own.map(({ what, stage }) => [what, stage])).toEqual([[below[0]?.what, 'overdue']]);
});
