import { partyTo } from '../../../rules/rating/verification.ts';
import { sayRating, saySubject } from '../../../rules/rating/verification-words.ts';
import { type Exclusion, eachOnce } from '../../../rules/routing/conflict-of-interest.ts';
import { leadingRoles } from '../../../rules/visibility/ranks.ts';
import { holdersIn, unitById } from '../../../store/organisation.ts';
import type { RatingToVerify } from '../../../store/verifications.ts';
import type { Act } from '../../act.ts';
import { conflictsIn } from '../../cases/conflicts.ts';

/** The rating in words, as the case is described. */
export async function describe(
  { tx }: Pick<Act, 'tx'>,
  { rating, declaration }: Pick<RatingToVerify, 'rating' | 'declaration'>,
): Promise<string> {
  const { subjectKind, subjectKey } = rating;
  const unitName = subjectKind === 'unit' ? (await unitById(tx, Number(subjectKey))).name : null;
  return sayRating({ ...rating, subject: saySubject(subjectKind, subjectKey, unitName), number: declaration.number });
}

/** Everybody who must never meet the verification of this rating, its words included. */
export async function conflictsAround(
  current: Pick<Act, 'tx'>,
  { rating, declaration }: RatingToVerify,
  description: string,
): Promise<Exclusion[]> {
  const { tx } = current;
  const { subjectKind, subjectKey, unitId } = rating;
  const led = subjectKind === 'unit' ? Number(subjectKey) : subjectKind === 'team' ? unitId : null;
  const leaderIds = led === null ? [] : await holdersIn(tx, led, leadingRoles);
  const matter = { kind: 'verification' as const, description, declarationNo: declaration.number };
  return eachOnce([...partyTo({ ...rating, leaderIds }), ...(await conflictsIn(current, matter))]);
}
