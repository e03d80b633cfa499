import { Conflict } from '../../errors.ts';
import { type ContactRole, isCurrent } from '../../rules/linking/represented.ts';
import { insertLink, lockChatsOf, lockOpenLink, saveLink, setActingFor } from '../../store/enterprise-links.ts';
import { noteChange } from '../../store/live.ts';
import type { LinkBasis } from '../../store/schema/linking.ts';
import type { Act } from '../act.ts';
import { recordLinking } from './record.ts';
import { verifyCases } from './verify-cases.ts';

export interface LinkToMake {
  contactId: number;
  enterpriseId: number;
  role: ContactRole;
  basis: LinkBasis;
  /** Ids of what proved it. */
  evidence: Record<string, number>;
  /** The first instant at which it no longer holds; null for no end. */
  validUntil: Date | null;
}

/**
 * Lets a person speak for an enterprise from now on, and act for it at present. Somebody who does already gets the new
 * role and end; the former link ends in the history.
 */
export async function linkContact(current: Act, link: LinkToMake): Promise<number> {
  const { tx, at, by } = current;
  if (link.validUntil !== null && link.validUntil.getTime() <= at.getTime())
    throw new Conflict('endsInThePast', 'Ngày hết hạn phải ở sau hôm nay.');
  const chats = await lockChatsOf(tx, link.contactId);
  const former = await lockOpenLink(tx, link);
  const isSame =
    former !== null &&
    isCurrent(former, at) &&
    former.role === link.role &&
    former.validUntil?.getTime() === link.validUntil?.getTime();
  if (former !== null && !isSame) {
    // One that ran out a moment ago has ended then and not now.
    const validUntil = isCurrent(former, at) ? at : former.validUntil;
    await saveLink(tx, former.id, { validUntil, endedBy: by });
  }
  const linkId = former !== null && isSame ? former.id : await insertLink(tx, { ...link, validFrom: at });
  await setActingFor(tx, link.contactId, link.enterpriseId);
  const { contactId, enterpriseId, role, basis, evidence } = link;
  const detail = { linkId, contactId, enterpriseId, role, basis, evidence };
  await recordLinking(current, 'linked', former === null ? detail : { ...detail, formerLinkId: former.id });
  await verifyCases(current, { contactId, enterpriseId });
  for (const { conversationId } of chats) await noteChange(tx, { topic: 'conversation', conversationId, at });
  current.wakes.add('live');
  return linkId;
}
