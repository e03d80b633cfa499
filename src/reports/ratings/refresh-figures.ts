import type { Act } from '../../desk/act.ts';
import { departmentTime } from '../../desk/department-time.ts';
import { localDate } from '../../rules/working-time/local-date.ts';
import { orUnknown } from '../../rules/working-time/or-unknown.ts';
import { dayMilliseconds, minuteMilliseconds } from '../../rules/working-time/working-day.ts';
import type { WorkingTime } from '../../rules/working-time/working-time.ts';
import {
  addConcluded,
  daysTouchedSince,
  dropDeclarationDays,
  lockFigures,
  readMark,
  recountRatingDays,
  saveMark,
} from '../../store/rating-days.ts';
import { dropStaleLoops, type LowAnswer, lowAnswers, saveLoops } from '../../store/rating-loops.ts';

/** PL08 Điều 6 khoản 1. */
const answerWorkingDays = 5;

// A rating carries the instant at which its transaction began and is seen when it ends.
const overlapMilliseconds = 15 * minuteMilliseconds;

/**
 * Brings the daily figures to the present: counts anew each day on which a rating was given or changed, adds what was
 * concluded, and looks how far the answers to low ratings are. Running it again changes nothing. `isFull` counts
 * everything anew, which also heals what was changed behind our back.
 */
export async function refreshFigures(current: Act, { isFull }: { isFull: boolean }): Promise<void> {
  const { tx, at, zone } = current;
  await lockFigures(tx);
  const ratingsMark = isFull ? null : ((await readMark(tx, 'ratings'))?.upToAt ?? null);
  const since = ratingsMark === null ? null : new Date(ratingsMark.getTime() - overlapMilliseconds);
  await recountRatingDays(tx, since === null ? null : await daysTouchedSince(tx, since, zone), zone);

  const seen = {
    declaration: isFull ? 0 : ((await readMark(tx, 'declarations'))?.upToId ?? 0),
    change: isFull ? 0 : ((await readMark(tx, 'declarationChanges'))?.upToId ?? 0),
  };
  if (seen.change === 0 && seen.declaration === 0) await dropDeclarationDays(tx);
  const upTo = await addConcluded(tx, seen, zone);

  const low = await lowAnswers(tx, since, zone);
  const workingTime = low.length === 0 ? null : await departmentTime(current);
  if (workingTime !== null) {
    await saveLoops(
      tx,
      low.map((answer) => loopOf(answer, workingTime, at, zone)),
    );
  }
  await dropStaleLoops(tx);
  await saveMark(tx, { name: 'ratings', upToAt: at });
  await saveMark(tx, { name: 'declarations', upToId: upTo.declaration });
  await saveMark(tx, { name: 'declarationChanges', upToId: upTo.change });
}

function loopOf(answer: LowAnswer, workingTime: WorkingTime, now: Date, zone: string) {
  const { ratedAt, toldAt, ratedOn, hasAction, isChecked, ratingId, unitId, caseId } = answer;
  const taken = (until: Date | null) =>
    until === null ? null : orUnknown(() => Math.max(0, workingTime.between(ratedAt, until)));
  // Where no calendar is approved yet, as many days later as five working days are at least.
  const dueAt =
    orUnknown(() => workingTime.dueAfterWorkingDays(ratedAt, answerWorkingDays)) ??
    new Date(ratedAt.getTime() + (answerWorkingDays + 2) * dayMilliseconds);
  return {
    ratingId,
    unitId,
    ratedOn,
    caseId,
    contactedMs: taken(answer.contactedAt),
    decidedMs: taken(answer.decidedAt),
    toldMs: taken(toldAt),
    dueOn: localDate(dueAt, zone),
    isToldInTime: toldAt !== null ? toldAt <= dueAt : now > dueAt ? false : null,
    hasAction,
    isChecked,
  };
}
