import { conversationById } from '../../../store/conversations.ts';
import { linkedChats } from '../../../store/organisation.ts';
import type { Act } from '../../act.ts';
import { say } from '../../conversations/say.ts';
import type { ActionNotice } from './notices.ts';

/**
 * Tells an officer in the newest linked chat that can be reached. Unlike an alert it lets nobody into a case: whoever
 * hears of a corrective action learns what to do and not where it comes from. False where there is no such chat.
 */
export async function tellOfficer(current: Act, officerId: number, notice: ActionNotice): Promise<boolean> {
  for (const conversationId of await linkedChats(current.tx, officerId)) {
    if ((await conversationById(current.tx, conversationId)).blockedAt !== null) continue;
    await say(current, { conversationId, message: current.phrasing.aboutAction(notice) });
    return true;
  }
  return false;
}
