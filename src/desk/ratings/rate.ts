import { Conflict, NotFound } from '../../errors.ts';
import { needsVerification } from '../../rules/rating/levels.ts';
import type { RatingLevel } from '../../rules/rating/rating.ts';
import { reasonsKept } from '../../rules/rating/reasons.ts';
import { rateable, type Subject, unitOfSubject } from '../../rules/rating/subjects.ts';
import { changeableUntil, doesCount, isChangeable, isUnderWay } from '../../rules/rating/windows.ts';
import { conversationById } from '../../store/conversations.ts';
import { appendLedger } from '../../store/ledger.ts';
import { noteAnswered } from '../../store/rating-invitations.ts';
import {
  changeRating,
  insertRating,
  keepAnswer,
  lastAnswer,
  lockRatings,
  type RatingRow,
  ratingOf,
} from '../../store/ratings.ts';
import type { Act } from '../act.ts';
import { type OwnDeclaration, ownDeclaration, snapshotNow } from './rateable.ts';
import { openVerification } from './verification/open-verification.ts';

export interface RatingWish {
  /** Eleven or twelve digits; the twelfth counts amendments and is left out. */
  number: string;
  subject: Subject;
  /** Left out to add to an answer that is there. */
  level?: RatingLevel;
  reasons?: readonly string[];
  /** Words; those of an answer that is there stay before them. */
  comment?: string;
  hadNoContact?: boolean;
  /** More photos and voices. */
  messageIds?: readonly number[];
}

export interface Rated {
  row: RatingRow;
  isNew: boolean;
  /** The first instant at which the answer stands for good. */
  changeableUntil: Date;
  /** What happens now, where this answer set it off. */
  verification: Awaited<ReturnType<typeof openVerification>>;
}

/**
 * Takes what an enterprise says about one of its own declarations, or about who handled it. Whoever of the enterprise says
 * it, in whichever chat: there is one answer for each subject, the last one given, and all earlier ones are kept (PL08
 * Điều 4 khoản 3). Refuses with `ratingStands` once 24 hours have passed, `declarationCancelled`, and `levelMissing` where
 * there is nothing yet to add to.
 */
export async function rate(current: Act, wish: RatingWish): Promise<Rated> {
  const { tx, at, by } = current;
  const own = await ownDeclaration(current, wish.number);
  if (own.declaration.state === 'cancelled')
    throw new Conflict('declarationCancelled', 'Tờ khai đã hủy nên không đánh giá được.');
  await lockRatings(tx);
  const { number11 } = own.declaration;
  const before = await ratingOf(tx, { number11, enterpriseId: own.enterpriseId, subject: wish.subject });
  const row = before === null ? await first(current, own, wish) : await again(current, own, before, wish);
  const isNew = before === null;
  if (await isSaidAlready(current, row, before)) {
    return { row, isNew, changeableUntil: changeableUntil(row.ratedAt), verification: null };
  }
  const { level, reasons, comment, hadNoContact } = row;
  await keepAnswer(tx, { ratingId: row.id, level, reasons, comment, hadNoContact, by, at });
  await noteAnswered(tx, own.declaration.id);
  const verification = needsVerification(row) ? await openVerification(current, row.id) : null;
  // The ledger comes last: other streams are opened by name, and this one is held until the commit.
  const entry = { type: isNew ? 'rated' : 'ratingChanged', detail: { ratingId: row.id, level, reasons } };
  await appendLedger(tx, 'ratings', [entry], by, at);
  return { row, isNew, changeableUntil: changeableUntil(row.ratedAt), verification };
}

async function first(
  current: Act,
  { declaration, enterpriseId }: OwnDeclaration,
  wish: RatingWish,
): Promise<RatingRow> {
  const { tx, at, by, zone } = current;
  const { subject, level, reasons = [], comment, hadNoContact = false, messageIds = [] } = wish;
  if (level === undefined) throw new Conflict('levelMissing', 'Chưa có mức đánh giá.');
  const snapshot = await snapshotNow(current, declaration);
  if (!rateable(snapshot).some(({ kind, key }) => kind === subject.kind && key === subject.key))
    throw new NotFound('đối tượng này trên tờ khai');
  const conversationId = by.kind === 'contact' ? by.conversationId : null;
  return insertRating(tx, {
    declarationId: declaration.id,
    number11: declaration.number11,
    enterpriseId,
    subjectKind: subject.kind,
    subjectKey: subject.key,
    level,
    reasons: reasonsKept(reasons, level),
    comment: joined(null, comment),
    hadNoContact,
    messageIds,
    conversationId,
    contactId: conversationId === null ? null : (await conversationById(tx, conversationId)).contactId,
    ratedAt: at,
    changedAt: at,
    isDuringProcedure: isUnderWay(declaration.state),
    counts: doesCount(declaration, at, zone),
    unitId: unitOfSubject(snapshot, subject),
    snapshot,
  });
}

async function again(
  { tx, at, zone }: Act,
  { declaration }: OwnDeclaration,
  before: RatingRow,
  wish: RatingWish,
): Promise<RatingRow> {
  if (!isChangeable(before.ratedAt, at))
    throw new Conflict('ratingStands', 'Đánh giá đã gửi quá 24 giờ nên không sửa được nữa (PL08 Điều 5).');
  const level = wish.level ?? before.level;
  return changeRating(tx, before.id, {
    level,
    reasons: reasonsKept(wish.reasons ?? before.reasons, level),
    comment: joined(before.comment, wish.comment),
    hadNoContact: wish.hadNoContact ?? before.hadNoContact,
    messageIds: [...new Set([...before.messageIds, ...(wish.messageIds ?? [])])],
    counts: doesCount(declaration, at, zone),
    changedAt: at,
  });
}

function joined(before: string | null, more: string | undefined): string | null {
  const words = [before ?? '', more ?? ''].filter((text) => text !== '').join('\n');
  return words === '' ? null : words;
}

/** Whether the same was said before by the same: a second tap on one button is not another answer. */
async function isSaidAlready({ tx, by }: Act, row: RatingRow, before: RatingRow | null): Promise<boolean> {
  if (before === null) return false;
  const facts = ({ level, reasons, comment, hadNoContact, messageIds, counts }: RatingRow) =>
    JSON.stringify([level, reasons, comment, hadNoContact, messageIds, counts]);
  if (facts(row) !== facts(before)) return false;
  const last = await lastAnswer(tx, row.id);
  return last?.by.kind === 'contact' && by.kind === 'contact' && last.by.conversationId === by.conversationId;
}
