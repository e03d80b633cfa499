import type { CaseEventBody } from '../../rules/case/events.ts';
import { highestLevel, type Level } from '../../rules/case/words.ts';
import type { CaseRow } from '../../store/cases.ts';
import { conversationById } from '../../store/conversations.ts';
import { clockDueAt, type StepRow } from '../../store/ladder.ts';
import { officerById } from '../../store/organisation.ts';
import type { Act } from '../act.ts';
import { alert } from '../alerts/alert.ts';
import { say } from '../conversations/say.ts';
import { gistOf } from './gist.ts';
import { foresee, happen } from './happen.ts';
import { managerAt } from './responsible.ts';

/** What is told about a broken promise, the same to everybody. */
interface Breach {
  brokenDueAt: Date;
  newDueAt: Date | null;
  newOwnerId: number | null;
  stepId: number;
}

/**
 * A level did not answer in time: the case passes up, both levels are told (PL01 Điều 7 khoản 1), and the enterprise
 * hears it before it asks, with an apology and the new time.
 */
export async function raiseUnanswered(current: Act, step: StepRow, row: CaseRow): Promise<void> {
  const { tx } = current;
  const { clock, cycle } = step;
  // Only promises are raised; the timers of alerts and of silence have acts of their own.
  if (clock === 'alert' || clock === 'confirmation') return;
  const policy = await current.ruleBook.policy(tx, row.policyId);
  const next = Math.min(highestLevel, row.level + 1) as Level;
  const addressee = await managerAt(current, row, next, policy);
  // An absent level is passed over: the case goes to the level of whoever can really be told.
  const toLevel = addressee === null ? next : (Math.min(highestLevel, next + addressee.rung) as Level);
  const brokenDueAt = (await clockDueAt(tx, row.id, { clock, cycle })) ?? step.dueAt;

  const raising: CaseEventBody[] = [
    { type: 'clockBroken', clock, cycle, dueAt: brokenDueAt.toISOString() },
    { type: 'raised', fromLevel: row.level, toLevel, because: 'unanswered' },
  ];
  if (addressee !== null) {
    const { officerId, because } = addressee;
    raising.push({ type: 'assigned', officerId, unitId: row.unitId, because: `raised:${because}` });
  }
  const answer = (await foresee(current, row, raising)).findLast(
    (run) => run.kind === 'firstResponse' && run.stoppedAt === null,
  );
  const change = { level: toLevel, ...(addressee === null ? {} : { assigneeId: addressee.officerId }) };
  const breach: Breach = {
    brokenDueAt,
    newDueAt: answer?.dueAt ?? null,
    newOwnerId: addressee?.officerId ?? null,
    stepId: step.id,
  };
  const told = await tellBothLevels(current, row, { ...row, ...change }, breach);
  const apologised = await tellEnterprise(current, row, breach);
  await happen(current, { ...row, ...change }, [...raising, ...told, ...apologised], change);
}

async function tellBothLevels(current: Act, before: CaseRow, after: CaseRow, breach: Breach): Promise<CaseEventBody[]> {
  const { brokenDueAt, newDueAt, newOwnerId, stepId } = breach;
  const notice = {
    ...(await gistOf(current, after)),
    kind: 'raised' as const,
    level: after.level,
    brokenDueAt,
    newDueAt,
  };
  const told: CaseEventBody[] = [];
  if (newOwnerId !== null) {
    const alertId = await alert(current, after, newOwnerId, 'raised', { ...notice, isNewOwner: true }, stepId);
    if (alertId !== null) told.push({ type: 'alerted', alertId, officerId: newOwnerId, reason: 'raised' });
  }
  const { assigneeId } = before;
  if (assigneeId !== null && assigneeId !== newOwnerId) {
    // The level below is informed, not asked: only the new level's alert climbs.
    const alertId = await alert(current, after, assigneeId, 'reminder', { ...notice, isNewOwner: false }, stepId);
    if (alertId !== null) told.push({ type: 'alerted', alertId, officerId: assigneeId, reason: 'raisedFromYou' });
  }
  return told;
}

async function tellEnterprise(current: Act, row: CaseRow, breach: Breach): Promise<CaseEventBody[]> {
  const { brokenDueAt, newDueAt, newOwnerId } = breach;
  if (row.conversationId === null) return [];
  const { language } = await conversationById(current.tx, row.conversationId);
  const owner = newOwnerId === null ? null : await officerById(current.tx, newOwnerId);
  const nowWith = owner === null ? '' : `${owner.title}, ${owner.unitName}`;
  const notice = { kind: 'promiseBroken' as const, reference: row.reference, brokenDueAt, newDueAt, nowWith };
  const message = current.phrasing.toEnterprise(notice, language ?? 'vi', current.at);
  const messageId = await say(current, { conversationId: row.conversationId, caseId: row.id, message });
  if (newDueAt === null) return [];
  return [{ type: 'interimReplied', messageId, newDueAt: newDueAt.toISOString(), clock: 'firstResponse' }];
}
