import type { Flag } from '../../../rules/rating/flag.ts';
import { findFlags } from '../../../rules/rating/flags.ts';
import type { SubjectKind } from '../../../rules/rating/rating.ts';
import { dayMilliseconds } from '../../../rules/working-time/working-day.ts';
import { appendLedger } from '../../../store/ledger.ts';
import {
  extendFlag,
  flagsAbout,
  handledSince,
  insertFlag,
  lockFlags,
  ratedEvents,
} from '../../../store/rating-flags.ts';
import type { Act } from '../../act.ts';

// Four weeks of news after eight weeks from which the rules learn what is usual.
const daysRead = 84;

/**
 * Looks at the ratings of the last weeks and raises a flag for each thing that looks arranged. The same thing seen again
 * is the same flag, grown if it is still open; what somebody has decided is not raised again. Answers the new ones.
 */
export async function raiseFlags(current: Act): Promise<number[]> {
  const { tx, at, by } = current;
  await lockFlags(tx);
  const from = new Date(at.getTime() - daysRead * dayMilliseconds);
  const flags = findFlags(await ratedEvents(tx, from), await handledSince(tx, from), at);
  const raised: { flagId: number; kind: string }[] = [];
  for (const flag of flags) {
    const flagId = await raiseOne(current, flag);
    if (flagId !== null) raised.push({ flagId, kind: flag.kind });
  }
  await appendLedger(
    tx,
    'ratings',
    raised.map((detail) => ({ type: 'flagRaised', detail })),
    by,
    at,
  );
  return raised.map(({ flagId }) => flagId);
}

async function raiseOne({ tx, at }: Act, flag: Flag): Promise<number | null> {
  const { kind, fromAt, untilAt, score, because, ratingIds } = flag;
  const { subjectKind, subjectKey } = subjectIn(flag);
  const known = (await flagsAbout(tx, kind, subjectKind, subjectKey)).find(
    (other) =>
      ratingIds.filter((id) => other.ratingIds.has(id)).length * 2 >= Math.min(ratingIds.length, other.ratingIds.size),
  );
  if (known === undefined)
    return insertFlag(
      tx,
      { kind, subjectKind, subjectKey, fromAt, untilAt, score, because, raisedAt: at, state: 'open' },
      ratingIds,
    );
  if (known.flag.state === 'open' && ratingIds.some((id) => !known.ratingIds.has(id)))
    await extendFlag(tx, known.flag.id, { untilAt, score, because }, ratingIds);
  return null;
}

function subjectIn({ subject }: Flag): { subjectKind: SubjectKind; subjectKey: string } {
  const [kind, key = ''] = subject.split(':');
  return { subjectKind: kind === 'officer' ? 'officer' : 'unit', subjectKey: key };
}
