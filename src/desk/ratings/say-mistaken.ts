import { isChangeable } from '../../rules/rating/windows.ts';
import { appendLedger } from '../../store/ledger.ts';
import { changeRating, lockRatings, ratingsOfDeclaration } from '../../store/ratings.ts';
import type { Act } from '../act.ts';
import { ownDeclaration } from './rateable.ts';

/**
 * The enterprise meant another declaration: what it said about this one no longer counts and stays as it was said (PL08
 * Điều 6 khoản 3). Only while the answer may be changed. Returns how many answers that were.
 */
export async function sayMistaken(current: Act, { number }: { number: string }): Promise<number> {
  const { tx, at, by } = current;
  const { declaration, enterpriseId } = await ownDeclaration(current, number);
  await lockRatings(tx);
  const given = (await ratingsOfDeclaration(tx, declaration.number11, enterpriseId)).filter(
    ({ ratedAt, counts }) => counts && isChangeable(ratedAt, at),
  );
  for (const { id } of given) await changeRating(tx, id, { counts: false, changedAt: at });
  const entries = given.map(({ id }) => ({ type: 'ratingMistaken', detail: { ratingId: id } }));
  await appendLedger(tx, 'ratings', entries, by, at);
  return given.length;
}
