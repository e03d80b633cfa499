import { NotFound, NotPermitted } from '../../errors.ts';
import { chatsOfOfficer } from '../../store/officer-chats.ts';
import type { Act } from '../act.ts';
import { say } from '../conversations/say.ts';

/** Says a sentence in one of the officer's own chats, so that the officer sees whether it arrives. */
export async function tryChat(current: Act, { conversationId }: { conversationId: number }): Promise<void> {
  const { tx, by } = current;
  if (by.kind !== 'officer') throw new NotPermitted('gửi tin thử');
  const chat = (await chatsOfOfficer(tx, by.officerId)).find((each) => each.conversationId === conversationId);
  if (chat === undefined) throw new NotFound('cuộc trò chuyện đã liên kết');
  await say(current, { conversationId, message: current.phrasing.toOfficerOnTrial() });
}
