import type { FlagKind } from '../../rules/rating/flag.ts';
import type { RatingLevel } from '../../rules/rating/rating.ts';
import type { Db } from '../../store/database.ts';
import { flagList, type RatingFlag, ratingsOfFlags } from '../../store/rating-flags.ts';
import { namedOfficers } from '../../store/rating-names.ts';
import { unitHistories } from '../../store/units.ts';

/** A flag as internal control reads it, with the ratings that it is about. */
export interface FlagView {
  id: number;
  kind: FlagKind;
  subject: { kind: 'unit' | 'officer'; name: string };
  from: string;
  until: string;
  score: number;
  because: Record<string, number>;
  raisedAt: string;
  state: RatingFlag['state'];
  decidedBy: string | null;
  decidedAt: string | null;
  note: string | null;
  ratings: { level: RatingLevel; at: string; declaration: string; enterprise: string }[];
}

const mostFlags = 200;

/** Open flags first; none about the one who reads. */
export async function flagsFor(db: Db, readerId: number): Promise<FlagView[]> {
  const flags = await flagList(db, readerId, mostFlags);
  const [given, units, officers] = await Promise.all([
    ratingsOfFlags(
      db,
      flags.map(({ id }) => id),
    ),
    unitHistories(db),
    namedOfficers(
      db,
      flags.flatMap(({ subjectKind, subjectKey, decidedBy }) => [
        ...(subjectKind === 'officer' ? [Number(subjectKey)] : []),
        ...(decidedBy === null ? [] : [decidedBy]),
      ]),
    ),
  ]);
  const byFlag = Map.groupBy(given, ({ flagId }) => flagId);
  const officerNames = new Map(officers.map(({ id, name }) => [id, name]));
  const unitNames = new Map(units.map(({ id, present }) => [id, present.shortName]));
  return flags.map((flag) => {
    const isOfficer = flag.subjectKind === 'officer';
    const name = (isOfficer ? officerNames : unitNames).get(Number(flag.subjectKey)) ?? flag.subjectKey;
    return {
      id: flag.id,
      kind: flag.kind,
      subject: { kind: isOfficer ? 'officer' : 'unit', name },
      from: flag.fromAt.toISOString(),
      until: flag.untilAt.toISOString(),
      score: flag.score,
      because: figuresIn(flag.because),
      raisedAt: flag.raisedAt.toISOString(),
      state: flag.state,
      decidedBy: flag.decidedBy === null ? null : (officerNames.get(flag.decidedBy) ?? null),
      decidedAt: flag.decidedAt?.toISOString() ?? null,
      note: flag.note,
      ratings: (byFlag.get(flag.id) ?? []).map(({ level, ratedAt, number11, enterprise }) => ({
        level,
        at: ratedAt.toISOString(),
        declaration: number11,
        enterprise,
      })),
    };
  });
}

function figuresIn(because: Record<string, unknown>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(because).flatMap(([name, value]) => (typeof value === 'number' ? [[name, value]] : [])),
  );
}
