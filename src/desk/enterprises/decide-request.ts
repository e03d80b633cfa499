import { Conflict, NotFound } from '../../errors.ts';
import type { ContactRole } from '../../rules/linking/represented.ts';
import { enterpriseById } from '../../store/enterprise-links.ts';
import { type LinkRequestRow, lockLinkRequest, saveLinkRequest } from '../../store/link-requests.ts';
import type { Act } from '../act.ts';
import { officerIdOf } from '../actor.ts';
import { linkContact } from './link-contact.ts';
import { asKeeperOf, linkKeeper } from './link-keeper.ts';
import { recordLinking } from './record.ts';
import { tellContact } from './tell-contact.ts';

/** The officer is satisfied: the person speaks for the enterprise, until `validUntil` where the proof has an end. */
export async function approveLinkRequest(
  current: Act,
  input: { requestId: number; role: ContactRole; validUntil: Date | null },
): Promise<void> {
  const { tx } = current;
  const { requestId, role, validUntil } = input;
  const { contactId, conversationId, enterpriseId } = await openRequest(current, requestId);
  await decide(current, requestId, 'approved', null);
  await recordLinking(current, 'linkRequestApproved', { requestId, contactId, enterpriseId, role });
  const proof = { basis: 'officer' as const, evidence: { requestId }, validUntil };
  await linkContact(current, { contactId, enterpriseId, role, ...proof });
  const enterprise = await enterpriseById(tx, enterpriseId);
  await tellContact(current, conversationId, { kind: 'linkApproved', enterprise: enterprise.name, role, validUntil });
}

/** The officer is not satisfied and says why; the person reads it. */
export async function refuseLinkRequest(
  current: Act,
  { requestId, because }: { requestId: number; because: string },
): Promise<void> {
  const { contactId, conversationId, enterpriseId } = await openRequest(current, requestId);
  await decide(current, requestId, 'refused', because);
  await recordLinking(current, 'linkRequestRefused', { requestId, contactId, enterpriseId });
  const { taxCode } = await enterpriseById(current.tx, enterpriseId);
  await tellContact(current, conversationId, { kind: 'linkRefused', taxCode, because });
}

async function openRequest(current: Act, requestId: number): Promise<LinkRequestRow> {
  const doing = 'xét yêu cầu xác minh doanh nghiệp';
  await linkKeeper(current, doing);
  const row = await lockLinkRequest(current.tx, requestId);
  if (row === null) throw new NotFound('yêu cầu này');
  await asKeeperOf(current, row.enterpriseId, doing, 'yêu cầu này');
  if (row.state !== 'open') throw new Conflict('requestDecided', 'Yêu cầu này đã có người xét.');
  return row;
}

async function decide(
  current: Act,
  requestId: number,
  state: 'approved' | 'refused',
  because: string | null,
): Promise<void> {
  const decision = { state, decidedAt: current.at, decidedBy: officerIdOf(current), because };
  await saveLinkRequest(current.tx, requestId, decision);
}
