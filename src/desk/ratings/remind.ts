import { hourMilliseconds } from '../../rules/working-time/working-day.ts';
import { appendLedger } from '../../store/ledger.ts';
import { expireInvitations, saveInvitations, unanswered } from '../../store/rating-invitations.ts';
import { lockRatings } from '../../store/ratings.ts';
import type { Act } from '../act.ts';
import { digestMessage, singleMessage } from './invitation-messages.ts';
import {
  type AskingAccount,
  askableChats,
  closeSending,
  mayStillBeAsked,
  openSending,
  sayTo,
  takeRoom,
} from './send-invitations.ts';

const chatsAtOnce = 50;

/**
 * Ends invitations whose time is over, and asks once more about what nobody has answered: once, in the same chat, and as
 * one of the messages that a person may get in a day.
 */
export async function remindOfInvitations(current: Act, accounts: readonly AskingAccount[]): Promise<number> {
  const { tx, at, by } = current;
  await lockRatings(tx);
  await expireInvitations(tx, at);
  const sending = await openSending(current, accounts);
  if (sending === null) return 0;
  const sentBefore = new Date(at.getTime() - sending.rules.remindAfterHours * hourMilliseconds);
  const open = await unanswered(tx, sentBefore, chatsAtOnce);
  const chats = await askableChats(
    current,
    sending,
    open.map(({ enterpriseId }) => enterpriseId),
  );
  let messages = 0;
  for (const { conversationId, enterpriseId, name, ids } of open) {
    const ofEnterprise = chats.get(enterpriseId) ?? [];
    const chat = ofEnterprise.find((each) => each.conversationId === conversationId);
    const mutes = ofEnterprise.some((each) => each.contactId === chat?.contactId && each.isMuted);
    if (chat === undefined || mutes || chat.window === 'closed') {
      // Not asked again: noted under a time long ago, so that it does not count as a message of today.
      await saveInvitations(tx, ids, { remindedAt: sentBefore });
      continue;
    }
    const dueAt = mayStillBeAsked(sending, chat.contactId, at) ? takeRoom(sending, chat) : null;
    if (dueAt === null) continue;
    const about = { ids, conversationId, enterpriseId, name, isReminder: true };
    const { message, digestId } =
      ids.length === 1
        ? await singleMessage(current, about, chat.language)
        : await digestMessage(current, about, chat.language);
    await saveInvitations(tx, ids, { remindedAt: at, ...(digestId === null ? {} : { digestId }) });
    await sayTo(current, sending, chat, message, dueAt);
    messages += 1;
  }
  await closeSending(current, sending);
  if (messages > 0) await appendLedger(tx, 'ratings', [{ type: 'reminded', detail: { messages } }], by, at);
  return messages;
}
