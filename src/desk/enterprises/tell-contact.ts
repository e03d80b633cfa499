import { conversationById } from '../../store/conversations.ts';
import type { Act } from '../act.ts';
import { say } from '../conversations/say.ts';
import type { ContactNotice } from '../notices.ts';

/** Tells a person something about themselves in their language. */
export async function tellContact(current: Act, conversationId: number, notice: ContactNotice): Promise<void> {
  const { language } = await conversationById(current.tx, conversationId);
  await say(current, { conversationId, message: current.phrasing.toContact(notice, language ?? 'vi') });
}
