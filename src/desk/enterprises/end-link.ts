import { isCurrent } from '../../rules/linking/represented.ts';
import { contactFacts, saveConversation } from '../../store/conversations.ts';
import { enterpriseById, lockChatsOf, lockOpenLink, saveLink, setActingFor } from '../../store/enterprise-links.ts';
import { noteChange } from '../../store/live.ts';
import { representedBy } from '../../store/represented.ts';
import type { Act } from '../act.ts';
import { passOnCases } from './pass-on-cases.ts';
import { recordLinking } from './record.ts';
import { tellContact } from './tell-contact.ts';

export interface Ending {
  because: 'revoked' | 'left' | 'expired';
  /** The chat in which the person said so themselves, and is answered there. */
  exceptIn?: number;
}

/**
 * A person stops speaking for an enterprise: its open cases stay with it, nothing about it is said in the person's chats
 * any more, and the chats learn so at once. False when the link is over already, or not over yet where it ends by its date.
 */
export async function endLink(
  current: Act,
  { contactId, ...which }: { contactId: number; id: number } | { contactId: number; enterpriseId: number },
  ending: Ending,
): Promise<boolean> {
  const { tx, at } = current;
  // Before anything is looked at: a message that is being answered is finished first, and the next sees the end.
  const chats = await lockChatsOf(tx, contactId);
  const link = await lockOpenLink(tx, { contactId, ...which });
  if (link === null || (ending.because === 'expired' && isCurrent(link, at))) return false;
  const { enterpriseId } = link;
  const endedBecause = ending.because === 'expired' ? {} : { endedBecause: ending.because };
  // One whose date has come ended then, whoever notices.
  const validUntil = isCurrent(link, at) ? at : link.validUntil;
  await saveLink(tx, link.id, { validUntil, endedBy: current.by, ...endedBecause });

  const left = await representedBy(tx, contactId, at);
  const present = (await contactFacts(tx, contactId))?.enterpriseId;
  const actsFor = left.find((each) => each.enterpriseId === present) ?? left[0] ?? null;
  await setActingFor(tx, contactId, actsFor?.enterpriseId ?? null);
  const passedOn = await passOnCases(current, {
    enterpriseId,
    contactId,
    conversationIds: chats.map(({ conversationId }) => conversationId),
  });
  await recordLinking(current, 'linkEnded', {
    linkId: link.id,
    contactId,
    enterpriseId,
    because: ending.because,
    ...passedOn,
  });

  const { name } = await enterpriseById(tx, enterpriseId);
  for (const { conversationId } of chats) {
    await noteChange(tx, { topic: 'conversation', conversationId, at });
    if (conversationId === ending.exceptIn) continue;
    // A form half filled in the enterprise's name is not sent in anybody else's.
    await saveConversation(tx, conversationId, { dialogue: {} });
    await tellContact(current, conversationId, {
      kind: 'linkEnded',
      enterprise: name,
      because: ending.because,
      actsFor: actsFor?.name ?? null,
    });
  }
  current.wakes.add('live');
  return true;
}
