import type { Outgoing } from '../../channel/port.ts';
import { mayDo } from '../../rules/visibility/permissions.ts';
import type { AccountKey } from '../../store/channel-accounts.ts';
import { conversationById } from '../../store/conversations.ts';
import { activeOfficers, linkedChats } from '../../store/organisation.ts';
import type { Act } from '../act.ts';
import { say } from '../conversations/say.ts';

/**
 * Says something to each administrator, in the linked chat that was added last and can be reached. A chat on the account
 * `not` is left out: what is wrong with an account cannot be told through it.
 */
export async function tellAdministrators(
  current: Act,
  message: Outgoing,
  { not }: { not?: AccountKey } = {},
): Promise<void> {
  const { tx } = current;
  for (const officer of await activeOfficers(tx)) {
    if (!mayDo(officer, 'administer')) continue;
    for (const conversationId of await linkedChats(tx, officer.id)) {
      const { blockedAt, channel, account } = await conversationById(tx, conversationId);
      if (blockedAt !== null || (channel === not?.channel && account === not.account)) continue;
      await say(current, { conversationId, message });
      break;
    }
  }
}
