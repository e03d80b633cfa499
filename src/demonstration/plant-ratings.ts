import type { Act } from '../desk/act.ts';
import { confirmSolved } from '../desk/cases/enterprise-judges.ts';
import { enterpriseWrites } from '../desk/cases/enterprise-writes.ts';
import { reply } from '../desk/cases/reply.ts';
import { takeCase } from '../desk/cases/take-case.ts';
import { rate } from '../desk/ratings/rate.ts';
import { appeal } from '../desk/ratings/verification/appeal.ts';
import { checkEffect } from '../desk/ratings/verification/check-effect.ts';
import { decideOutcome } from '../desk/ratings/verification/decide-outcome.ts';
import { finishAction } from '../desk/ratings/verification/finish-action.ts';
import { type ActionToOrder, orderAction } from '../desk/ratings/verification/order-action.ts';
import type { Actor } from '../rules/case/words.ts';
import type { Subject } from '../rules/rating/subjects.ts';
import { addDays } from '../rules/rating/verification-actions.ts';
import { localDate } from '../rules/working-time/local-date.ts';
import { lockCase } from '../store/cases.ts';
import { actionsOfCase } from '../store/corrective-actions.ts';
import { insertMessage } from '../store/messages.ts';
import type { Moment } from './plant-cases.ts';
import type { PlantedContact } from './plant-enterprises.ts';
import type { PlantedOfficer } from './plant-organisation.ts';
import type { PastDeclaration } from './rated-declarations.ts';
import type { Rehearsal } from './rehearse.ts';
import type { RatingDeed, SampleRating } from './sample-ratings.ts';

interface Stage {
  rehearsal: Rehearsal;
  officers: ReadonlyMap<string, PlantedOfficer>;
  contacts: ReadonlyMap<string, PlantedContact>;
  zone: string;
}

/** The low ratings and what followed them, through the verbs, as moments of the past for the rehearsal. */
export function lowRatings(
  stage: Stage,
  /** The declaration that each is about. */
  about: ReadonlyMap<SampleRating, PastDeclaration>,
): { moments: Moment[]; references: ReadonlyMap<string, string> } {
  const references = new Map<string, string>();
  const moments = [...about].flatMap(([sample, declaration]) => {
    const rating: Moment = {
      minutesAgo: sample.ratedMinutesAgo,
      play: async (at) => void references.set(sample.shows, await rates(stage, at, sample, declaration)),
    };
    const deeds = sample.deeds.map(
      (deed): Moment => ({
        minutesAgo: deed.minutesAgo,
        play: (at) => perform(stage, at, deed, references.get(sample.shows) ?? '', contactOf(stage, sample.contact)),
      }),
    );
    return [rating, ...deeds];
  });
  return { moments, references };
}

async function rates(stage: Stage, at: Date, sample: SampleRating, past: PastDeclaration): Promise<string> {
  const { conversationId } = contactOf(stage, sample.contact);
  const { level, reasons, comment } = sample;
  const said = comment === null ? {} : { comment };
  const rated = await stage.rehearsal.at(at, { kind: 'contact', conversationId }, (current) =>
    rate(current, { number: past.number, subject: subjectOf(stage, sample, past), level, reasons, ...said }),
  );
  return rated.verification?.reference ?? '';
}

function subjectOf({ officers }: Stage, { ofOfficer }: SampleRating, { steps }: PastDeclaration): Subject {
  const email = ofOfficer ? steps.findLast(({ officerEmail }) => officerEmail !== null)?.officerEmail : undefined;
  const officer = [...officers.values()].find((each) => each.email === email);
  return officer === undefined ? { kind: 'declaration', key: '' } : { kind: 'officer', key: String(officer.id) };
}

async function perform(
  stage: Stage,
  at: Date,
  deed: RatingDeed,
  reference: string,
  { conversationId }: PlantedContact,
): Promise<void> {
  const { rehearsal } = stage;
  const enterprise: Actor = { kind: 'contact', conversationId };
  // Who has the case is known only once everything before has happened.
  await rehearsal.passUntil(at);
  const { verifier, actionId, actionOwner } = await rehearsal.at(at, schedule, (current) => whoHas(current, reference));
  switch (deed.does) {
    case 'contacts':
      await rehearsal.at(at, verifier, (current) => takeCase(current, { reference }));
      await rehearsal.at(at, verifier, (current) => reply(current, { reference, text: deed.text, next: 'nothing' }));
      return;
    case 'decides': {
      const { outcome, finding, told } = deed;
      await rehearsal.at(at, verifier, (current) => decideOutcome(current, { reference, outcome, finding, told }));
      return;
    }
    case 'orders':
      await rehearsal.at(at, verifier, (current) => orderAction(current, { reference, ...orderOf(stage, at, deed) }));
      return;
    case 'finishes':
      await rehearsal.at(at, actionOwner, (current) => finishAction(current, { id: actionId, note: deed.note }));
      return;
    case 'checks': {
      const { isEffective, note } = deed;
      const next = deed.next === undefined ? undefined : orderOf(stage, at, deed.next);
      await rehearsal.at(at, verifier, (current) => checkEffect(current, { id: actionId, isEffective, note, next }));
      return;
    }
    case 'agrees':
      await rehearsal.at(at, enterprise, (current) => confirmSolved(current, { reference }));
      return;
    case 'appeals':
      await rehearsal.at(at, enterprise, async (current) => {
        const second = await appeal(current, { reference });
        const said = { conversationId, caseId: null, author: 'person' as const, text: deed.text, at: current.at };
        const messageId = await insertMessage(current.tx, said);
        await enterpriseWrites(current, { reference: second.reference, messageId, text: deed.text });
      });
      return;
  }
}

const schedule: Actor = { kind: 'schedule', name: 'demonstration' };

function orderOf(
  { officers, zone }: Stage,
  at: Date,
  { what, owner, dueInDays }: { what: string; owner: string; dueInDays: number },
): ActionToOrder {
  const ownerId = officers.get(owner)?.id;
  if (ownerId === undefined) throw new Error(`The demonstration has no officer ${owner}`);
  return { what, ownerId, dueOn: addDays(localDate(at, zone), dueInDays), checkAfterDays: 30 };
}

async function whoHas({ tx }: Act, reference: string) {
  const row = await lockCase(tx, reference);
  if (row === null || row.assigneeId === null) throw new Error(`Nobody has the verification ${reference}`);
  const action = (await actionsOfCase(tx, row.id)).at(-1)?.action;
  const officer = (officerId: number): Actor => ({ kind: 'officer', officerId });
  return {
    verifier: officer(row.assigneeId),
    actionId: action?.id ?? 0,
    actionOwner: officer(action?.ownerId ?? row.assigneeId),
  };
}

function contactOf({ contacts }: Stage, login: string): PlantedContact {
  const contact = contacts.get(login);
  if (contact === undefined) throw new Error(`The demonstration has no contact ${login}`);
  return contact;
}
