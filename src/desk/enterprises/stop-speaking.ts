import { Conflict, NotFound } from '../../errors.ts';
import { conversationById } from '../../store/conversations.ts';
import { expiredLinks, findLink } from '../../store/enterprise-links.ts';
import type { Act } from '../act.ts';
import { endLink } from './end-link.ts';
import { linkKeeper } from './link-keeper.ts';
import { asOwnerOrKeeper } from './owner.ts';

const linksAPass = 100;
const revoking = 'thu hồi người đại diện';
const somebody = 'người đại diện này';

/** An officer, or an owner in a chat, takes from somebody the right to speak for an enterprise. */
export async function revokeLink(current: Act, { linkId }: { linkId: number }): Promise<number> {
  if (current.by.kind !== 'contact') await linkKeeper(current, revoking);
  const link = await findLink(current.tx, linkId);
  if (link === null) throw new NotFound(somebody);
  const { contactId, enterpriseId } = link;
  await asOwnerOrKeeper(current, enterpriseId, revoking, somebody);
  if (!(await endLink(current, { contactId, id: linkId }, { because: 'revoked' })))
    throw new Conflict('linkEnded', 'Người này đã thôi đại diện doanh nghiệp.');
  return enterpriseId;
}

/** The person says that they no longer speak for the enterprise. */
export async function leaveEnterprise(current: Act, { enterpriseId }: { enterpriseId: number }): Promise<void> {
  const { tx, by } = current;
  const chat = by.kind === 'contact' ? await conversationById(tx, by.conversationId) : null;
  if (chat === null || chat.contactId === null) throw new NotFound('doanh nghiệp này');
  const { contactId, id: exceptIn } = chat;
  if (!(await endLink(current, { contactId, enterpriseId }, { because: 'left', exceptIn })))
    throw new NotFound('doanh nghiệp này');
}

/** Ends the links whose date has come. */
export async function endExpiredLinks(current: Act): Promise<number> {
  let ended = 0;
  for (const link of await expiredLinks(current.tx, current.at, linksAPass)) {
    if (await endLink(current, link, { because: 'expired' })) ended += 1;
  }
  return ended;
}
