import { NotPermitted } from '../../errors.ts';
import { appendLedger } from '../../store/ledger.ts';
import { saveMuted, savePreferred } from '../../store/rating-wishes.ts';
import { lockRatings } from '../../store/ratings.ts';
import type { Act } from '../act.ts';

/** The person wants no more invitations, in none of their chats; or wants them again. */
export async function muteInvitations(current: Act, { isMuted }: { isMuted: boolean }): Promise<void> {
  const conversationId = chatOf(current);
  await lockRatings(current.tx);
  await saveMuted(current.tx, conversationId, isMuted, current.at);
  const type = isMuted ? 'invitationsMuted' : 'invitationsWanted';
  await appendLedger(current.tx, 'ratings', [{ type, detail: { conversationId } }], current.by, current.at);
}

/** The person wants to be asked in this chat rather than in another of theirs. */
export async function preferChat(current: Act): Promise<void> {
  const conversationId = chatOf(current);
  await lockRatings(current.tx);
  await savePreferred(current.tx, conversationId, current.at);
  const entry = { type: 'chatPreferred', detail: { conversationId } };
  await appendLedger(current.tx, 'ratings', [entry], current.by, current.at);
}

function chatOf({ by }: Act): number {
  if (by.kind !== 'contact') throw new NotPermitted('đổi cách mời đánh giá của doanh nghiệp');
  return by.conversationId;
}
