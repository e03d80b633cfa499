import type { CaseEventBody } from '../../rules/case/events.ts';
import { highestLevel, type Level } from '../../rules/case/words.ts';
import { saveAlert } from '../../store/alerts.ts';
import { type CaseRow, saveCase } from '../../store/cases.ts';
import { conversationById } from '../../store/conversations.ts';
import type { StepRow } from '../../store/ladder.ts';
import { officerById } from '../../store/organisation.ts';
import type { Act } from '../act.ts';
import { alert } from '../alerts/alert.ts';
import { say } from '../conversations/say.ts';
import { gistOf } from './gist.ts';
import { happen } from './happen.ts';
import { managerAt } from './responsible.ts';

/**
 * A level did not answer in time: the case passes up, both levels are told (PL01 Điều 7 khoản 1), and the enterprise
 * hears it before it asks, with an apology and the new time.
 */
export async function raiseUnanswered(current: Act, step: StepRow, row: CaseRow): Promise<void> {
  const { tx } = current;
  const { clock } = step;
  // Only promises are raised; the timers of alerts and of silence have acts of their own.
  if (clock === 'alert' || clock === 'confirmation') return;
  const policy = await current.ruleBook.policy(tx, row.policyId);
  const next = Math.min(highestLevel, row.level + 1) as Level;
  const addressee = await managerAt(current, row, next, policy);
  // An absent level is passed over: the case goes to the level of whoever can really be told.
  const toLevel = addressee === null ? next : (Math.min(highestLevel, next + addressee.rung) as Level);

  const events: CaseEventBody[] = [
    { type: 'clockBroken', clock, cycle: step.cycle, dueAt: step.dueAt.toISOString() },
    { type: 'raised', fromLevel: row.level, toLevel, because: 'unanswered' },
  ];
  if (addressee !== null) {
    events.push({
      type: 'assigned',
      officerId: addressee.officerId,
      unitId: row.unitId,
      because: `raised:${addressee.because}`,
    });
  }
  await saveCase(tx, row.id, { level: toLevel, ...(addressee === null ? {} : { assigneeId: addressee.officerId }) });
  const raised = { ...row, level: toLevel, assigneeId: addressee?.officerId ?? row.assigneeId };
  const happened = await happen(current, raised, events);
  const newDueAt =
    happened.runs.findLast((run) => run.kind === 'firstResponse' && run.stoppedAt === null)?.dueAt ?? null;

  await tellBothLevels(current, step, row, happened.row, newDueAt, addressee?.officerId ?? null);
  await tellEnterprise(current, step, happened.row, newDueAt, addressee?.officerId ?? null);
}

async function tellBothLevels(
  current: Act,
  step: StepRow,
  before: CaseRow,
  after: CaseRow,
  newDueAt: Date | null,
  newOwnerId: number | null,
): Promise<void> {
  const gist = await gistOf(current, after);
  const notice = { ...gist, kind: 'raised' as const, level: after.level, brokenDueAt: step.dueAt, newDueAt };
  const told: CaseEventBody[] = [];
  if (newOwnerId !== null) {
    const alertId = await alert(current, after, newOwnerId, 'raised', { ...notice, isNewOwner: true }, step.id);
    told.push({ type: 'alerted', alertId, officerId: newOwnerId, reason: 'raised' });
  }
  if (before.assigneeId !== null && before.assigneeId !== newOwnerId) {
    const alertId = await alert(current, after, before.assigneeId, 'raised', { ...notice, isNewOwner: false }, step.id);
    // The level below is informed, not asked: only the new level's alert climbs.
    await saveAlert(current.tx, alertId, { kind: 'reminder' });
    told.push({ type: 'alerted', alertId, officerId: before.assigneeId, reason: 'raisedFromYou' });
  }
  if (told.length > 0) await happen(current, after, told);
}

async function tellEnterprise(
  current: Act,
  step: StepRow,
  row: CaseRow,
  newDueAt: Date | null,
  ownerId: number | null,
): Promise<void> {
  if (row.conversationId === null) return;
  const { language } = await conversationById(current.tx, row.conversationId);
  const owner = ownerId === null ? null : await officerById(current.tx, ownerId);
  const notice = {
    kind: 'promiseBroken' as const,
    reference: row.reference,
    brokenDueAt: step.dueAt,
    newDueAt,
    nowWith: owner === null ? '' : `${owner.title}, ${owner.unitName}`,
  };
  const message = current.phrasing.toEnterprise(notice, language ?? 'vi', current.at);
  const messageId = await say(current, { conversationId: row.conversationId, caseId: row.id, message });
  if (newDueAt !== null) {
    await happen(current, row, [
      { type: 'interimReplied', messageId, newDueAt: newDueAt.toISOString(), clock: 'firstResponse' },
    ]);
  }
}
