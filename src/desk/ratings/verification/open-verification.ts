import type { CategoryCode } from '../../../rules/identity/categories.ts';
import type { Exclusion } from '../../../rules/routing/conflict-of-interest.ts';
import { dayMilliseconds } from '../../../rules/working-time/working-day.ts';
import { openClocks } from '../../../store/case-lists.ts';
import type { CaseRow } from '../../../store/cases.ts';
import { appendLedger } from '../../../store/ledger.ts';
import {
  firstAlert,
  insertVerification,
  isVerified,
  liveVerificationAbout,
  lockMatter,
  looseAmong,
  looseMessagesAbout,
  type RatingToVerify,
  ratingToVerify,
} from '../../../store/verifications.ts';
import type { Act } from '../../act.ts';
import { happen } from '../../cases/happen.ts';
import { type CaseToOpen, openCase } from '../../cases/open-case.ts';
import { addToVerification } from './add-to-verification.ts';
import { conflictsAround, describe } from './matter.ts';
import { tellUnitHead } from './tell-unit-head.ts';

export interface OpenedVerification {
  reference: string;
  /** By when somebody speaks with the enterprise, and by when it has the outcome (PL08 Điều 6 khoản 1). */
  contactBy: Date | null;
  answerBy: Date | null;
}

// As long as an enterprise is asked about a declaration (PL08 Điều 5): older words are about something else.
const lookBackMilliseconds = 15 * dayMilliseconds;

/**
 * Has a low rating looked into by somebody independent, in the transaction that stores it. Null, and the rating joins what
 * is already there, where this enterprise's matter about this declaration is being verified, or was since the rating was
 * last changed.
 */
export async function openVerification(current: Act, ratingId: number): Promise<OpenedVerification | null> {
  const { tx } = current;
  const matter = await ratingToVerify(tx, ratingId);
  await lockMatter(tx, matter.rating);
  const standing = await liveVerificationAbout(tx, matter.rating);
  if (standing !== null) {
    await addToVerification(current, standing, matter);
    return null;
  }
  if (await isVerified(tx, matter.rating)) return null;
  return beginVerification(current, matter, { ratingIds: [ratingId], appealOf: null, excluding: [] });
}

interface Beginning extends Pick<CaseToOpen, 'level' | 'choose'> {
  ratingIds: readonly number[];
  /** The verification that this one looks at again. */
  appealOf: number | null;
  excluding: readonly Exclusion[];
}

/** Opens the case of a verification, the first or the second, and gathers what was said about the declaration. */
export async function beginVerification(
  current: Act,
  matter: RatingToVerify,
  { ratingIds, appealOf, excluding, ...how }: Beginning,
): Promise<OpenedVerification> {
  const { tx, at, by } = current;
  const { rating, declaration } = matter;
  const description = await describe(current, matter);
  const { row } = await openCase(current, {
    ...how,
    kind: 'verification',
    conversationId: rating.conversationId,
    contactId: rating.contactId,
    enterpriseId: rating.enterpriseId,
    // Only who speaks for the enterprise of a declaration rates it.
    isVerified: true,
    description,
    category: (rating.reasons.includes('slow') ? 'processing_delay' : 'other_issue') satisfies CategoryCode,
    officeCode: declaration.officeCode,
    declarationNo: declaration.number,
    urgent: false,
    messageIds: await saidAbout(current, matter),
    excluding: [...(await conflictsAround(current, matter, description)), ...excluding],
  });
  await noteHeard(current, row);
  await insertVerification(tx, { caseId: row.id, ratingId: rating.id, appealOf, ratingIds, at });
  // Who leads the unit heard of the first; the second is between the levels above.
  const told = appealOf === null ? await tellUnitHead(current, row.id, rating.unitId) : [];
  const detail = { caseId: row.id, ratingIds: [...ratingIds], appealOf, told };
  await appendLedger(tx, 'ratings', [{ type: 'verificationOpened', detail }], by, at);

  const clocks = await openClocks(tx, [row.id]);
  const dueAt = (kind: string) => clocks.find((clock) => clock.kind === kind)?.dueAt ?? null;
  return { reference: row.reference, contactBy: dueAt('firstResponse'), answerBy: dueAt('resolution') };
}

/** Whoever was given it was told in the same breath: the five minutes of PL08 Điều 6 khoản 1 end here. */
async function noteHeard(current: Act, row: CaseRow): Promise<void> {
  const told = await firstAlert(current.tx, row.id);
  if (told === null || told.officerId !== row.assigneeId) return;
  const { id: alertId, officerId } = told;
  await happen(current, row, [{ type: 'alerted', alertId, officerId, reason: 'verification' }]);
}

async function saidAbout({ tx, at }: Act, { rating }: RatingToVerify): Promise<number[]> {
  const { conversationId, number11, messageIds } = rating;
  const own = await looseAmong(tx, messageIds);
  if (conversationId === null) return own;
  const since = new Date(at.getTime() - lookBackMilliseconds);
  const spoken = await looseMessagesAbout(tx, { conversationId, number11, since });
  return [...new Set([...spoken, ...own])].toSorted((a, b) => a - b);
}
