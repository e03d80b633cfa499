import type { RatingLevel } from '../../rules/rating/rating.ts';
import { wholeDeclaration } from '../../rules/rating/subjects.ts';
import { conversationById } from '../../store/conversations.ts';
import { type Invited, invitedInDigest } from '../../store/rating-invitations.ts';
import { representedBy } from '../../store/represented.ts';
import type { Act } from '../act.ts';
import { rate } from './rate.ts';

/** What a message asked about, as far as the one who acts speaks for it and nobody has rated it; cancelled ones are left out. */
export async function openInDigest(current: Act, digestId: number): Promise<Invited[]> {
  const { tx, at, by } = current;
  if (by.kind !== 'contact') return [];
  const { contactId } = await conversationById(tx, by.conversationId);
  const own = contactId === null ? [] : await representedBy(tx, contactId, at);
  const invited = await invitedInDigest(
    tx,
    digestId,
    own.map(({ enterpriseId }) => enterpriseId),
  );
  return invited.filter(({ state, declarationState }) => state !== 'answered' && declarationState !== 'cancelled');
}

/** Gives one level to everything in the message that has none yet. Returns how many that were. */
export async function rateDigest(
  current: Act,
  { digestId, level }: { digestId: number; level: RatingLevel },
): Promise<number> {
  const open = await openInDigest(current, digestId);
  for (const { number11 } of open) await rate(current, { number: number11, subject: wholeDeclaration, level });
  return open.length;
}
