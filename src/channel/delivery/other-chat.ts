import { detourOf } from '../../rules/delivery/detour.ts';
import { isAboutConduct } from '../../rules/visibility/can-see.ts';
import type { ConversationRow } from '../../store/conversations.ts';
import { confidentialityOf, otherChatsOf } from '../../store/other-chats.ts';
import { channelOf, type Delivering } from './parts.ts';

/** The chat of the same person that would take a message of this case when its own chat cannot; null where none may. */
export async function otherChatFor(
  { desk, channels }: Pick<Delivering, 'channels'> & { desk: Pick<Delivering['desk'], 'database' | 'clock'> },
  conversation: ConversationRow,
  caseId: number | null,
): Promise<ConversationRow | null> {
  const { db } = desk.database;
  const now = desk.clock.now();
  const others = await otherChatsOf(db, conversation);
  const matter =
    caseId === null || others.length === 0 ? null : await confidentialityOf(db, caseId, conversation.officerId);
  if (matter?.isExcluded === true) return null;
  // What concerns conduct is said to the one who reported it and to nobody else.
  const isPrivate = matter !== null && isAboutConduct(matter.kind) && conversation.officerId === null;
  const chats = others.flatMap((chat) => {
    const channel = channelOf(channels, chat);
    if (channel === undefined || (chat.channel === conversation.channel && chat.account === conversation.account))
      return [];
    if (isPrivate && (matter.contactId === null || chat.contactId !== matter.contactId)) return [];
    const window = channel.windowAt?.(chat.lastInteractionAt, now) ?? 'open';
    return [{ ...chat, window, isBlocked: chat.blockedAt !== null, chat }];
  });
  return detourOf(chats)?.chat ?? null;
}
