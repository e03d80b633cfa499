import { mayKnock } from '../../rules/delivery/knock.ts';
import type { ConversationRow } from '../../store/conversations.ts';
import { lastKnockedAt } from '../../store/outbox.ts';
import type { Channel, ChannelName, Window } from '../port.ts';
import { otherChatFor } from './other-chat.ts';
import { channelOf, type Delivering } from './parts.ts';

type Parts = Parameters<typeof otherChatFor>[0] & Pick<Delivering, 'channels'>;

/** What would become of a message written to a chat at this moment. */
export interface Outlook {
  channel: ChannelName;
  /** What the platform lets us do there; `off` when the account is not switched on here. */
  chat: Window | 'blocked' | 'off';
  /** When that changes by itself. */
  changesAt: Date | null;
  /** It goes out in this chat, in another one of the same person, waits until the person writes, or fails. */
  sends: 'here' | 'elsewhere' | 'waits' | 'fails';
  elsewhere: ChannelName | null;
  /** Whether a person whose message waits is told so by the platform: will be, has been today, or cannot be. */
  knock: 'willBe' | 'hasBeen' | 'cannot';
}

/** Says beforehand what `sendPart` and `fallBack` would do, by the same rules. */
export async function outlookOf(parts: Parts, conversation: ConversationRow, caseId: number): Promise<Outlook> {
  const now = parts.desk.clock.now();
  const channel = channelOf(parts.channels, conversation);
  const chat = chatOf(channel, conversation, now);
  const plain = { channel: conversation.channel, chat, elsewhere: null, knock: 'cannot' as const };
  const changesAt = channel?.windowChangesAt?.(conversation.lastInteractionAt, now) ?? null;
  if (chat === 'open' || chat === 'charged') return { ...plain, changesAt, sends: 'here' };
  if (channel === undefined) return { ...plain, changesAt: null, sends: 'fails' };

  const other = await otherChatFor(parts, conversation, caseId);
  if (other !== null) return { ...plain, changesAt: null, sends: 'elsewhere', elsewhere: other.channel };
  if (chat === 'blocked') return { ...plain, changesAt: null, sends: 'fails' };
  const isDue = mayKnock(await lastKnockedAt(parts.desk.database.db, conversation.id), now);
  const canKnock = (channel.knock?.({ reference: null }) ?? null) !== null;
  const knock = canKnock ? (isDue ? 'willBe' : 'hasBeen') : 'cannot';
  return { ...plain, changesAt: null, sends: 'waits', knock };
}

function chatOf(channel: Channel | undefined, conversation: ConversationRow, now: Date): Outlook['chat'] {
  if (channel === undefined) return 'off';
  if (conversation.blockedAt !== null) return 'blocked';
  return channel.windowAt?.(conversation.lastInteractionAt, now) ?? 'open';
}
