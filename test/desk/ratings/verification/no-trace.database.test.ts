import { eq, inArray, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { act } from '../../../../src/desk/act.ts';
import { ladderPass } from '../../../../src/desk/cases/ladder-timer.ts';
import { rate } from '../../../../src/desk/ratings/rate.ts';
import { decideOutcome } from '../../../../src/desk/ratings/verification/decide-outcome.ts';
import { viewerOf } from '../../../../src/desk/visibility.ts';
import type { Role } from '../../../../src/rules/visibility/can-see.ts';
import { cases } from '../../../../src/store/schema/cases.ts';
import { messages, outbox } from '../../../../src/store/schema/conversations.ts';
import { declarations, enterprises } from '../../../../src/store/schema/enterprises.ts';
import { officers } from '../../../../src/store/schema/organisation.ts';
import { ratings } from '../../../../src/store/schema/ratings.ts';
import { type GeneratedOrganisation, generatedOrganisation } from '../../../support/generated-organisation.ts';
import { openReportDesk, type ReportDesk } from '../../../support/report-desk.ts';
import type { Caller } from '../../../support/web.ts';

const organisations = 10;
const seed = Number(process.env.FC_SEED ?? 20261122);
const plans = differing(fc.sample(generatedOrganisation(0), { numRuns: 300, seed }));
const comment = 'dauhieubimat';

// What an officer can look at. Lists of the organisation itself say nothing of ratings and are left out.
const looks = [
  '/api/v1/session',
  '/api/v1/cases?state=any&limit=100',
  '/api/v1/cases/counts',
  `/api/v1/cases?state=any&q=${comment}`,
  '/api/v1/cases?state=any&q=DG-2026',
  '/api/v1/alerts',
  '/api/v1/notices',
  '/api/v1/verifications?box=all',
  '/api/v1/verifications/funnel',
  '/api/v1/corrective-actions',
  '/api/v1/corrective-actions?box=below',
  '/api/v1/corrective-actions?box=all',
  '/api/v1/ratings/me',
  '/api/v1/ratings/flags',
  '/api/v1/audit/ledger?stream=ratings',
  '/api/v1/troubles',
  '/api/v1/routing/stranded',
];

// Whoever is recorded on what was rated reads of ratings what any officer reads: what came out, and nothing has.
const figures = [
  '/api/v1/ratings/summary',
  '/api/v1/ratings/breakdown?by=unit',
  '/api/v1/ratings/breakdown?by=officer',
];

// What shows a case to colleagues if anything does. An administrator who is no party may read that somewhere one waits.
const looksOfColleagues = looks.filter((path) => /session|cases|alerts$|verifications\?/u.test(path));

test(`in ${organisations} generated organisations nothing looks different to anybody who is party to a low rating, nor to their colleagues (seed ${seed})`, async () => {
  let looked = 0;
  const before = new Map<string, Look[]>();
  for (const plan of plans) {
    await using rig = await openReportDesk(plan, '2026-03-06T09:00:00+07:00');
    // With no case anywhere, people of one role see the same in every organisation.
    for (const [place, { role }] of plan.officers.entries())
      if (!before.has(role))
        before.set(role, await everythingSeen(rig, rig.planted.officerIds[place] ?? 0, [...looks, ...figures]));
    const rated = await rateAndVerify(rig, plan);
    const legitimate = await mayKnow(rig);
    expect([...rated.party].filter((id) => legitimate.has(id))).toEqual([]);

    const others = plan.officers.flatMap(({ role }, place) => {
      const officerId = rig.planted.officerIds[place] ?? 0;
      return legitimate.has(officerId) ? [] : [{ officerId, role }];
    });
    await Promise.all(
      others.map(async ({ officerId, role }) => {
        const isParty = rated.party.has(officerId);
        const paths = isParty ? looks : looksOfColleagues;
        const empty = [
          ...(before.get(role) ?? []).filter(({ path }) => paths.includes(path)),
          ...(before.get(readsRatings(role) ? 'officer' : role) ?? []).filter(
            ({ path }) => isParty && figures.includes(path),
          ),
        ];
        const seen = await everythingSeen(rig, officerId, isParty ? [...looks, ...figures] : paths);
        expect(seen, `what officer ${officerId} sees`).toEqual(empty);
        await expectNothingSaid(rig, officerId, rated);
        const viewer = await viewerOf(rig.desk.database.db, officerId);
        if (viewer === null) throw new Error('An officer is missing');
        const heard = await rig.web.live.missedSince(0, viewer);
        expect((heard ?? []).map(({ view }) => view.reference)).toEqual([]);
      }),
    );
    looked += others.length;
  }
  expect(looked).toBeGreaterThan(organisations * 8);
}, 240_000);

/** Administrators look after the system, and are refused whether or not anybody was rated. */
function readsRatings(role: Role): boolean {
  return role !== 'administrator';
}

/** So many organisations of which no two are alike in who is party and who is left to verify. */
function differing(plans: readonly GeneratedOrganisation[]): GeneratedOrganisation[] {
  const shapes = new Map(plans.map((plan) => [shapeOf(plan), plan]));
  return [...shapes]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, plan], place, { length }) => (place % Math.ceil(length / organisations) === 0 ? [plan] : []));
}

function shapeOf({ officers: people, declarations: done }: GeneratedOrganisation): string {
  const steps = done.find((declaration) => declaration.steps.length > 0)?.steps ?? [];
  const party = new Set(steps.map(({ officer }) => people[officer]?.role ?? ''));
  const control = people.filter(({ role }) => role === 'internalControl');
  const isLeft = people.some(
    ({ role, isAway }, place) =>
      role === 'internalControl' && !isAway && !steps.some(({ officer }) => officer === place),
  );
  return [[...party].toSorted().join(' '), control.length === 0, isLeft, people[0]?.isAway].join('|');
}

interface Rated {
  party: Set<number>;
  reference: string;
  number: string;
}

/** Everything the officer gets to see, and whatever of a case is not plainly not there. */
async function everythingSeen(
  { callerAs, desk }: ReportDesk,
  officerId: number,
  paths: readonly string[],
): Promise<Look[]> {
  const caller = callerAs(officerId);
  const answers = await Promise.all(paths.map((path) => lookAt(caller, path)));
  for (const { reference } of await desk.database.db.select({ reference: cases.reference }).from(cases)) {
    for (const path of [`/api/v1/cases/${reference}`, `/api/v1/cases/${reference}/verification`]) {
      const answer = await lookAt(caller, path);
      if (answer.status !== 404) answers.push(answer);
    }
  }
  return answers;
}

interface Look {
  path: string;
  status: number;
  body: unknown;
}

async function lookAt(caller: Caller, path: string): Promise<Look> {
  const answer = await caller.raw(path);
  const body: unknown = answer.status === 200 ? await answer.json() : null;
  if (path !== '/api/v1/session') return { path, status: answer.status, body };
  // The time of day is no trace, nor where somebody works who moves in between.
  const { serverTime: _time, officer: _officer, ...rest } = body as Record<string, unknown>;
  return { path, status: answer.status, body: rest };
}

/** One star about a declaration and its officers; some move, nobody answers for a day, then somebody decides. */
async function rateAndVerify(rig: ReportDesk, plan: GeneratedOrganisation): Promise<Rated> {
  const { desk, planted } = rig;
  const { db } = desk.database;
  const place = plan.declarations.findIndex(({ steps }) => steps.length > 0);
  const declaration = plan.declarations[place];
  if (declaration === undefined) return { party: new Set(), reference: '', number: '' };
  const [enterprise] = await db.select().from(enterprises);
  const officeCode = `09U${plan.units.length - 1}`;
  await db
    .update(declarations)
    .set({ enterpriseId: enterprise?.id ?? 0, officeCode })
    .where(eq(declarations.number, declaration.number));
  const party = new Set(declaration.steps.map(({ officer }) => planted.officerIds[officer] ?? 0));
  const [conversationId] = (
    await db.execute<{ id: string }>(sql`select id from conversations where officer_id is null`)
  ).map(({ id }) => Number(id));
  const by = { kind: 'contact', conversationId: conversationId ?? 0 } as const;
  const [subjectId = 0] = party;
  const { number } = declaration;
  const first = await act(desk, by, (a) =>
    rate(a, { number, subject: { kind: 'declaration', key: '' }, level: 1, comment }),
  );
  await act(desk, by, (a) => rate(a, { number, subject: { kind: 'officer', key: String(subjectId) }, level: 1 }));

  // Whoever did a step works elsewhere from now on; what was rated stays where it was done.
  const snapshots = await db.select({ snapshot: ratings.snapshot }).from(ratings);
  const [root] = await db
    .select({ unitId: officers.unitId })
    .from(officers)
    .where(eq(officers.role, 'departmentLeader'));
  await db
    .update(officers)
    .set({ unitId: root?.unitId ?? 0 })
    .where(inArray(officers.id, [...party].filter((id) => id !== subjectId).slice(0, 1)));
  expect(await db.select({ snapshot: ratings.snapshot }).from(ratings)).toEqual(snapshots);

  desk.clock.advanceMinutes(600);
  while ((await ladderPass(desk)) === 'more');
  const reference = first.verification?.reference ?? '';
  const [row] = await db.select().from(cases).where(eq(cases.reference, reference));
  if (row?.assigneeId != null) {
    const outcome = { reference, outcome: 'substantiated' as const, finding: 'Có lỗi.', told: 'Chúng tôi xin lỗi.' };
    await act(desk, { kind: 'officer', officerId: row.assigneeId }, (a) => decideOutcome(a, outcome));
  }
  // Delivered, as it is anywhere but on a stage without platforms.
  await db.update(outbox).set({ state: 'sent' });
  return { party, reference, number };
}

/** Internal control that is no party, whoever was given the case or alerted, and the head of the unit, who is told a little. */
async function mayKnow({ desk, planted }: ReportDesk): Promise<Set<number>> {
  const rows = await desk.database.sql<{ id: number }[]>`
    select o.id::int as id from officers o join cases c on c.kind = 'verification'
     where not exists (select 1 from case_exclusions x where x.case_id = c.id and x.officer_id = o.id)
       and (o.role = 'internalControl' or c.assignee_id = o.id
            or exists (select 1 from alerts a where a.case_id = c.id and a.officer_id = o.id))`;
  return new Set(rows.map(({ id }) => id).filter((id) => planted.officerIds.includes(id)));
}

/** Nothing about it in the officer's own chat; the head of the rated unit reads that there is one, and no more. */
async function expectNothingSaid({ desk, planted }: ReportDesk, officerId: number, rated: Rated): Promise<void> {
  const chatId = planted.chatIds[planted.officerIds.indexOf(officerId)] ?? 0;
  const said = await desk.database.db.select().from(messages).where(eq(messages.conversationId, chatId));
  for (const { text } of said) {
    expect(rated.party.has(officerId), `a message to party ${officerId}`).toBe(false);
    expect(text).toMatch(/^\*Đơn vị số \d+ vừa nhận một đánh giá thấp\*/u);
    for (const trace of [rated.reference, rated.number.slice(0, 11), comment, 'Đại Dương'])
      expect(text).not.toContain(trace);
  }
}
