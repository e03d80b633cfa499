import { NotFound, NotPermitted } from '../../errors.ts';
import { conversationById } from '../../store/conversations.ts';
import { representedBy } from '../../store/represented.ts';
import type { Act } from '../act.ts';
import { asKeeperOf } from './link-keeper.ts';

/** Lets an owner of the enterprise go on, in a chat, or an officer who decides about its people. */
export async function asOwnerOrKeeper(current: Act, enterpriseId: number, doing: string, what?: string): Promise<void> {
  const { tx, at, by } = current;
  if (by.kind !== 'contact') return asKeeperOf(current, enterpriseId, doing, what);
  const { contactId } = await conversationById(tx, by.conversationId);
  const represented = contactId === null ? [] : await representedBy(tx, contactId, at);
  const own = represented.find((each) => each.enterpriseId === enterpriseId);
  if (own === undefined) throw new NotFound(what ?? 'doanh nghiệp này');
  if (own.role !== 'owner') throw new NotPermitted(doing);
}
