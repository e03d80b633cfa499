import { checkTaxCode } from '../../rules/identity/tax-code.ts';
import { refusedUntil } from '../../rules/linking/attempts.ts';
import { conversationById } from '../../store/conversations.ts';
import { enterprisesWithTaxCodes } from '../../store/enterprise-links.ts';
import { insertLinkRequest, openRequestOf, saveLinkRequest } from '../../store/link-requests.ts';
import { representedBy } from '../../store/represented.ts';
import type { Act } from '../act.ts';
import { recordLinking } from './record.ts';
import { countFailure } from './redeem-code.ts';

export type NamedEnterprise =
  /** The person may bring proof. Its name is not told to somebody who has proved nothing. */
  | { outcome: 'known'; enterpriseId: number; taxCode: string; isAsked: boolean }
  | { outcome: 'representedAlready'; name: string }
  | { outcome: 'unknown'; taxCode: string; hasWrongCheckDigit: boolean }
  | { outcome: 'notATaxCode' }
  | { outcome: 'tooManyFailures'; until: Date };

/**
 * Finds the enterprise that somebody says they speak for. A tax code that nobody has counts like a wrong code, so that
 * the list of enterprises cannot be tried out.
 */
export async function nameEnterprise(
  current: Act,
  input: { conversationId: number; contactId: number; written: string },
): Promise<NamedEnterprise> {
  const { tx, at } = current;
  const { conversationId, contactId } = input;
  const until = refusedUntil(await conversationById(tx, conversationId), at);
  if (until !== null) return { outcome: 'tooManyFailures', until };
  const checked = checkTaxCode(input.written);
  if (!checked.ok && checked.refusal === 'notATaxCode') return { outcome: 'notATaxCode' };

  const { taxCode } = checked;
  const [enterprise] = await enterprisesWithTaxCodes(tx, [taxCode]);
  if (enterprise === undefined) {
    await countFailure(current, conversationId);
    return { outcome: 'unknown', taxCode, hasWrongCheckDigit: !checked.ok };
  }
  const represented = await representedBy(tx, contactId, at);
  if (represented.some(({ enterpriseId }) => enterpriseId === enterprise.id))
    return { outcome: 'representedAlready', name: enterprise.name };
  const isAsked = (await openRequestOf(tx, { conversationId, enterpriseId: enterprise.id })) !== null;
  return { outcome: 'known', enterpriseId: enterprise.id, taxCode, isAsked };
}

/** Asks officers to look at what the person sent. With a request open already the proof is added to it. */
export async function askForLink(
  current: Act,
  input: { conversationId: number; contactId: number; enterpriseId: number; messageIds: readonly number[] },
): Promise<{ requestId: number; isNew: boolean }> {
  const { tx, at } = current;
  const { conversationId, contactId, enterpriseId } = input;
  const open = await openRequestOf(tx, input);
  if (open !== null) {
    await saveLinkRequest(tx, open.id, { messageIds: [...new Set([...open.messageIds, ...input.messageIds])] });
    await recordLinking(current, 'linkAsked', { requestId: open.id, proofs: input.messageIds.length });
    return { requestId: open.id, isNew: false };
  }
  const requestId = await insertLinkRequest(tx, {
    conversationId,
    contactId,
    enterpriseId,
    messageIds: input.messageIds,
    createdAt: at,
  });
  const detail = { requestId, conversationId, contactId, enterpriseId, proofs: input.messageIds.length };
  await recordLinking(current, 'linkAsked', detail);
  return { requestId, isNew: true };
}
