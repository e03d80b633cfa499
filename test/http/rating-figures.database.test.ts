import { expect, test } from 'vitest';
import { loadRatedYear } from '../../src/commands/bench/scale/rated-year.ts';
import { act } from '../../src/desk/act.ts';
import { raiseFlags } from '../../src/desk/ratings/flags/raise-flags.ts';
import { bringFiguresToDate } from '../../src/reports/ratings/figure-jobs.ts';
import { ledgerRows } from '../../src/store/ledger.ts';
import { ratingFlags } from '../../src/store/schema/ratings.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { plantDeclarations } from '../support/rated-declarations.ts';
import { type Caller, openWeb, type Web } from '../support/web.ts';

const year = 'from=2026-01-01&to=2026-12-31';

test('whoever was rated reads only what came out, and one more rating moves nothing that they can read', async () => {
  await using desk = await ratedDesk('2026-04-03T09:00+07:00');
  await using web = await openWeb(desk);
  const { lan, hoa, dung, leader } = desk.organisation.officers;
  const readers = await Promise.all([lan, hoa, dung, leader].map((officer) => web.signIn(officer)));
  const [, head, , chief] = readers;
  if (head === undefined || chief === undefined) throw new Error('not signed in');
  await sees(chief, 'exact');
  await sees(head, 'published');

  await desk.database.sql`
    update ratings set snapshot = jsonb_set(snapshot, '{steps,1,officerId}', ${String(leader.id)}::jsonb)
    where id = (select min(id) from ratings)`;
  const before = await Promise.all(readers.map((reader) => everythingReadBy(reader, web)));
  const exactBefore = (await web.program.get(`/api/v1/ratings/summary?${year}`)).body.figures;

  await rateOneMore(desk, lan.id);
  await bringFiguresToDate(desk);

  expect(await Promise.all(readers.map((reader) => everythingReadBy(reader, web)))).toEqual(before);
  expect((await web.program.get(`/api/v1/ratings/summary?${year}`)).body.figures).not.toEqual(exactBefore);
  await sees(chief, 'published');
  expect(before[0]).toContain('"basis":"published"');
  expect(before[0]).toContain('tháng 03/2026');
});

test('a month comes out on the second of the next, once, with its quarter’s officers of at least five', async () => {
  await using desk = await ratedDesk('2026-03-31T20:00+07:00');
  await using web = await openWeb(desk);
  const { lan, hoa, minh } = desk.organisation.officers;
  const [own, head, other] = await Promise.all([lan, hoa, minh].map((officer) => web.signIn(officer)));
  if (own === undefined || head === undefined || other === undefined) throw new Error('not signed in');

  expect((await own.get('/api/v1/ratings/me')).body).toMatchObject({ total: null, publishedUntil: '2026-02' });

  desk.clock.set('2026-04-02T00:01+07:00');
  await bringFiguresToDate(desk);
  await bringFiguresToDate(desk);

  const mine = (await own.get('/api/v1/ratings/me')).body;
  const [counted] = await desk.database.sql<{ n: number }[]>`
    select count(*)::int as n from ratings where subject_kind = 'officer' and subject_key = ${String(lan.id)}`;
  expect(mine).toMatchObject({ publishedUntil: '2026-03', total: { ratings: counted?.n } });
  expect(mine.quarters).toHaveLength(1);
  const officersFor = async (caller: Caller) =>
    ((await caller.get(`/api/v1/ratings/breakdown?${year}&by=officer`)).body.rows as { name: string }[]).map(
      ({ name }) => name,
    );
  expect(await officersFor(head)).toContain(lan.name);
  expect(await officersFor(head)).not.toContain(minh.name);
  expect(await officersFor(other)).not.toContain(lan.name);
  const [last] = await ledgerRows(desk.database.db, 'ratings', { before: null, limit: 1 });
  expect(last).toMatchObject({ type: 'figuresPublished', detail: { month: '2026-03' } });
});

test('anybody reads the public table without signing in, also as a file, and nobody else’s flags', async () => {
  await using desk = await ratedDesk('2026-04-03T09:00+07:00');
  await using web = await openWeb(desk);
  const { control, hoa, minh } = desk.organisation.officers;
  const [inspector, head] = await Promise.all([web.signIn(control), web.signIn(hoa)]);
  await floodOfficer(desk, minh.id);
  await act(desk, { kind: 'schedule', name: 'test' }, raiseFlags);
  const again = await act(desk, { kind: 'schedule', name: 'test' }, raiseFlags);
  const [flag] = await desk.database.db.select().from(ratingFlags);

  const page = await (await web.stranger.raw('/ratings/public?month=2026-02')).text();
  expect(page).toContain('<option value="2026-02" selected>tháng 02/2026</option>');
  expect(page).toContain('Cảng HP 3');
  expect(await (await web.stranger.raw('/ratings/public/2026-02.csv')).text()).toContain('Toàn Chi cục,');
  expect((await web.stranger.raw('/ratings/public?month=2026-11')).status).toBe(404);
  expect((await web.stranger.get('/api/v1/ratings/summary')).status).toBe(401);

  expect(again).toEqual([]);
  const listed = await inspector.get('/api/v1/ratings/flags');
  expect(listed.body).toMatchObject([{ kind: 'flood', subject: { name: minh.name }, state: 'open' }]);
  expect((await head.get('/api/v1/ratings/flags')).status).toBe(403);
  expect((await web.program.get('/api/v1/ratings/flags')).status).toBe(403);
  const confirm = `/api/v1/ratings/flags/${flag?.id}/confirmation`;
  expect((await head.post(confirm, { note: 'x' })).status).toBe(403);
  expect((await inspector.post(confirm, { note: 'Một doanh nghiệp, cùng một đêm' })).status).toBe(204);
  expect((await inspector.post(confirm, { note: 'lần nữa' })).status).toBe(409);
  await desk.database.sql`update rating_flags set subject_key = ${String(control.id)}`;
  expect((await inspector.get('/api/v1/ratings/flags')).body).toEqual([]);
});

/** Days, steps and teams are for those whom nobody rates; the others read whole months. */
async function sees(caller: Caller, basis: 'exact' | 'published'): Promise<void> {
  const statusOf = async (path: string) => (await caller.get(`/api/v1/ratings/${path}`)).status;
  const statuses = await Promise.all(['breakdown?by=step', 'breakdown?by=team', 'summary?step=cleared'].map(statusOf));
  const day = (await caller.get('/api/v1/ratings/summary?from=2026-03-05&to=2026-03-05')).body;

  expect(statuses).toEqual(basis === 'exact' ? [200, 200, 200] : [403, 403, 403]);
  expect(day).toMatchObject(basis === 'exact' ? { basis } : { basis, figures: { ratings: 0 } });
  expect(await statusOf('summary?from=2026-03-05&to=2026-03-01')).toBe(400);
  expect(await statusOf('summary?unit=nowhere')).toBe(404);
}

async function ratedDesk(now: string): Promise<TestDesk> {
  const desk = await openDesk({ now });
  await plantDeclarations(desk, { count: 5000, from: '2026-01-02', days: 75 });
  await loadRatedYear(desk.database.sql, 4);
  await bringFiguresToDate(desk);
  return desk;
}

/** All that somebody could collect, as one text. */
async function everythingReadBy(caller: Caller, web: Web): Promise<string> {
  const paths = [
    '/ratings/me',
    '/ratings/public/2026-03',
    ...['', '&unit=R3-03TG', '&unit=R3-03CC'].flatMap((unit) => [
      `/ratings/summary?${year}${unit}`,
      `/ratings/summary?from=2026-03-01&to=2026-04-03${unit}`,
      ...['unit', 'officer'].map((by) => `/ratings/breakdown?${year}${unit}&by=${by}`),
      ...['unit', 'officer'].map((by) => `/ratings/breakdown.csv?${year}${unit}&by=${by}`),
    ]),
  ];
  const answers = await Promise.all(paths.map(async (path) => (await caller.raw(`/api/v1${path}`)).text()));
  const open = await (await web.stranger.raw('/ratings/public')).text();
  // A page's nonce is another every time.
  return [...answers, open.replaceAll(/nonce="[^"]+"/gu, '')].join('\n');
}

async function rateOneMore(desk: TestDesk, officerId: number): Promise<void> {
  const at = desk.clock.now();
  await desk.database.sql`
    insert into ratings (declaration_id, number11, enterprise_id, subject_kind, subject_key, level, rated_at, changed_at,
      unit_id, snapshot)
    select d.id, d.number11, d.enterprise_id, k.kind, k.key, 1, ${at}, ${at}, ${desk.organisation.units.port3},
      jsonb_build_object('unitId', null, 'steps', jsonb_build_array(jsonb_build_object('officerId', ${officerId}::int)))
    from (select * from declarations d where not exists (select 1 from ratings r where r.number11 = d.number11) limit 1) d,
      (values ('declaration', ''), ('officer', ${String(officerId)})) as k (kind, key)`;
}

async function floodOfficer(desk: TestDesk, officerId: number): Promise<void> {
  await desk.database.sql`
    insert into ratings (declaration_id, number11, enterprise_id, subject_kind, subject_key, level, rated_at, changed_at,
      unit_id, snapshot)
    select id, number11, enterprise_id, 'officer', ${String(officerId)}, 1,
      '2026-03-20T20:00+07:00'::timestamptz + interval '7 minutes' * row_number() over (order by id), now(), null,
      '{"unitId":null,"steps":[]}'
    from declarations d where enterprise_id = (select id from enterprises where tax_code = '0200000011')
      and not exists (select 1 from ratings r where r.number11 = d.number11) limit 9`;
}
