import type { CaseEventBody } from '../../rules/case/events.ts';
import { highestLevel, type Level } from '../../rules/case/words.ts';
import type { CaseRow } from '../../store/cases.ts';
import { officerById } from '../../store/organisation.ts';
import type { Act } from '../act.ts';
import { officerIdOf } from '../actor.ts';
import { alert } from '../alerts/alert.ts';
import { visibleCase } from '../visibility.ts';
import { gistOf } from './gist.ts';
import { type Happened, happen } from './happen.ts';
import { promisedAt } from './promised.ts';
import { managerAt } from './responsible.ts';
import { tellEnterprise } from './tell-enterprise.ts';

/** An officer passes up what is beyond their powers and says why (PL01 Điều 7 khoản 2). */
export async function raiseCase(current: Act, input: { reference: string; reason: string }): Promise<Happened> {
  officerIdOf(current);
  const row = await visibleCase(current, input.reference);
  const { happened, nowWith } = await raise(current, row, { because: 'officer', reason: input.reason });
  const newDueAt = promisedAt(happened.runs);
  await tellEnterprise(current, row, { kind: 'raisedByOfficer', reference: row.reference, nowWith, newDueAt });
  return happened;
}

/**
 * The enterprise asks the next level to look at an answer it is not content with (PL01 Điều 7 khoản 3). Refused before
 * anybody at this level has answered, and so possible once a level.
 */
export async function askForHigher(
  current: Act,
  input: { reference: string },
): Promise<Happened & { nowWith: string; newDueAt: Date | null }> {
  const row = await visibleCase(current, input.reference);
  const { happened, nowWith } = await raise(current, row, { because: 'enterprise' });
  return { ...happened, nowWith, newDueAt: promisedAt(happened.runs) };
}

async function raise(
  current: Act,
  row: CaseRow,
  why: { because: 'officer'; reason: string } | { because: 'enterprise' },
): Promise<{ happened: Happened; nowWith: string }> {
  const policy = await current.ruleBook.policy(current.tx, row.policyId);
  const next = Math.min(highestLevel, row.level + 1) as Level;
  const addressee = await managerAt(current, row, next, policy);
  // An absent level is passed over: the case goes to the level of whoever can really be told.
  const toLevel = addressee === null ? next : (Math.min(highestLevel, next + addressee.rung) as Level);
  const assigneeId = addressee?.officerId ?? row.assigneeId;

  const raised: CaseEventBody = { type: 'raised', fromLevel: row.level, toLevel, ...why };
  // Whoever asks for a higher level about a matter answered for good says that it is not solved: its clock runs again.
  const events: CaseEventBody[] =
    row.state === 'resolved' && why.because === 'enterprise' ? [{ type: 'notSolved' }, raised] : [raised];
  if (addressee !== null)
    events.push({
      type: 'assigned',
      officerId: addressee.officerId,
      unitId: row.unitId,
      because: `raised:${addressee.because}`,
    });
  const happened = await happen(current, row, events, { level: toLevel, assigneeId });
  await tellOfficers(current, row, happened, addressee?.officerId ?? null, why);

  const owner = addressee === null ? null : await officerById(current.tx, addressee.officerId);
  return { happened, nowWith: owner === null ? '' : `${owner.title}, ${owner.unitName}` };
}

/** The level above has to know; the one below is informed when it was not the one who asked. */
async function tellOfficers(
  current: Act,
  before: CaseRow,
  { row, runs }: Happened,
  newOwnerId: number | null,
  why: { because: 'officer'; reason: string } | { because: 'enterprise' },
): Promise<void> {
  const notice = {
    ...(await gistOf(current, row)),
    kind: 'passedUp' as const,
    level: row.level,
    because: why.because,
    reason: 'reason' in why ? why.reason : null,
    newDueAt: promisedAt(runs),
  };
  const told: CaseEventBody[] = [];
  if (newOwnerId !== null) {
    const alertId = await alert(current, row, newOwnerId, 'raised', { ...notice, isNewOwner: true });
    if (alertId !== null) told.push({ type: 'alerted', alertId, officerId: newOwnerId, reason: 'raised' });
  }
  const { assigneeId } = before;
  const isActor = current.by.kind === 'officer' && current.by.officerId === assigneeId;
  if (assigneeId !== null && assigneeId !== newOwnerId && !isActor) {
    const alertId = await alert(current, row, assigneeId, 'reminder', { ...notice, isNewOwner: false });
    if (alertId !== null) told.push({ type: 'alerted', alertId, officerId: assigneeId, reason: 'raisedFromYou' });
  }
  if (told.length > 0) await happen(current, row, told);
}
