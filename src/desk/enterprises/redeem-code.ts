import { afterFailure, refusedUntil } from '../../rules/linking/attempts.ts';
import type { ContactRole } from '../../rules/linking/represented.ts';
import { conversationById, saveConversation } from '../../store/conversations.ts';
import { lockGoodCode, saveEnterpriseCode } from '../../store/enterprise-codes.ts';
import { type EnterpriseRow, enterpriseById } from '../../store/enterprise-links.ts';
import type { Act } from '../act.ts';
import { enterpriseCodeHash } from './code-hash.ts';
import { linkContact } from './link-contact.ts';
import { recordLinking } from './record.ts';

export type Redeeming =
  | { outcome: 'linked'; enterprise: EnterpriseRow; role: ContactRole }
  /** Unknown, used, expired or revoked: whoever guesses is not told which. */
  | { outcome: 'wrong' }
  | { outcome: 'tooManyFailures'; until: Date };

/**
 * Links the contact of the chat to the enterprise whose code this is, and uses the code up. After ten wrong ones a
 * chat's codes are not looked at for an hour, right or wrong.
 */
export async function redeemEnterpriseCode(
  current: Act,
  input: { conversationId: number; contactId: number; code: string },
): Promise<Redeeming> {
  const { tx, at } = current;
  const { conversationId, contactId } = input;
  const until = refusedUntil(await conversationById(tx, conversationId), at);
  if (until !== null) return { outcome: 'tooManyFailures', until };

  const row = await lockGoodCode(tx, enterpriseCodeHash(input.code), at);
  if (row === null) {
    await countFailure(current, conversationId);
    return { outcome: 'wrong' };
  }
  const { id: codeId, enterpriseId, role } = row;
  await saveEnterpriseCode(tx, codeId, { usedAt: at, usedByContactId: contactId });
  await saveConversation(tx, conversationId, { codeFailures: 0, codesRefusedUntil: null });
  const proof = { basis: 'code' as const, evidence: { codeId }, validUntil: null };
  await linkContact(current, { contactId, enterpriseId, role, ...proof });
  return { outcome: 'linked', enterprise: await enterpriseById(tx, enterpriseId), role };
}

/** Somebody tried something that proves nothing: a wrong code, a tax code that nobody has. */
export async function countFailure(current: Act, conversationId: number): Promise<void> {
  const { tx, at } = current;
  const after = afterFailure(await conversationById(tx, conversationId), at);
  await saveConversation(tx, conversationId, after);
  await recordLinking(current, 'codeRefused', { conversationId, isLast: after.codesRefusedUntil !== null });
}
