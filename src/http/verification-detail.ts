import type { Desk } from '../desk/act.ts';
import { type Evidence, evidenceFor } from '../desk/ratings/verification/evidence.ts';
import { datesOf } from '../desk/ratings/verification/remind-actions.ts';
import { NotFound } from '../errors.ts';
import { stageOf } from '../rules/rating/verification-actions.ts';
import { stages } from '../rules/rating/verification-funnel.ts';
import { ratedSubject, saySubject } from '../rules/rating/verification-words.ts';
import { stepLabels } from '../rules/routing/step-in-question.ts';
import { mayDo } from '../rules/visibility/permissions.ts';
import { localDate } from '../rules/working-time/local-date.ts';
import { officerNames } from '../store/case-details.ts';
import { caseCard, type Sight } from '../store/case-lists.ts';
import { type ActionEntry, actionsOfCase } from '../store/corrective-actions.ts';
import type { Tx } from '../store/database.ts';
import type { VerificationCardRow } from '../store/verification-lists.ts';
import { referenceIfVisible, type VerificationRow, verificationOf } from '../store/verifications.ts';
import type { ActionView, VerificationCard, VerificationDetail } from './verification-views.ts';

/** All there is to read about a verification. Throws `NotFound` where there is none for this reader. */
export async function verificationDetail(
  tx: Tx,
  { ruleBook, zone }: Pick<Desk, 'ruleBook' | 'zone'>,
  sight: Sight,
  reference: string,
  now: Date,
): Promise<VerificationDetail> {
  const card = await caseCard(tx, sight, reference);
  const verification = card === null ? null : await verificationOf(tx, card.row.id);
  if (card === null || verification === null) throw new NotFound(`xác minh ${reference}`);
  const { row } = card;
  const { declaration, ratings, steps } = await evidenceFor(tx, ruleBook, row, verification.ratingId);
  const isDecided = verification.decidedAt !== null;
  const self = sight === 'everything' ? null : sight.officerId;
  const isVerifier = self !== null && self === row.assigneeId;
  const follows =
    isVerifier || (sight !== 'everything' && (mayDo(sight, 'followFindings') || self === verification.decidedBy));
  const today = localDate(now, zone);
  return {
    reference,
    declaration: { ...declaration, registeredAt: declaration.registeredAt.toISOString() },
    ratings: ratings.map(ratingView),
    steps: steps.map(stepView),
    outcome: await outcomeView(tx, verification),
    isAppeal: verification.appealOf !== null,
    appealOf: verification.appealOf === null ? null : await referenceIfVisible(tx, sight, verification.appealOf),
    appealedAt: verification.appealedAt?.toISOString() ?? null,
    mayDecide: isVerifier && !isDecided,
    mayOrder: follows && isDecided,
    actions: (await actionsOfCase(tx, row.id)).map((entry) => actionView(entry, today, true)),
  };
}

export function verificationCard(
  { row, rating, verification, times, ...card }: VerificationCardRow,
  now: Date,
): VerificationCard {
  const isOpen = verification.decidedAt === null && row.state !== 'closed' && row.state !== 'merged';
  const { subjectKind, subjectKey } = rating;
  return {
    id: row.id,
    reference: row.reference,
    level: rating.level,
    subject: saySubject(subjectKind, subjectKey, card.ratedUnitName),
    rated: ratedSubject(subjectKind, subjectKey, card.ratedUnitName),
    declarationNo: row.declarationNo,
    enterprise: card.enterpriseName,
    unitName: card.ratedUnitName,
    assignee: card.assigneeName,
    stage: stages.findLast((stage) => times[`${stage}At`] !== null) ?? 'opened',
    ratedAt: rating.ratedAt.toISOString(),
    openedAt: row.openedAt.toISOString(),
    nextDueAt: row.nextDueAt?.toISOString() ?? null,
    isOverdue: isOpen && row.nextDueAt !== null && row.nextDueAt < now,
    outcome: verification.outcome,
    isAppeal: verification.appealOf !== null,
    isAppealed: verification.appealedAt !== null,
    actions: card.actions,
    actionsLeft: card.actionsLeft,
  };
}

export function actionView(
  { action, owner, checkedBy, reference }: ActionEntry,
  today: string,
  seesCase: boolean,
): ActionView {
  const { id, what, dueOn, doneAt, doneNote, checkAfterDays, checkDueOn, checkedAt, isEffective, checkNote } = action;
  return {
    ...{ id, what, owner, dueOn, doneNote, checkAfterDays, checkDueOn },
    stage: stageOf(datesOf(action), today),
    doneAt: doneAt?.toISOString() ?? null,
    checkedAt: checkedAt?.toISOString() ?? null,
    // What internal control thinks of it is for those who see why it was ordered.
    ...(seesCase
      ? { checkedBy, isEffective, checkNote, reference }
      : { checkedBy: null, isEffective: null, checkNote: null, reference: null }),
  };
}

function ratingView({ ratedAt, earlier, ...rating }: Evidence['ratings'][number]) {
  return {
    ...rating,
    ratedAt: ratedAt.toISOString(),
    earlier: earlier.map(({ level, at }) => ({ level, at: at.toISOString() })),
  };
}

function stepView({ step, at, officerName, unitName, team, limit }: Evidence['steps'][number]) {
  return {
    ...{ step, at: new Date(at).toISOString(), officerName, unitName, team },
    label: stepLabels[step],
    limit: limit === null ? null : { ...limit, dueAt: limit.dueAt.toISOString() },
  };
}

async function outcomeView(tx: Tx, verification: VerificationRow): Promise<VerificationDetail['outcome']> {
  const { outcome, finding, told, decidedBy, decidedAt, toldAt } = verification;
  if (outcome === null || decidedAt === null) return null;
  const names = await officerNames(tx, decidedBy === null ? [] : [decidedBy]);
  return {
    ...{ outcome, finding: finding ?? '', told: told ?? '' },
    decidedBy: decidedBy === null ? null : (names.get(decidedBy) ?? null),
    decidedAt: decidedAt.toISOString(),
    toldAt: toldAt?.toISOString() ?? null,
  };
}
