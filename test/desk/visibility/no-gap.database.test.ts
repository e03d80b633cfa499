import { eq, inArray, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { act } from '../../../src/desk/act.ts';
import { askForCheck } from '../../../src/desk/audit/ask-for-check.ts';
import { checkLedgers } from '../../../src/desk/audit/check-ledgers.ts';
import { sealDay } from '../../../src/desk/audit/seal-day.ts';
import { ladderPass } from '../../../src/desk/cases/ladder-timer.ts';
import { openCase } from '../../../src/desk/cases/open-case.ts';
import { recomputeClocks } from '../../../src/desk/cases/recompute-clocks.ts';
import { resolveCase } from '../../../src/desk/cases/resolve-case.ts';
import { sendWeeklyDigests } from '../../../src/desk/digests/weekly-digest.ts';
import { rate } from '../../../src/desk/ratings/rate.ts';
import { decideOutcome } from '../../../src/desk/ratings/verification/decide-outcome.ts';
import { openVerification } from '../../../src/desk/ratings/verification/open-verification.ts';
import { remindActions } from '../../../src/desk/ratings/verification/remind-actions.ts';
import { reminderPass } from '../../../src/desk/reminders/reminder-timer.ts';
import { viewerOf } from '../../../src/desk/visibility.ts';
import { latestChangeId } from '../../../src/store/live.ts';
import { caseExclusions, cases, ladderSteps } from '../../../src/store/schema/cases.ts';
import { messages } from '../../../src/store/schema/conversations.ts';
import { declarations, enterprises } from '../../../src/store/schema/enterprises.ts';
import { everythingAnswered, type Named } from '../../support/everything-answered.ts';
import { type GeneratedOrganisation, generatedOrganisation } from '../../support/generated-organisation.ts';
import { openReportDesk, type ReportDesk } from '../../support/report-desk.ts';
import type { Caller } from '../../support/web.ts';

const seed = Number(process.env.FC_SEED ?? 20261122);
const begin = '2026-03-06T09:00:00+07:00';

/** Who reads: all but the colleague handled the declaration, so a matter about it is about them. */
const roles = ['officer', 'unitHead', 'internalControl', 'administrator', 'colleague'] as const;
const { plan, readers } = staffed(fc.sample(generatedOrganisation(1), { numRuns: 1, seed })[0]);

test(`on a desk with a report and a verification everybody kept away from them reads over four days, byte by byte, what they read on its twin without (seed ${seed})`, async () => {
  await using withIt = await openReportDesk(plan, begin);
  await using without = await openReportDesk(plan, begin);
  const twins = [withIt, without] as const;
  const both = async (what: (rig: ReportDesk) => Promise<unknown>) => void (await Promise.all(twins.map(what)));
  await both(beginTheDay);
  const heard = await Promise.all(twins.map(listen));

  const hidden = await openTheMatters(withIt);
  const named: Named = {
    reference: ['VM-2026-000001', hidden.report, hidden.verification],
    taxCode: ['0200000011'],
    number: plan.declarations.map(({ number }) => number).slice(0, 1),
    code: ['PL01'],
    noun: ['declarations'],
    month: ['2026-02'],
    '?state': ['any'],
    '?q': ['cong chuc'],
  };
  const expectTheSame = async (moment: string, how: { choices: boolean; ids: 'compared' | 'masked' }) => {
    const [seen, expected] = await Promise.all(twins.map((rig) => everythingRead(rig, named, how)));
    await both(caughtUp);
    expect(differences(seen, expected), moment).toEqual([]);
    expect(heard[0], `live, ${moment}`).toEqual(heard[1]);
    return seen?.size ?? 0;
  };

  // Nothing was made in the twin meanwhile: not even a number may tell.
  const read = await expectTheSame('when they came in', { choices: true, ids: 'compared' });
  expect(read).toBeGreaterThan(150 * roles.length);

  await both((rig) => passTheHours(rig, 4));
  await both((rig) => openAnIssue(rig, 'Hàng chưa qua khu vực giám sát'));
  await expectTheSame('four hours later', { choices: false, ids: 'masked' });

  await both((rig) => passTheHours(rig, 68));
  await both(doTheNightsWork);
  const fired = await withIt.desk.database.db.$count(
    ladderSteps,
    sql`fired_at is not null and case_id in (
    select id from cases where reference in (${hidden.report}, ${hidden.verification}))`,
  );
  expect(fired).toBeGreaterThan(3);
  await expectTheSame('on Monday, when their deadlines had passed', { choices: false, ids: 'masked' });

  await endTheMatters(withIt, hidden);
  await both((rig) => passTheHours(rig, 4));
  await both((rig) => openAnIssue(rig, 'Tờ khai chưa thông quan'));
  await expectTheSame('when they had ended', { choices: false, ids: 'masked' });
}, 180_000);

interface Matters {
  report: string;
  verification: string;
}

/** The generated organisation with those who read, of whom all but the last handled the first declaration. */
function staffed(generated: GeneratedOrganisation | undefined): { plan: GeneratedOrganisation; readers: number[] } {
  if (generated === undefined) throw new Error('Nothing was generated');
  const { units, officers, declarations: done, reports } = generated;
  const person = (unit: number, role: GeneratedOrganisation['officers'][number]['role'], name: string) => {
    officers.push({ unit, role, name, title: 'Công chức', isAway: false });
    return officers.length - 1;
  };
  const subject = person(1, 'officer', 'Cao Xuân Vinh');
  const head = officers.findIndex(({ unit, role }) => unit === 1 && role === 'unitHead');
  const control = person(0, 'internalControl', 'Tạ Thị Oanh');
  const administrator = officers.findIndex(({ role }) => role === 'administrator');
  const colleague = person(1, 'officer', 'Kim Văn Uy');
  person(0, 'internalControl', 'Lý Thị Phúc');
  const [first] = done;
  if (first === undefined) throw new Error('No declaration was generated');
  first.steps = [
    { step: 'documentCheck', officer: subject },
    { step: 'physicalInspection', officer: head },
    { step: 'channelChange', officer: control },
    { step: 'released', officer: administrator },
  ];
  // One that was there before, about other people.
  const others = reports.map((report) => ({ ...report, declaration: null, subjects: [], foundLater: null }));
  return {
    plan: { units, officers, declarations: done, reports: others },
    readers: [subject, head, control, administrator, colleague],
  };
}

/** An issue, a rating that gives no cause for anything, and what people keep for themselves. */
async function beginTheDay(rig: ReportDesk): Promise<void> {
  const { db } = rig.desk.database;
  const [enterprise] = await db.select().from(enterprises);
  await db
    .update(declarations)
    .set({ enterpriseId: enterprise?.id ?? 0, officeCode: '09U1' })
    .where(eq(declarations.number, declared()));
  await act(rig.desk, await contactOf(rig), (current) =>
    rate(current, { number: declared(), subject: { kind: 'declaration', key: '' }, level: 3 }),
  );
  await openAnIssue(rig, 'Container chưa qua khu vực giám sát');
  for (const place of readers) {
    const caller = rig.callerAs(rig.planted.officerIds[place] ?? 0);
    const put = (path: string, body: object) =>
      caller.raw(path, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    await put('/api/v1/cases/VM-2026-000001/watching', { isWatching: true });
    await put('/api/v1/cases/VM-2026-000001/reminder', { remindAt: '2026-03-09T09:00:00+07:00' });
    await caller.post('/api/v1/saved-filters', { name: 'Tất cả', filter: { box: 'all' }, isShared: false });
  }
}

/** In one of the twins: a report about those who handled the declaration, and the rating looked into. */
async function openTheMatters(rig: ReportDesk): Promise<Matters> {
  const { reference: report } = await rig.open({
    ...{ kind: 'report', text: 'Công chức gây khó khăn khi làm thủ tục.', mark: 'dauhieu', superior: null },
    ...{ declaration: 0, step: null, subjects: [], officeUnit: 1, foundLater: null },
    party: new Set(readers.slice(0, -1)),
  });
  const opened = await act(rig.desk, await contactOf(rig), (current) => openVerification(current, 1));
  if (opened === null) throw new Error('The rating is not looked into');
  const kept = await rig.desk.database.db
    .select({ officerId: caseExclusions.officerId })
    .from(caseExclusions)
    .innerJoin(cases, eq(cases.id, caseExclusions.caseId))
    .where(inArray(cases.reference, [report, opened.reference]));
  const ids = readers.map((place) => rig.planted.officerIds[place] ?? 0);
  for (const id of ids.slice(0, -1)) expect(kept.filter(({ officerId }) => officerId === id)).toHaveLength(2);
  return { report, verification: opened.reference };
}

async function endTheMatters({ desk }: ReportDesk, { report, verification }: Matters): Promise<void> {
  const assignee = async (reference: string) => {
    const [row] = await desk.database.db.select().from(cases).where(eq(cases.reference, reference));
    return { kind: 'officer', officerId: row?.assigneeId ?? 0 } as const;
  };
  const outcome = { outcome: 'substantiated' as const, finding: 'Có lỗi.', told: 'Chúng tôi xin lỗi.' };
  await act(desk, await assignee(verification), (a) => decideOutcome(a, { reference: verification, ...outcome }));
  await act(desk, await assignee(report), (a) => resolveCase(a, { reference: report }));
}

/** Nobody does anything but the clock. */
async function passTheHours({ desk }: ReportDesk, hours: number): Promise<void> {
  for (let hour = 0; hour < hours; hour += 4) {
    desk.clock.advanceMinutes(240);
    while ((await ladderPass(desk)) === 'more');
  }
  await reminderPass(desk);
}

async function doTheNightsWork({ desk }: ReportDesk): Promise<void> {
  const by = { kind: 'schedule', name: 'đêm' } as const;
  await act(desk, by, sealDay);
  await act(desk, by, remindActions);
  expect(await act(desk, by, sendWeeklyDigests)).toBeGreaterThan(0);
  await recomputeClocks(desk);
  await act(desk, by, askForCheck);
  for (const { name, data } of desk.sentJobs.splice(0))
    if (name === 'check-ledgers' && 'checkId' in data) await checkLedgers(desk, data.checkId, '/khong/co');
  // What is written in the same instant would count as checked.
  desk.clock.advanceMinutes(1);
}

async function openAnIssue(rig: ReportDesk, description: string): Promise<void> {
  const by = await contactOf(rig);
  const [enterprise] = await rig.desk.database.db.select().from(enterprises);
  await act(rig.desk, by, (current) =>
    openCase(current, {
      ...{ kind: 'issue', conversationId: by.conversationId, contactId: null, enterpriseId: enterprise?.id ?? 0 },
      ...{ isVerified: true, description, category: 'supervision_vasscm', officeCode: '09U1', declarationNo: null },
      ...{ urgent: false, messageIds: [] },
    }),
  );
}

async function contactOf({ desk }: ReportDesk) {
  const rows = await desk.database.db.execute<{ id: string }>(
    sql`select id from conversations where officer_id is null`,
  );
  return { kind: 'contact', conversationId: Number(rows[0]?.id) } as const;
}

function declared(): string {
  return plan.declarations[0]?.number ?? '';
}

/** What each reader hears of from now on, by role, each thing once. */
async function listen({ web, desk, planted }: ReportDesk): Promise<Map<string, Set<string>>> {
  const all = new Map<string, Set<string>>();
  for (const [index, place] of readers.entries()) {
    const viewer = await viewerOf(desk.database.db, planted.officerIds[place] ?? 0);
    if (viewer === null) throw new Error('An officer is missing');
    const heard = new Set<string>();
    all.set(roles[index] ?? '', heard);
    web.live.onChange(viewer, ({ json }) => heard.add(json));
  }
  return all;
}

async function caughtUp({ web, desk }: ReportDesk): Promise<void> {
  const newest = await latestChangeId(desk.database.db);
  await expect.poll(() => web.live.latestId()).toBe(newest);
}

// A number that counts everything on the desk says nothing; the hash of a day's root is as good as random.
const masks = { compared: /"hash":"[^"]*"/gu, masked: /"(?:id|\w+Id|nextCursor|hash)":(?:"[^"]*"|\d+)/gu };

/** What the API and the linked chats say to each reader, by role and address. */
async function everythingRead(
  { callerAs, planted, desk, web }: ReportDesk,
  named: Named,
  { choices, ids }: { choices: boolean; ids: keyof typeof masks },
): Promise<Map<string, string>> {
  const said = new Map<string, string>();
  for (const [index, place] of readers.entries()) {
    const role = roles[index] ?? '';
    const answers = await everythingAnswered(patient(callerAs(planted.officerIds[place] ?? 0)), named, { choices });
    for (const [address, answer] of answers) said.set(`${role} ${address}`, answer.replaceAll(masks[ids], '…'));
    const chat = await desk.database.db
      .select({ text: messages.text, at: messages.at })
      .from(messages)
      .where(eq(messages.conversationId, planted.chatIds[place] ?? 0))
      .orderBy(messages.id);
    said.set(`${role} chat`, JSON.stringify(chat));
  }
  const figures = await (await web.stranger.raw('/metrics')).text();
  said.set(
    'stranger /metrics',
    figures
      .split('\n')
      .filter((line) => /^dong_hanh_(?:waiting|outbox)/u.test(line))
      .join('\n'),
  );
  return said;

  /** Goes on once it is taken down what was read: internal control reads that as well. */
  function patient(caller: Caller): Caller {
    return {
      ...caller,
      async raw(path, init) {
        const answer = await caller.raw(path, init);
        await web.views.settle();
        return answer;
      },
    };
  }
}

function differences(seen: Map<string, string> | undefined, expected: Map<string, string> | undefined) {
  return [...(seen ?? [])].flatMap(([address, withIt]) => {
    const without = expected?.get(address);
    return withIt === without ? [] : [{ address, withIt, without }];
  });
}
