import { createHash, randomInt } from 'node:crypto';
import { NotPermitted } from '../../errors.ts';
import { saveConversation } from '../../store/conversations.ts';
import { appendLedger } from '../../store/ledger.ts';
import { bindOfficerChat, insertLinkCode, takeLinkCode } from '../../store/link-codes.ts';
import { officerById } from '../../store/organisation.ts';
import type { Act } from '../act.ts';

// No letter or digit that is mistaken for another when it is typed from a screen.
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const validMilliseconds = 15 * 60_000;

/** A one-time code, good for fifteen minutes, with which the officer proves a chat to be theirs. Only its hash is kept. */
export async function createLinkCode(current: Act): Promise<{ code: string; expiresAt: Date }> {
  if (current.by.kind !== 'officer') throw new NotPermitted('lấy mã liên kết');
  const code = Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]).join('');
  const expiresAt = new Date(current.at.getTime() + validMilliseconds);
  await insertLinkCode(current.tx, {
    codeHash: hashOf(code),
    officerId: current.by.officerId,
    createdAt: current.at,
    expiresAt,
  });
  const entry = { type: 'linkCodeCreated', detail: { officerId: current.by.officerId } };
  await appendLedger(current.tx, 'access', [entry], current.by, current.at);
  return { code, expiresAt };
}

/** Binds the chat to the officer whose code it is; null for a wrong, used or expired one. */
export async function redeemLinkCode(
  { tx, at, by }: Act,
  input: { conversationId: number; code: string },
): Promise<{ officerId: number; name: string } | null> {
  const officerId = await takeLinkCode(tx, hashOf(input.code.toUpperCase()), at);
  const officer = officerId === null ? null : await officerById(tx, officerId);
  if (officer === null || !officer.active) return null;
  await bindOfficerChat(tx, { officerId: officer.id, conversationId: input.conversationId, linkedAt: at });
  await saveConversation(tx, input.conversationId, { officerId: officer.id });
  const detail = { officerId: officer.id, conversationId: input.conversationId };
  await appendLedger(tx, 'access', [{ type: 'chatLinked', detail }], by, at);
  return { officerId: officer.id, name: officer.name };
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
