import { afterAll, beforeAll, expect, test } from 'vitest';
import { demonstrationPassword, demonstrationSignIns } from '../../src/demonstration/sign-ins.ts';
import { act, type Desk } from '../../src/desk/act.ts';
import { managerAt } from '../../src/desk/cases/responsible.ts';
import { installDefaults } from '../../src/desk/installation/install-defaults.ts';
import type { Level } from '../../src/rules/case/words.ts';
import { defaultPolicies } from '../../src/rules/escalation/defaults.ts';
import { cases } from '../../src/store/schema/cases.ts';
import { openEmptyDesk, plant } from './empty-desk.ts';

const fridayMorning = '2026-11-20T10:10:00+07:00';

const schedule = { kind: 'schedule', name: 'test' } as const;

// Planted once, for the tests that only read.
let friday: Awaited<ReturnType<typeof openEmptyDesk>> & Awaited<ReturnType<typeof plant>>;

beforeAll(async () => {
  const desk = await openEmptyDesk(fridayMorning);
  friday = { ...desk, ...(await plant(desk)) };
});

afterAll(() => friday[Symbol.asyncDispose]());

test('the defaults are stored at the first start and left alone at the next', async () => {
  await using desk = await openEmptyDesk(fridayMorning);

  const first = await act(desk, schedule, installDefaults);
  const second = await act(desk, schedule, installDefaults);

  const [stored] = await desk.database.sql`
    select (select count(*)::int from policies) as policies, (select count(*)::int from calendars) as calendars,
           (select approved_by from calendars) as approver`;
  expect([first, second]).toEqual([
    { policies: true, calendar: true },
    { policies: false, calendar: false },
  ]);
  expect(stored).toEqual({ policies: defaultPolicies.length, calendars: 1, approver: 'cài đặt mặc định' });
});

test('two processes that start together install the defaults once', async () => {
  await using desk = await openEmptyDesk(fridayMorning);

  await Promise.all([1, 2, 3].map(() => act(desk, schedule, installDefaults)));

  const [stored] = await desk.database.sql`select count(*)::int as policies from policies`;
  expect(stored).toEqual({ policies: defaultPolicies.length });
});

test('planting a second time does nothing', async () => {
  const before = await counts(friday);

  const second = await plant(friday);

  expect(second).toEqual({ planting: null, signIns: [] });
  expect(await counts(friday)).toEqual(before);
  expect([friday.signIns.length, new Set(friday.signIns).size]).toEqual([before?.officers, before?.officers]);
});

test('every sign-in that is offered belongs to an officer', async () => {
  const offered = demonstrationSignIns.filter(({ email }) => friday.signIns.includes(email));

  expect(demonstrationSignIns).toHaveLength(7);
  expect(offered).toHaveLength(7);
  expect(demonstrationSignIns.every(({ unit, name, why }) => unit !== '' && name !== '' && why !== '')).toBe(true);
  expect(demonstrationPassword.length).toBeGreaterThanOrEqual(8);
});

test('every office code leads to a unit with a head and two officers to share the work', async () => {
  const offices = await friday.database.sql`
    select f.code,
           count(*) filter (where o.role = 'unitHead')::int as heads, count(*) filter (where o.role = 'officer')::int as officers
      from office_codes f left join officers o on o.unit_id = f.unit_id group by f.code order by f.code`;

  expect(offices.map(({ code }) => code)).toEqual([
    '03CC',
    '03CD',
    '03CE',
    '03EE',
    '03NK',
    '03PA',
    '03PJ',
    '03PL',
    '03TG',
  ]);
  expect(offices.filter(({ heads, officers }) => heads !== 1 || officers < 2)).toEqual([]);
});

test('on every level of every unit somebody hears of a broken promise', async () => {
  const unitIds = (await friday.database.sql`select id::int from units`).map(({ id }) => Number(id));
  const [aCase] = await friday.database.db.select().from(cases).limit(1);
  if (aCase === undefined) throw new Error('No case was planted');

  const unheard = await act(friday, schedule, async (current) => {
    const nobody: string[] = [];
    for (const unitId of unitIds) {
      for (const policy of defaultPolicies) {
        for (const level of [2, 3, 4] satisfies Level[]) {
          const addressee = await managerAt(current, { ...aCase, unitId }, level, policy);
          if (addressee === null) nobody.push(`${unitId} ${policy.name} ${level}`);
        }
      }
    }
    return nobody;
  });

  expect(unheard).toEqual([]);
});

// Whenever it is planted: on a Sunday, at opening time, in the evening, right after the holidays of Tết.
test.each([
  fridayMorning,
  '2026-11-22T05:30:00+07:00',
  '2026-11-23T07:30:00+07:00',
  '2026-11-25T21:40:00+07:00',
  '2026-02-23T08:00:00+07:00',
])('planted at %s, the sample cases stand where they should', async (now) => {
  await using another = now === fridayMorning ? null : await openEmptyDesk(now);
  const desk = another ?? friday;
  const { planting } = another === null ? friday : await plant(another);

  const rows = await desk.database.sql`
      select reference, state, level, role, next_due_at < ${desk.clock.now()} as overdue
        from cases c left join officers o on o.id = c.assignee_id`;
  const standing = Object.fromEntries(
    [...(planting?.references ?? [])].map(([shows, reference]) => {
      const row = rows.find((each) => each.reference === reference);
      return [shows, [row?.state, row?.level, row?.role, row?.overdue]];
    }),
  );

  expect(standing).toEqual({
    fresh: ['open', 1, 'officer', false],
    dueSoon: ['open', 1, 'officer', false],
    raised: ['open', 2, 'unitHead', false],
    notTaken: ['open', 1, 'officer', true],
    working: ['open', 1, 'officer', false],
    awaitingEnterprise: ['awaitingEnterprise', 1, 'officer', null],
    notSolved: ['open', 1, 'officer', false],
    botAsked: ['open', 1, 'officer', false],
    misunderstood: ['open', 1, 'officer', false],
    mentioned: ['open', 1, 'officer', false],
    awaitingPapers: ['awaitingEnterprise', 1, 'officer', null],
    answeredAtGate: ['resolved', 1, 'officer', null],
    raisedTwice: ['open', 3, 'unitHead', false],
    resolved: ['resolved', 1, 'officer', null],
    confirmed: ['closed', 1, 'officer', null],
    answeredByManager: ['closed', 2, 'unitHead', null],
  });
});

test('the raised case shows the whole ladder: manager told, reminder, both levels, the enterprise, the next manager up', async () => {
  const reference = friday.planting?.references.get('raised') ?? '';

  const events = await friday.database.sql`
    select e.type from case_events e join cases c on c.id = e.case_id where c.reference = ${reference} order by e.ordinal`;
  const told = await friday.database.sql`
    select a.kind, o.email from alerts a join cases c on c.id = a.case_id join officers o on o.id = a.officer_id
     where c.reference = ${reference} order by a.id`;

  expect(events.map(({ type }) => type)).toEqual([
    ...['opened', 'assigned', 'clockBroken', 'alerted', 'alerted'],
    ...['clockBroken', 'raised', 'assigned', 'alerted', 'alerted', 'interimReplied'],
    ...['labelled', 'labelled', 'labelled', 'alerted'],
  ]);
  expect(told.map(({ kind, email }) => `${kind} ${email.split('@')[0]}`)).toEqual([
    ...['assigned kien.do', 'reminder tuan.tran', 'reminder kien.do'],
    ...['raised tuan.tran', 'reminder kien.do', 'unacknowledged quang.bui'],
  ]);
});

test('nothing of the past waits to be sent or to fall due', async () => {
  const [left] = await friday.database.sql`
    select (select count(*)::int from outbox where state <> 'sent') as unsent,
           (select count(*)::int from ladder_steps
             where fired_at is null and cancelled_at is null and due_at <= ${friday.clock.now()}) as due,
           (select count(*)::int from conversations where channel <> 'webchat') as outside,
           (select count(*)::int from case_events where at > ${friday.clock.now()}) as future`;

  expect(left).toEqual({ unsent: 0, due: 0, outside: 0, future: 0 });
});

test('each person who signs in finds a day prepared', async () => {
  const { sql } = friday.database;
  const id = async (login: string) =>
    Number((await sql`select id from officers where email = ${`${login}@haiquan.example`}`)[0]?.id);
  const lan = await id('lan.pham');
  const caseId = async (shows: string) =>
    Number((await sql`select id from cases where reference = ${friday.planting?.references.get(shows) ?? ''}`)[0]?.id);

  const turns = await sql`
    select author from messages where case_id = ${await caseId('botAsked')} order by id`;
  const [around] = await sql`
    select (select count(*)::int from case_drafts where officer_id = ${lan}) as drafts,
           (select count(*)::int from case_reminders where officer_id = ${lan} and remind_at < ${friday.clock.now()}) as reminders,
           (select count(*)::int from case_watchers where case_id = ${await caseId('mentioned')}) as watchers,
           (select count(*)::int from saved_filters where unit_id is not null) as shared`;
  const [managed] = await sql`
    select (select count(distinct level)::int from cases where state = 'open' and level > 1) as levels,
           (select count(*)::int from corrective_actions where owner_id = ${await id('tuan.tran')} and done_at is null) as actions,
           (select count(*)::int from absences where until_at > ${friday.clock.now()}) as absences,
           (select count(*)::int from link_requests where state = 'open') as requests`;
  const [controlled] = await sql`
    select (select count(*)::int from rating_flags where state = 'open') as flags,
           (select count(*)::int from case_views) as views,
           (select count(*)::int from verifications v join cases c on c.id = v.case_id where c.state = 'open') as open`;
  const [administered] = await sql`
    select (select count(*)::int from calendars where approved_at is null) as calendars,
           (select count(*)::int from retention_rules where approved_at is null) as periods,
           (select count(*)::int from api_keys) as keys, (select count(*)::int from data_requests) as requests`;

  expect(turns.map(({ author }) => author)).toEqual(['person', 'bot', 'bot', 'person', 'bot']);
  expect(around).toEqual({ drafts: 1, reminders: 1, watchers: 2, shared: 1 });
  expect(managed).toEqual({ levels: 3, actions: 1, absences: 5, requests: 1 });
  expect(controlled).toEqual({ flags: 1, views: 10, open: 6 });
  expect(administered).toEqual({ calendars: 1, periods: 1, keys: 1, requests: 1 });
});

async function counts(desk: Desk): Promise<Record<string, number> | undefined> {
  const [row] = await desk.database.sql<Record<string, number>[]>`
    select (select count(*)::int from units) as units, (select count(*)::int from officers) as officers,
           (select count(*)::int from enterprises) as enterprises, (select count(*)::int from cases) as cases,
           (select count(*)::int from case_events) as events, (select count(*)::int from policies) as policies`;
  return row;
}
