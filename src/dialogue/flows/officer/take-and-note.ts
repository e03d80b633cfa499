import { acknowledgeAlert } from '../../../desk/alerts/acknowledge-alert.ts';
import { takeCase } from '../../../desk/cases/take-case.ts';
import { writeNote } from '../../../desk/cases/write-note.ts';
import { alertById } from '../../../store/alerts.ts';
import type { CaseRow } from '../../../store/cases.ts';
import { referenceOf } from '../../../store/my-cases.ts';
import { openAlertsOf } from '../../../store/officer-messages.ts';
import { officerById } from '../../../store/organisation.ts';
import { commandValues } from '../../command-values.ts';
import { officerChat } from '../../phrases/officer-chat.ts';
import { attempt, type OfficerTurn, sayRefusal, seeCase } from './officer-turn.ts';
import { changedHands } from './seen.ts';

/** "I have it." A case that went to somebody else since the officer was told is taken only at a second word. */
export async function take(officer: OfficerTurn, reference: string, isSure = false): Promise<void> {
  const { act } = officer;
  const seen = await seeCase(act, reference);
  if (!seen.ok) return officer.say(sayRefusal(reference, seen.refusal));
  if (!isSure && (await changedHands(officer, seen.value))) return askWhetherToTake(officer, seen.value);

  const taken = await attempt(act, (current) => takeCase(current, { reference }));
  if (!taken.ok) return officer.say(sayRefusal(reference, taken.refusal));
  await acknowledgeAllOf(officer, taken.value.row);
  await officer.say({
    text: officerChat.taken(reference, taken.value.row.nextDueAt, act.at, act.zone),
    choices: [
      [
        { value: commandValues.answer(reference), label: officerChat.actions.answer },
        { value: commandValues.view(reference), label: officerChat.actions.view },
      ],
    ],
  });
}

async function askWhetherToTake({ act, say }: OfficerTurn, row: CaseRow): Promise<void> {
  const holder = row.assigneeId === null ? null : await officerById(act.tx, row.assigneeId);
  const who = holder === null ? officerChat.queue : `${holder.title} ${holder.name}`;
  await say({
    text: officerChat.withAnother(row.reference, who),
    choices: [
      [
        { value: commandValues.takeAnyway(row.reference), label: officerChat.takeAnyway },
        { value: commandValues.leave, label: officerChat.leaveIt },
      ],
    ],
  });
}

/** Whoever takes or passes on a case knows of it: none of the officer's alerts about it climbs any further. */
export async function acknowledgeAllOf({ act, officerId }: OfficerTurn, row: CaseRow): Promise<void> {
  for (const alertId of await openAlertsOf(act.tx, row.id, officerId)) {
    await attempt(act, (current) => acknowledgeAlert(current, { alertId }));
  }
}

/** "I know." */
export async function acknowledge({ act, officerId, say }: OfficerTurn, alertId: number): Promise<void> {
  const alert = await alertById(act.tx, alertId);
  const acknowledged = await attempt(act, (current) => acknowledgeAlert(current, { alertId }));
  if (!acknowledged.ok || alert === null || alert.officerId !== officerId)
    return say({ text: officerChat.noSuchAlert });
  const reference = (await referenceOf(act.tx, alert.caseId)) ?? '';
  await say({
    text: acknowledged.value ? officerChat.acknowledged(reference) : officerChat.alreadyAcknowledged(reference),
  });
}

/** Writes on the case what only officers read. */
export async function note({ act, say }: OfficerTurn, reference: string, text: string): Promise<void> {
  if (text === '') return say({ text: officerChat.noteEmpty(reference) });
  const noted = await attempt(act, (current) => writeNote(current, { reference, text }));
  await say(noted.ok ? { text: officerChat.noted(reference) } : sayRefusal(reference, noted.refusal));
}
