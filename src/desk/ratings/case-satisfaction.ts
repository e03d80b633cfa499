import { Conflict } from '../../errors.ts';
import type { RatingLevel } from '../../rules/rating/rating.ts';
import { isChangeable } from '../../rules/rating/windows.ts';
import { caseRating, claimCaseQuestion, saveCaseRating } from '../../store/case-ratings.ts';
import type { CaseRow } from '../../store/cases.ts';
import { conversationById } from '../../store/conversations.ts';
import { appendLedger } from '../../store/ledger.ts';
import { noteChange } from '../../store/live.ts';
import { isMuted } from '../../store/rating-wishes.ts';
import { lockRatings } from '../../store/ratings.ts';
import type { Act } from '../act.ts';
import { say } from '../conversations/say.ts';
import { visibleCase } from '../visibility.ts';

/**
 * Asks the enterprise how a closed case was handled: once, however often the case is opened again, and not in a chat that
 * wants no invitations.
 */
export async function askAboutCase(
  current: Act,
  { id, reference, conversationId }: Pick<CaseRow, 'id' | 'reference' | 'conversationId'>,
): Promise<void> {
  const { tx, at } = current;
  if (conversationId === null || (await isMuted(tx, conversationId))) return;
  if (!(await claimCaseQuestion(tx, id, at))) return;
  const { language } = await conversationById(tx, conversationId);
  const message = current.phrasing.toRater({ kind: 'caseClosed', reference }, language ?? 'vi');
  await say(current, { conversationId, caseId: id, message });
}

/**
 * How the enterprise found the handling of its case. May be changed for a day, like any rating; `notAsked` for a case that
 * is still open or was merged.
 */
export async function rateCase(
  current: Act,
  wish: { reference: string; level?: RatingLevel; comment?: string },
): Promise<CaseRow> {
  const { tx, at, by } = current;
  const row = await visibleCase(current, wish.reference);
  await lockRatings(tx);
  const before = await caseRating(tx, row.id);
  if (before === null) throw new Conflict('notAsked', `Vụ việc ${row.reference} chưa đóng.`);
  if (before.ratedAt !== null && !isChangeable(before.ratedAt, at))
    throw new Conflict('ratingStands', 'Đánh giá đã gửi quá 24 giờ nên không sửa được nữa.');
  const level = wish.level ?? before.level;
  if (level === null) throw new Conflict('levelMissing', 'Chưa có mức đánh giá.');
  const comment = [before.comment, wish.comment].filter((words) => words != null && words !== '').join('\n');
  await saveCaseRating(tx, row.id, { level, comment: comment === '' ? null : comment, ratedAt: before.ratedAt ?? at });
  await appendLedger(tx, 'ratings', [{ type: 'caseRated', detail: { caseId: row.id, level } }], by, at);
  await noteChange(tx, { topic: 'case', caseId: row.id, conversationId: row.conversationId, at });
  current.wakes.add('live');
  return row;
}
