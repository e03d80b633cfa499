import { asc, eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { act } from '../../../src/desk/act.ts';
import { ladderPass } from '../../../src/desk/cases/ladder-timer.ts';
import { viewerOf } from '../../../src/desk/visibility.ts';
import type { Role } from '../../../src/rules/visibility/can-see.ts';
import { latestChangeId, noteChange } from '../../../src/store/live.ts';
import { alerts, caseEvents, caseExclusions, cases, ladderSteps } from '../../../src/store/schema/cases.ts';
import { messages } from '../../../src/store/schema/conversations.ts';
import { generatedOrganisation } from '../../support/generated-organisation.ts';
import { findOut, type OpenedReport, openReportDesk, type ReportDesk } from '../../support/report-desk.ts';
import type { Answer, Caller } from '../../support/web.ts';

const organisations = 4;
const reportsEach = 50;
const seed = Number(process.env.FC_SEED ?? 20261125);
const plans = fc.sample(generatedOrganisation(reportsEach), { numRuns: organisations, seed });

test.each(plans.map((plan, index) => [index + 1, plan] as const))(
  `in generated organisation %i (seed ${seed}) nobody who is party to a report meets a trace of it`,
  async (_, plan) => {
    await using rig = await openReportDesk(plan, '2026-03-06T09:00:00+07:00');
    const { desk, web, planted, reports } = rig;
    await letTheLaddersFire(rig, 4);
    await findOutWhoHasThem(rig);
    await caughtUp(rig);
    const before = web.live.latestId();
    const heard = await listenAll(rig);
    await letSomethingHappen(rig);
    await caughtUp(rig);

    await expectNeverReached(rig);
    for (const [place, officerId] of planted.officerIds.entries()) {
      const role = plan.officers[place]?.role ?? 'officer';
      const hidden = reports.filter(({ party }) => party.has(officerId));
      await expectNoTraceInLists(rig.callerAs(officerId), officerId, role, hidden, desk);
      await expectNoTraceOfEach(rig.callerAs(officerId), hidden);
      expectNoneOf(heard.get(officerId) ?? [], hidden, 'live updates');
      const viewer = await viewerOf(desk.database.db, officerId);
      if (viewer === null) throw new Error('An officer is missing');
      const missed = (await web.live.missedSince(before, viewer)) ?? [];
      expectNoneOf(
        missed.map(({ view }) => view.reference ?? ''),
        hidden,
        'missed updates',
      );
    }
  },
  // Some thirty officers read everything there is to read.
  60_000,
);

/** Everybody keeps a console open from now on; the references each hears of. */
async function listenAll({ web, planted, desk }: ReportDesk): Promise<Map<number, string[]>> {
  const heard = new Map<number, string[]>();
  for (const officerId of planted.officerIds) {
    const viewer = await viewerOf(desk.database.db, officerId);
    if (viewer === null) throw new Error('An officer is missing');
    const references: string[] = [];
    heard.set(officerId, references);
    web.live.onChange(viewer, ({ view }) => references.push(view.reference ?? ''));
  }
  return heard;
}

/** Two days in which nobody answers, for a few of the reports: they are raised, alerts climb, managers are told. */
async function letTheLaddersFire({ desk, reports }: ReportDesk, howMany: number): Promise<void> {
  const kept = sql.join(
    reports.slice(0, howMany).map(({ caseId }) => sql`${caseId}`),
    sql`, `,
  );
  await desk.database.db.execute(sql`update ladder_steps set due_at = '2027-03-01' where case_id not in (${kept})`);
  for (let hour = 0; hour < 60; hour += 4) {
    desk.clock.advanceMinutes(240);
    while ((await ladderPass(desk)) === 'more');
  }
  await desk.database.db.execute(sql`update ladder_steps set attempts = 1, note = 'không thực hiện được'`);
}

/** Whoever has the report turns out to be party to it: three times over, so that those who follow are found out too. */
async function findOutWhoHasThem({ desk, reports }: ReportDesk): Promise<void> {
  for (const [place, report] of reports.entries()) {
    for (let times = 0; times < place % 3; times += 1) {
      const [row] = await desk.database.db.select().from(cases).where(eq(cases.id, report.caseId));
      if (row?.assigneeId == null) break;
      await findOut(desk, report, row.assigneeId);
    }
  }
}

/** A change of every report, so that there is something to hear of each. */
async function letSomethingHappen({ desk, reports, web }: ReportDesk): Promise<void> {
  const before = web.live.latestId();
  await act(desk, { kind: 'clock' }, async ({ tx, at, wakes }) => {
    for (const { caseId } of reports) await noteChange(tx, { topic: 'case', caseId, at });
    wakes.add('live');
  });
  const missed = await web.live.missedSince(before, 'everything');
  expect(missed?.length).toBeGreaterThanOrEqual(reports.length);
}

/** Waits until this process has told its consoles of everything that is committed. */
async function caughtUp({ web, desk }: ReportDesk): Promise<void> {
  const newest = await latestChangeId(desk.database.db);
  await expect.poll(() => web.live.latestId()).toBe(newest);
}

/** Neither given the case nor told of it, in the console or in a linked chat, at any time since they are known as party. */
async function expectNeverReached({ desk, reports, planted }: ReportDesk): Promise<void> {
  const { db } = desk.database;
  const byCase = new Map(reports.map((report) => [report.caseId, report]));
  const partyOf = (caseId: number) => byCase.get(caseId)?.party ?? new Set();
  const lateTo = (caseId: number) => byCase.get(caseId)?.foundLater ?? new Set();

  for (const { id, assigneeId } of await db.select().from(cases))
    expect(assigneeId !== null && partyOf(id).has(assigneeId), `assignee of case ${id}`).toBe(false);

  const kept = await db.select().from(caseExclusions);
  for (const { caseId, party } of reports) {
    const away = kept.filter((each) => each.caseId === caseId).map(({ officerId }) => officerId);
    expect(new Set(away), `exclusions of case ${caseId}`).toEqual(party);
  }

  const excludedSoFar = new Set<string>();
  for (const { caseId, type, detail } of await db.select().from(caseEvents).orderBy(asc(caseEvents.id))) {
    const officerId = 'officerId' in detail ? detail.officerId : null;
    if (type === 'exclusionAdded') excludedSoFar.add(`${caseId} ${officerId}`);
    else expect(excludedSoFar.has(`${caseId} ${officerId}`), `${type} of case ${caseId}`).toBe(false);
  }

  for (const { caseId, officerId } of await db.select().from(alerts))
    expect(partyOf(caseId).has(officerId) && !lateTo(caseId).has(officerId), `alert of case ${caseId}`).toBe(false);

  const said = await db.select().from(messages).where(sql`${messages.conversationId} is not null`);
  const waiting = new Set(
    (await db.execute<{ id: string }>(sql`select message_id as id from outbox where state = 'queued'`)).map(({ id }) =>
      Number(id),
    ),
  );
  for (const report of reports) {
    for (const officerId of report.party) {
      const chatId = planted.chatIds[planted.officerIds.indexOf(officerId)];
      const told = said.filter((each) => each.conversationId === chatId && each.text.includes(report.reference));
      // Whoever is found out later may have been told before; what had not gone out by then never does.
      const reached = report.foundLater.has(officerId) ? told.filter(({ id }) => waiting.has(id)) : told;
      expect(reached, `chat of officer ${officerId} about ${report.reference}`).toEqual([]);
    }
  }
}

async function expectNoTraceInLists(
  caller: Caller,
  officerId: number,
  role: Role,
  hidden: readonly OpenedReport[],
  desk: ReportDesk['desk'],
): Promise<void> {
  const all = await everyPage(caller, 'state=any');
  expectNoneOf(all, hidden, `the list of officer ${officerId}`);

  const counts = (await caller.get('/api/v1/cases/counts')).body;
  const open = { all: await everyPage(caller, ''), unassigned: await everyPage(caller, 'box=unassigned') };
  const lengths = { all: open.all.length, unassigned: open.unassigned.length };
  expect({ all: counts.all, unassigned: counts.unassigned }, `counts of officer ${officerId}`).toEqual(lengths);

  const told = (await caller.get('/api/v1/alerts')).body.map(({ reference }) => String(reference));
  expectNoneOf(told, hidden, `alerts of officer ${officerId}`);
  const unheard = await desk.database.db.$count(
    alerts,
    sql`${alerts.officerId} = ${officerId} and ${alerts.acknowledgedAt} is null and ${alerts.kind} in ('raised', 'unacknowledged')
      and not exists (select 1 from case_exclusions x where x.case_id = ${alerts.caseId} and x.officer_id = ${officerId})`,
  );
  const session = await caller.get('/api/v1/session');
  expect(session.body.unacknowledgedAlerts, `alert count of officer ${officerId}`).toBe(unheard);

  if (role !== 'administrator') return;
  const troubles = JSON.stringify((await caller.get('/api/v1/troubles')).body);
  for (const { reference, mark } of hidden) expect(troubles.includes(reference) || troubles.includes(mark)).toBe(false);
  const shown = (await caller.get('/api/v1/troubles')).body;
  const idsIn = (where: string) => shown.filter((each) => each.where === where).map(({ id }) => id);
  const steps = await desk.database.db.select().from(ladderSteps);
  for (const { undeliveredId, caseId } of hidden) {
    expect(idsIn('outbox'), 'undelivered messages').not.toContain(undeliveredId);
    const own = steps.filter((step) => step.caseId === caseId).map(({ id }) => id);
    expect(
      idsIn('ladder').filter((id) => own.includes(Number(id))),
      'steps that failed',
    ).toEqual([]);
  }
  for (const { undeliveredId } of hidden.slice(0, 5)) {
    const redacted = await caller.post(`/api/v1/messages/${undeliveredId}/redaction`, { because: 'requested' });
    expect(redacted.status, 'redaction').toBe(404);
  }
  const stranded = (await caller.get('/api/v1/routing/stranded')).body.map(({ openedAt }) => openedAt);
  for (const { caseId } of hidden) {
    const [row] = await desk.database.db.select().from(cases).where(sql`${cases.id} = ${caseId}`);
    expect(stranded, 'stranded cases').not.toContain(row?.openedAt.toISOString());
  }
}

/** As if it did not exist: by its number, by its words, by its files, and for every hand that would touch it. */
async function expectNoTraceOfEach(caller: Caller, hidden: readonly OpenedReport[]): Promise<void> {
  for (const { reference, fileId, undeliveredId } of hidden) {
    const answers = [
      await caller.raw(`/api/v1/cases/${reference}`),
      await caller.raw(`/api/v1/files/${fileId}`),
      await caller.raw(`/api/v1/messages/${undeliveredId}/retry`, { method: 'POST' }),
    ];
    expect(
      answers.map(({ status }) => status),
      `reads of ${reference}`,
    ).toEqual([404, 404, 404]);
  }
  for (const { mark } of hidden.slice(0, 5)) {
    const found = await caller.get(`/api/v1/cases?state=any&q=${mark}`);
    expect(found.body.items, `search for ${mark}`).toEqual([]);
  }
  const [any] = hidden;
  if (any === undefined) return;
  const touched = await touch(caller, any.reference);
  expect(touched, `acts on ${any.reference}`).toEqual(await touch(caller, 'PA-2026-999999'));
  expect(touched.filter((status) => status !== 403 && status !== 404)).toEqual([]);
}

/** How each act on a case is answered. Who may never do such a thing is told so before anybody looks for the case. */
async function touch(caller: Caller, reference: string): Promise<number[]> {
  const answers: Answer[] = [
    await caller.get(`/api/v1/cases/${reference}/exclusions`),
    await caller.post(`/api/v1/cases/${reference}/taking`),
    await caller.post(`/api/v1/cases/${reference}/notes`, { text: 'x' }),
    await caller.post(`/api/v1/cases/${reference}/exclusions/1/lift-requests`, { reason: 'x' }),
    await caller.post(`/api/v1/cases/${reference}/exclusions/1/lift-approvals`),
  ];
  return answers.map(({ status }) => status);
}

async function everyPage(caller: Caller, query: string): Promise<string[]> {
  const references: string[] = [];
  let cursor: unknown = null;
  do {
    const page = await caller.get(`/api/v1/cases?limit=100&${query}${cursor === null ? '' : `&cursor=${cursor}`}`);
    references.push(...(page.body.items as { reference: string }[]).map(({ reference }) => reference));
    cursor = page.body.nextCursor;
  } while (cursor !== null);
  return references;
}

function expectNoneOf(references: readonly string[], hidden: readonly OpenedReport[], where: string): void {
  const secret = new Set(hidden.map(({ reference }) => reference));
  expect(
    references.filter((reference) => secret.has(reference)),
    where,
  ).toEqual([]);
}
