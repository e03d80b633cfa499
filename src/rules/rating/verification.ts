import { type Exclusion, eachOnce } from '../routing/conflict-of-interest.ts';
import type { RatedSnapshot, SubjectKind } from './rating.ts';

/**
 * Who must never meet the verification besides those whom its words name: everybody who did a step of the declaration,
 * the officer who is rated, and whoever leads the unit or team that is. The first reason stands.
 */
export function partyTo(rating: {
  subjectKind: SubjectKind;
  subjectKey: string;
  snapshot: RatedSnapshot;
  /** Who leads the rated unit or team. */
  leaderIds: readonly number[];
}): Exclusion[] {
  const subjects = rating.subjectKind === 'officer' ? [Number(rating.subjectKey)] : [];
  const led = rating.subjectKind === 'unit' || rating.subjectKind === 'team' ? rating.leaderIds : [];
  const found: Exclusion[] = [
    ...[...subjects, ...led].map((officerId): Exclusion => ({ officerId, because: 'subject' })),
    ...rating.snapshot.steps.flatMap(({ officerId }): Exclusion[] =>
      officerId === null ? [] : [{ officerId, because: 'recordedOnDeclaration' }],
    ),
  ];
  return eachOnce(found);
}

/** Why an enterprise cannot take its matter one level up; null when it can. One appeal a matter. */
export function whyNotAppealed(verification: {
  isAppeal: boolean;
  decidedAt: Date | null;
  appealedAt: Date | null;
  /** Until when a closed matter may be taken up again; null while it is not closed. */
  appealableUntil: Date | null;
  at: Date;
}): 'notDecided' | 'appealedAlready' | 'noFurtherLevel' | 'tooLate' | null {
  if (verification.isAppeal) return 'noFurtherLevel';
  if (verification.decidedAt === null) return 'notDecided';
  if (verification.appealedAt !== null) return 'appealedAlready';
  const { appealableUntil: until, at } = verification;
  return until !== null && at > until ? 'tooLate' : null;
}
