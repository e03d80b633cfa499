import type { Act } from '../desk/act.ts';
import { emptyHead } from '../rules/audit/chain.ts';
import type { CaseEvent, CaseEventBody } from '../rules/case/events.ts';
import type { Actor, ClockKind } from '../rules/case/words.ts';
import { type ClockRun, clocksOf } from '../rules/escalation/clocks.ts';
import { localDate } from '../rules/working-time/local-date.ts';
import { minuteMilliseconds } from '../rules/working-time/working-day.ts';
import type { WorkingTime } from '../rules/working-time/working-time.ts';
import { appendEvents, insertCase, nextReference, saveCase, saveClocks } from '../store/cases.ts';
import { insertMessage } from '../store/messages.ts';
import { emailOf, officers as people } from './officers.ts';
import { type PastCase, pastCases } from './past-cases.ts';
import type { PlantedContact } from './plant-enterprises.ts';
import type { PlantedOfficer } from './plant-organisation.ts';

interface Stage {
  working: WorkingTime;
  contacts: ReadonlyMap<string, PlantedContact>;
  officers: ReadonlyMap<string, PlantedOfficer>;
}

const schedule: Actor = { kind: 'schedule', name: 'demonstration' };

/** The matters of the past, each under the number it got before anything that is told elsewhere. */
export async function numberPastCases({ tx, at, zone }: Act): Promise<ReadonlyMap<string, PastCase>> {
  const numbered = new Map<string, PastCase>();
  for (const matter of pastCases(at)) {
    const year = Number(localDate(matter.openedAt, zone).slice(0, 4));
    numbered.set(await nextReference(tx, 'VM', year), matter);
  }
  return numbered;
}

/**
 * Writes the closed cases of the last weeks with their ledgers, clocks and words, so that the pages of managers have a
 * past. Not through the verbs, which would take a minute; from the same rules, so that the clocks are what they say.
 */
export async function plantPastCases(
  current: Act,
  stage: Stage,
  numbered: ReadonlyMap<string, PastCase>,
): Promise<void> {
  for (const [place, [reference, matter]] of [...numbered].entries()) {
    const contact = stage.contacts.get(matter.contact);
    const officer = whoHad(stage, matter, place);
    if (contact === undefined || officer === undefined) throw new Error(`Nobody for the past case ${reference}`);
    await plantOne(current, stage, { matter, reference, contact, officer });
  }
}

interface Known {
  matter: PastCase;
  reference: string;
  contact: PlantedContact;
  officer: PlantedOfficer;
}

async function plantOne(current: Act, { working }: Stage, { matter, reference, contact, officer }: Known) {
  const { tx } = current;
  const { category, urgent, office: officeCode, unit: unitCode, openedAt, text, answer } = matter;
  const facts = { kind: 'issue' as const, category, urgent, unitCode, unitId: officer.unitId };
  const versions = await current.ruleBook.inForce(tx, facts, openedAt);
  const by: Actor = { kind: 'officer', officerId: officer.id };
  const row = await insertCase(
    tx,
    {
      ...{ reference, kind: 'issue', state: 'closed', level: 1, category, urgent, officeCode, description: text },
      ...{
        enterpriseId: contact.enterpriseId,
        contactId: contact.contactId,
        conversationId: null,
        declarationNo: null,
      },
      ...{ isVerified: true, unitId: officer.unitId, assigneeId: officer.id, ...versions },
      ...{ openedAt, lastActivityAt: openedAt },
    },
    [],
  );
  const said = { conversationId: null, caseId: row.id };
  await insertMessage(tx, { ...said, author: 'person', text, at: openedAt });
  const events: CaseEvent[] = [];
  const add = (at: Date, actor: Actor, ...bodies: CaseEventBody[]) =>
    void events.push(...bodies.map((body): CaseEvent => ({ ...body, at, by: actor })));
  const rulesNow = () => current.ruleBook.rulesOf(tx, events);
  const runOf = async (kind: ClockKind, at: Date): Promise<ClockRun | undefined> =>
    clocksOf(events, await rulesNow(), at).findLast((run) => run.kind === kind && run.stoppedAt === null);
  const after = (share: number, run: ClockRun | undefined) =>
    working.dueAfter(openedAt, share * (run?.allowedMinutes ?? 60) * minuteMilliseconds);

  add(
    openedAt,
    schedule,
    { type: 'opened', ...{ kind: 'issue', category, urgent, officeCode, declarationNo: null, level: 1 }, ...versions },
    { type: 'assigned', officerId: officer.id, unitId: officer.unitId, because: 'onDuty' },
  );
  const answerRun = await runOf('firstResponse', openedAt);
  const resolutionRun = await runOf('resolution', openedAt);
  // However long the days off before the present are, the matter is over by then.
  const repliedAt = earlier(after(matter.used.firstResponse, answerRun), plusMinutes(current.at, -240));
  const takenAt = earlier(after(matter.used.acknowledge, await runOf('acknowledge', openedAt)), repliedAt);
  add(takenAt, by, { type: 'taken', officerId: officer.id });
  const dueAt = answerRun?.dueAt ?? repliedAt;
  const isRaised = answerRun !== undefined && dueAt < repliedAt;
  if (isRaised)
    add(
      later(dueAt, takenAt),
      { kind: 'clock' },
      { type: 'clockBroken', clock: 'firstResponse', cycle: answerRun.cycle, dueAt: dueAt.toISOString() },
      { type: 'raised', fromLevel: 1, toLevel: 2, because: 'unanswered' },
    );
  const messageId = await insertMessage(tx, {
    ...{ ...said, author: 'officer', officerId: officer.id, text: answer, at: repliedAt },
  });
  add(repliedAt, by, { type: 'replied', messageId, officerId: officer.id });
  add(plusMinutes(repliedAt, 0.1), { kind: 'channel', name: 'webchat' }, { type: 'replyDelivered', messageId });
  const answeredAt = plusMinutes(repliedAt, 5);
  const wishedAt = later(after(matter.used.resolution, resolutionRun), answeredAt);
  const resolvedAt = wishedAt < plusMinutes(current.at, -120) ? wishedAt : answeredAt;
  add(resolvedAt, by, { type: 'resolved', messageId: null });
  const closedAt = plusMinutes(resolvedAt, 42);
  add(closedAt, schedule, { type: 'closed', because: 'confirmed' });

  let head: { ordinal: number; hash: string } = emptyHead;
  for (const { at, by: actor, ...body } of events.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    // Taking instant and actor off an event leaves its body.
    const { lastOrdinal, lastHash } = await appendEvents(tx, row.id, head, [body as CaseEventBody], actor, at);
    head = { ordinal: lastOrdinal, hash: lastHash };
  }
  await saveClocks(tx, row.id, clocksOf(events, await rulesNow(), current.at));
  await saveCase(tx, row.id, {
    ...{ level: isRaised ? 2 : 1, resolvedAt, closedAt, lastActivityAt: closedAt },
    ...{ lastOrdinal: head.ordinal, lastHash: head.hash },
  });
}

/** The officers of the unit in turn. */
function whoHad({ officers }: Stage, { unit }: PastCase, place: number): PlantedOfficer | undefined {
  const those = people.filter((each) => each.unit === unit && each.role === 'officer');
  const one = those[place % Math.max(1, those.length)];
  return [...officers.values()].find(({ email }) => one !== undefined && email === emailOf(one.login));
}

function plusMinutes(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * minuteMilliseconds);
}

function later(a: Date, b: Date): Date {
  return a < b ? b : a;
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}
