import { Conflict, NotPermitted } from '../../../errors.ts';
import { highestLevel, type Level } from '../../../rules/case/words.ts';
import { whyNotAppealed } from '../../../rules/rating/verification.ts';
import type { Exclusion } from '../../../rules/routing/conflict-of-interest.ts';
import { leaderRole } from '../../../rules/visibility/ranks.ts';
import { orUnknown } from '../../../rules/working-time/or-unknown.ts';
import type { CaseRow } from '../../../store/cases.ts';
import { rootUnit } from '../../../store/organisation.ts';
import { independentPeople } from '../../../store/routing.ts';
import {
  exclusionsOfCase,
  type RatingToVerify,
  ratingsOfVerification,
  ratingToVerify,
  saveVerification,
} from '../../../store/verifications.ts';
import type { Act } from '../../act.ts';
import { happen } from '../../cases/happen.ts';
import { type Responsible, responsibleFor } from '../../cases/responsible.ts';
import { beginVerification, type OpenedVerification } from './open-verification.ts';
import { visibleVerification } from './visible-verification.ts';

/** Why an appeal is refused, in the words of an API; the chat has its own. */
const refusals = {
  notDecided: 'Xác minh này chưa có kết luận.',
  appealedAlready: 'Quý doanh nghiệp đã đề nghị cấp trên xem xét lại vụ việc này.',
  noFurtherLevel: 'Đây đã là kết quả xem xét lại.',
  tooLate: 'Đã quá thời hạn đề nghị xem xét lại.',
} as const;

/**
 * The enterprise is not content with what was found: somebody else looks again, one level up, once a matter. Whoever
 * verified first is kept away from the second case, with everybody who was kept away from the first.
 */
export async function appeal(current: Act, { reference }: { reference: string }): Promise<OpenedVerification> {
  const { tx, at, by } = current;
  if (by.kind !== 'contact') throw new NotPermitted('đề nghị xem xét lại thay doanh nghiệp');
  const { row, verification } = await visibleVerification(current, reference);
  const isAppeal = verification.appealOf !== null;
  const appealableUntil = await lastMoment(current, row);
  const refusal = whyNotAppealed({ ...verification, isAppeal, appealableUntil, at });
  if (refusal !== null) throw new Conflict(refusal, refusals[refusal]);

  await saveVerification(tx, row.id, { appealedAt: at });
  if (row.state === 'resolved') await happen(current, row, [{ type: 'closed', because: 'appealed' }]);
  const matter = await ratingToVerify(tx, verification.ratingId);
  const first: Exclusion[] = [verification.decidedBy, row.assigneeId].flatMap((officerId) =>
    officerId === null ? [] : [{ officerId, because: 'verifiedFirst' as const }],
  );
  // What internal control added by hand has words of its own, which the ledger of the first case keeps.
  const kept = (await exclusionsOfCase(tx, row.id)).map(
    ({ officerId }): Exclusion => ({ officerId, because: 'recordedOnDeclaration' }),
  );
  return beginVerification(current, matter, {
    ratingIds: (await ratingsOfVerification(tx, row.id)).map(({ id }) => id),
    appealOf: row.id,
    excluding: [...first, ...kept],
    level: Math.min(highestLevel, row.level + 1) as Level,
    choose: (excluded) => oneLevelUp(current, matter, excluded),
  });
}

/** PL01 Điều 8 khoản 3, as for any closed matter. Null while it is not closed, or where nobody can count. */
async function lastMoment({ tx, ruleBook }: Act, { state, closedAt, policyId, calendarId }: CaseRow) {
  if (state !== 'closed' || closedAt === null) return null;
  const { reopenMinutes } = await ruleBook.policy(tx, policyId);
  const working = await ruleBook.workingTime(tx, calendarId);
  return orUnknown(() => working.dueAfter(closedAt, reopenMinutes * 60_000));
}

/** The leader of the department; while there is none who is present and independent, whomever routing finds. */
async function oneLevelUp(
  current: Act,
  { declaration }: RatingToVerify,
  excluded: ReadonlySet<number>,
): Promise<Responsible> {
  const { tx, at } = current;
  const root = await rootUnit(tx);
  const leader = (await independentPeople(tx, at, excluded)).find(
    ({ role, unitId, isAbsent, isExcluded }) => role === leaderRole && unitId === root.id && !isAbsent && !isExcluded,
  );
  const { officeCode, number: declarationNo } = declaration;
  const matter = { kind: 'verification' as const, category: 'other_issue', urgent: false, officeCode, declarationNo };
  const usual = await responsibleFor(current, matter, excluded);
  if (leader === undefined) return usual;
  const reason = { ...usual.reason, unit: 'appealed' as const, officer: 'holdsThePost' as const };
  return { unitId: root.id, officerId: leader.officerId, reason, tell: null };
}
