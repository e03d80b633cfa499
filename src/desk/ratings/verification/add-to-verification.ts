import type { CaseRow } from '../../../store/cases.ts';
import { lockCaseById, saveCase } from '../../../store/cases.ts';
import { attachToCase } from '../../../store/messages.ts';
import { addRating, looseAmong, type RatingToVerify, ratingsOfVerification } from '../../../store/verifications.ts';
import type { Act } from '../../act.ts';
import { alert } from '../../alerts/alert.ts';
import { keepAway } from '../../cases/add-exclusion.ts';
import { gistOf } from '../../cases/gist.ts';
import { happen } from '../../cases/happen.ts';
import { conflictsAround, describe } from './matter.ts';

/**
 * What an enterprise adds to a rating that is being verified, or says of another subject of the same declaration: the
 * verifier reads it in the same case, and whoever it concerns besides is kept away from now on.
 */
export async function addToVerification(current: Act, standing: CaseRow, matter: RatingToVerify): Promise<void> {
  const { tx, at } = current;
  const { rating, declaration } = matter;
  await addRating(tx, { caseId: standing.id, ratingId: rating.id, at });

  const ratings = await ratingsOfVerification(tx, standing.id);
  const lines = await Promise.all(ratings.map((each) => describe(current, { rating: each, declaration })));
  const description = lines.join('\n');
  const isNew = description !== standing.description;
  if (isNew) await saveCase(tx, standing.id, { description });
  for (const exclusion of await conflictsAround(current, matter, description)) {
    // Each may move the case to somebody else.
    const row = await lockCaseById(tx, standing.id);
    if (row !== null) await keepAway(current, row, exclusion);
  }

  const added = await looseAmong(tx, rating.messageIds);
  await attachToCase(tx, added, standing.id);
  if (!isNew && added.length === 0) return;
  const row = await lockCaseById(tx, standing.id);
  if (row === null) return;
  await happen(
    current,
    row,
    added.map((messageId) => ({ type: 'enterpriseWrote', messageId })),
  );
  // Stars and reasons come one tap after another; whoever verifies is called once there are words to read.
  if (row.assigneeId === null || rating.comment === null || standing.description.includes(rating.comment)) return;
  const notice = { ...(await gistOf(current, row)), kind: 'message' as const, text: rating.comment };
  await alert(current, row, row.assigneeId, 'message', notice);
}
