import type { Act, Desk } from '../desk/act.ts';
import { acknowledgeAlert } from '../desk/alerts/acknowledge-alert.ts';
import { confirmSolved, sayNotSolved } from '../desk/cases/enterprise-judges.ts';
import { enterpriseWrites } from '../desk/cases/enterprise-writes.ts';
import { putLabel } from '../desk/cases/label-case.ts';
import { openCase } from '../desk/cases/open-case.ts';
import { reply } from '../desk/cases/reply.ts';
import { takeCase } from '../desk/cases/take-case.ts';
import { writeNote } from '../desk/cases/write-note.ts';
import { say } from '../desk/conversations/say.ts';
import { keepDraft } from '../desk/drafts/keep-draft.ts';
import { setReminder } from '../desk/reminders/set-reminder.ts';
import { watchCase } from '../desk/watching/watch-case.ts';
import type { Actor } from '../rules/case/words.ts';
import { sayWhen } from '../rules/working-time/say-when.ts';
import type { WorkingTime } from '../rules/working-time/working-time.ts';
import { unacknowledgedOf } from '../store/alerts.ts';
import { lockCase } from '../store/cases.ts';
import { saveConversation } from '../store/conversations.ts';
import { labelsFor } from '../store/labels.ts';
import { insertMessage } from '../store/messages.ts';
import type { PlantedContact } from './plant-enterprises.ts';
import type { PlantedOfficer } from './plant-organisation.ts';
import { openRehearsal, type Rehearsal } from './rehearse.ts';
import type { SampleCase, SampleDeed } from './sample-case.ts';
import { sampleCases } from './sample-cases.ts';
import { workingBefore } from './working-before.ts';

type Answer = Extract<SampleDeed, { does: 'replies' }>;

export interface Cast {
  contacts: ReadonlyMap<string, PlantedContact>;
  officers: ReadonlyMap<string, PlantedOfficer>;
  working: WorkingTime;
  presentAt: Date;
}

/** Something that happened, so many working minutes before the present. */
export interface Moment {
  minutesAgo: number;
  play(at: Date): Promise<void>;
}

/**
 * Opens the sample cases through the verbs and lets everything happen in the order of time, as it would have happened.
 * `others` happen in between. Returns the reference of each by what it shows.
 */
export async function plantCases(
  desk: Desk,
  cast: Cast,
  others: (rehearsal: Rehearsal) => readonly Moment[],
): Promise<Map<string, string>> {
  const { contacts, working, presentAt } = cast;
  const rehearsal = openRehearsal(desk);
  const references = new Map<string, string>();
  const moments = sampleCases.flatMap((sample): Moment[] => {
    const contact = contacts.get(sample.contact);
    if (contact === undefined) throw new Error(`The demonstration has no contact ${sample.contact}`);
    const opening = {
      minutesAgo: sample.openedMinutesAgo,
      play: async (at: Date) => {
        references.set(sample.shows, await open(rehearsal, at, sample, contact));
      },
    };
    const deeds = sample.deeds.map((deed) => ({
      minutesAgo: deed.minutesAgo,
      play: (at: Date) => perform({ rehearsal, ...cast }, at, deed, references.get(sample.shows) ?? '', contact),
    }));
    return [opening, ...deeds];
  });
  for (const { minutesAgo, play } of [...moments, ...others(rehearsal)].toSorted(
    (a, b) => b.minutesAgo - a.minutesAgo,
  )) {
    await play(workingBefore(working, presentAt, minutesAgo));
  }
  await rehearsal.passUntil(presentAt);
  return references;
}

async function open(rehearsal: Rehearsal, at: Date, sample: SampleCase, contact: PlantedContact): Promise<string> {
  const { conversationId } = contact;
  return rehearsal.at(at, { kind: 'contact', conversationId }, async (current) => {
    const messageId = await personSays(current, conversationId, sample.text);
    const { kind, category, urgent, text } = sample;
    const opened = await openCase(current, {
      ...contact,
      ...{ kind, category, urgent },
      isVerified: true,
      description: text,
      officeCode: sample.office,
      declarationNo: sample.declaration,
      messageIds: [messageId],
    });
    const { row, unitName, officer, firstResponseDueAt } = opened;
    const due = firstResponseDueAt === null ? '' : ` ${sayWhen(firstResponseDueAt, at, current.zone, 'vi')}`;
    const responsible = officer === null ? unitName : `${officer.title}, ${unitName}`;
    const message = {
      text: `Đã tiếp nhận vụ việc *${row.reference}*.\nPhụ trách: ${responsible}.\nQuý doanh nghiệp sẽ được trả lời${due}.`,
    };
    await say(current, { conversationId, caseId: row.id, message });
    return row.reference;
  });
}

async function perform(
  { rehearsal, officers, working, presentAt }: Cast & { rehearsal: Rehearsal },
  at: Date,
  deed: SampleDeed,
  reference: string,
  { conversationId }: PlantedContact,
): Promise<void> {
  const enterprise: Actor = { kind: 'contact', conversationId };
  // Who has the case is known only once everything before has happened.
  await rehearsal.passUntil(at);
  const { caseId, assignee, seen } = await rehearsal.at(at, { kind: 'schedule', name: 'demonstration' }, (current) =>
    whoHas(current, reference),
  );
  const officerId = deed.by === undefined ? assignee : idOf(officers, deed.by);
  const officer: Actor = { kind: 'officer', officerId };
  switch (deed.does) {
    case 'takes':
      await rehearsal.at(at, officer, (current) => takeCase(current, { reference }));
      return;
    case 'replies':
      await rehearsal.at(at, officer, (current) => answer(current, reference, deed));
      return;
    case 'writesNote': {
      const { text, mentions = [] } = deed;
      const mentionedIds = mentions.map((login) => idOf(officers, login));
      await rehearsal.at(at, officer, (current) => writeNote(current, { reference, text, mentionedIds }));
      return;
    }
    case 'acknowledgesAlerts':
      await rehearsal.at(at, officer, (current) => acknowledgeAll(current, caseId));
      return;
    case 'watches':
      await rehearsal.at(at, officer, (current) => watchCase(current, { reference, isWatching: true }));
      return;
    case 'putsLabel':
      await rehearsal.at(at, officer, async (current) => {
        const label = (await labelsFor(current.tx, 'everything')).find(({ name }) => name === deed.label);
        if (label !== undefined) await putLabel(current, { reference, labelId: label.id });
      });
      return;
    case 'setsReminder': {
      const remindAt = workingBefore(working, presentAt, deed.dueMinutesAgo);
      await rehearsal.at(at, officer, (current) => setReminder(current, { reference, remindAt, note: deed.note }));
      return;
    }
    case 'keepsDraft': {
      const draft = { caseId, officerId, mode: 'reply' as const, text: deed.text, seenEventOrdinal: seen };
      await rehearsal.at(at, officer, (current) => keepDraft(current, draft));
      return;
    }
    case 'botSays': {
      const { text, choices = [] } = deed;
      const message = { text, choices: choices.map((label) => [{ label, value: 'demonstration' }]) };
      await rehearsal.at(at, enterprise, (current) => say(current, { conversationId, caseId, message }));
      return;
    }
    case 'enterpriseWrites':
      await rehearsal.at(at, enterprise, async (current) => {
        const messageId = await personSays(current, conversationId, deed.text);
        await enterpriseWrites(current, { reference, messageId, text: deed.text });
      });
      return;
    case 'confirmsSolved':
      await rehearsal.at(at, enterprise, (current) => confirmSolved(current, { reference }));
      return;
    case 'saysNotSolved':
      await rehearsal.at(at, enterprise, (current) => sayNotSolved(current, { reference }));
      return;
  }
}

async function answer(current: Act, reference: string, { text, next }: Answer): Promise<void> {
  await reply(current, { reference, text, next });
}

async function whoHas({ tx }: Act, reference: string): Promise<{ caseId: number; assignee: number; seen: number }> {
  const row = await lockCase(tx, reference);
  if (row === null || row.assigneeId === null) throw new Error(`Nobody has the sample case ${reference}`);
  return { caseId: row.id, assignee: row.assigneeId, seen: row.lastOrdinal };
}

function idOf(officers: ReadonlyMap<string, PlantedOfficer>, login: string): number {
  const officer = officers.get(login);
  if (officer === undefined) throw new Error(`The demonstration has no officer ${login}`);
  return officer.id;
}

async function acknowledgeAll(current: Act, caseId: number): Promise<void> {
  const { tx, by } = current;
  for (const { id, officerId } of await unacknowledgedOf(tx, caseId)) {
    if (by.kind === 'officer' && by.officerId === officerId) await acknowledgeAlert(current, { alertId: id });
  }
}

async function personSays({ tx, at }: Act, conversationId: number, text: string): Promise<number> {
  await saveConversation(tx, conversationId, { lastMessageAt: at });
  return insertMessage(tx, { conversationId, caseId: null, author: 'person', text, at });
}
