import type { Declaration } from '../../../rules/declarations/declaration.ts';
import type { RatedSubject } from '../../../rules/rating/rating.ts';
import { type MeasuredStep, measureSteps } from '../../../rules/rating/verification-evidence.ts';
import { ratedSubject, sayReasons, saySubject } from '../../../rules/rating/verification-words.ts';
import { officerNames } from '../../../store/case-details.ts';
import type { CaseRow } from '../../../store/cases.ts';
import type { Tx } from '../../../store/database.ts';
import { unitById } from '../../../store/organisation.ts';
import { answersOf, type RatingRow, ratingsOfVerification, ratingToVerify } from '../../../store/verifications.ts';
import type { RuleBook } from '../../rule-book.ts';

export interface Evidence {
  /** What the enterprise answered, each with every earlier answer. */
  ratings: {
    level: RatingRow['level'];
    subject: string;
    rated: RatedSubject;
    reasons: string[];
    reasonCodes: string[];
    comment: string | null;
    hadNoContact: boolean;
    ratedAt: Date;
    isDuringProcedure: boolean;
    earlier: { level: RatingRow['level']; at: Date }[];
  }[];
  /** The step log of the declaration when it was rated, against the limits of law. */
  steps: (MeasuredStep & { officerName: string | null; unitName: string | null })[];
  declaration: { number: string; channel: Declaration['channel']; registeredAt: Date };
}

/** What a verifier starts from. Only for those who may see the case. */
export async function evidenceFor(
  tx: Tx,
  ruleBook: RuleBook,
  row: Pick<CaseRow, 'id' | 'calendarId'>,
  ratingId: number,
): Promise<Evidence> {
  const { rating, declaration } = await ratingToVerify(tx, ratingId);
  const working = await ruleBook.workingTime(tx, row.calendarId);
  const measured = measureSteps(declaration, rating.snapshot, working);
  const names = await officerNames(
    tx,
    measured.flatMap(({ officerId }) => officerId ?? []),
  );
  const ratings = await ratingsOfVerification(tx, row.id);
  const answers = await answersOf(
    tx,
    ratings.map(({ id }) => id),
  );
  return {
    ratings: await Promise.all(
      ratings.map(async (each) => {
        const { level, subjectKind, subjectKey, comment, hadNoContact, ratedAt, isDuringProcedure } = each;
        const unitName = subjectKind === 'unit' ? (await unitById(tx, Number(subjectKey))).name : null;
        const given = answers.filter((answer) => answer.ratingId === each.id);
        return {
          ...{ level, comment, hadNoContact, ratedAt, isDuringProcedure },
          ...(await subjectFor(tx, each, unitName)),
          ...{ reasons: sayReasons(each.reasons), reasonCodes: [...each.reasons] },
          earlier: given.slice(0, -1).map((answer) => ({ level: answer.level, at: answer.at })),
        };
      }),
    ),
    steps: await Promise.all(
      measured.map(async (step) => ({
        ...step,
        officerName: step.officerId === null ? null : (names.get(step.officerId) ?? null),
        unitName: step.unitId === null ? null : (await unitById(tx, step.unitId)).shortName,
      })),
    ),
    declaration: {
      number: declaration.number,
      channel: declaration.channel,
      registeredAt: declaration.registeredAt,
    },
  };
}

/** Here, where only the verifier reads, an officer has a name. */
async function subjectFor(
  tx: Tx,
  { subjectKind, subjectKey }: RatingRow,
  unitName: string | null,
): Promise<{ subject: string; rated: RatedSubject }> {
  if (subjectKind !== 'officer') {
    const subject = saySubject(subjectKind, subjectKey, unitName);
    return { subject, rated: ratedSubject(subjectKind, subjectKey, unitName) };
  }
  const id = Number(subjectKey);
  const name = (await officerNames(tx, [id])).get(id) ?? null;
  return { subject: `công chức ${name ?? ''}`.trim(), rated: { kind: subjectKind, name } };
}
