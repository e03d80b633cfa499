import { createHash, randomInt } from 'node:crypto';
import { NotPermitted } from '../../errors.ts';
import { conversationById, saveConversation } from '../../store/conversations.ts';
import { appendLedger } from '../../store/ledger.ts';
import { insertLinkCode, takeLinkCode } from '../../store/link-codes.ts';
import { bindOfficerChat, holdBackAlerts } from '../../store/officer-chats.ts';
import { officerById } from '../../store/organisation.ts';
import type { Act } from '../act.ts';

// No letter or digit that is mistaken for another when it is typed from a screen.
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ';
const digits = '23456789';
const validMilliseconds = 15 * 60_000;
const mostFailures = 5;
const refusedMilliseconds = 15 * 60_000;

/** A one-time code, good for fifteen minutes, with which the officer proves a chat to be theirs. Only its hash is kept. */
export async function createLinkCode(current: Act): Promise<{ code: string; expiresAt: Date }> {
  if (current.by.kind !== 'officer') throw new NotPermitted('lấy mã liên kết');
  const code = newCode();
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

/** The code that was typed, as it was given out: in capitals, without the blanks and dashes people put into it. */
export function tidyCode(typed: string): string {
  return typed.replace(/[\s-]/gu, '').toUpperCase();
}

/** Whether a text is a code and nothing else: ten of our letters and digits, some of each, in one piece or two halves. */
export function looksLikeCode(text: string): boolean {
  const typed = text.trim();
  return /^[a-hjkmnp-z2-9]{5}[\s-]?[a-hjkmnp-z2-9]{5}$/iu.test(typed) && /\d/u.test(typed) && /[a-z]/iu.test(typed);
}

export type Linking =
  | { outcome: 'linked'; officerId: number; name: string }
  /** Wrong, used or expired: whoever guesses is not told which. */
  | { outcome: 'wrong' }
  | { outcome: 'tooManyFailures'; until: Date }
  /** What is said in this chat is said for an enterprise. */
  | { outcome: 'speaksForEnterprise' }
  | { outcome: 'group' };

/**
 * Binds the chat to the officer whose code it is. After five wrong codes a chat's codes are not looked at for fifteen
 * minutes, right or wrong.
 */
export async function redeemLinkCode(
  { tx, at, by }: Act,
  input: { conversationId: number; code: string; displayName: string | null },
): Promise<Linking> {
  const { conversationId } = input;
  const chat = await conversationById(tx, conversationId);
  if (chat.isGroup) return { outcome: 'group' };
  if (chat.contactId !== null) return { outcome: 'speaksForEnterprise' };
  if (chat.codesRefusedUntil !== null && chat.codesRefusedUntil.getTime() > at.getTime())
    return { outcome: 'tooManyFailures', until: chat.codesRefusedUntil };

  const officerId = await takeLinkCode(tx, hashOf(tidyCode(input.code)), at);
  const officer = officerId === null ? null : await officerById(tx, officerId);
  if (officer === null || !officer.active) {
    const codeFailures = chat.codeFailures + 1;
    const codesRefusedUntil = codeFailures < mostFailures ? null : new Date(at.getTime() + refusedMilliseconds);
    await saveConversation(tx, conversationId, {
      codeFailures: codesRefusedUntil === null ? codeFailures : 0,
      codesRefusedUntil,
    });
    return { outcome: 'wrong' };
  }

  const isTakenOver = chat.officerId !== null && chat.officerId !== officer.id;
  if (isTakenOver) await holdBackAlerts(tx, conversationId);
  await bindOfficerChat(tx, { officerId: officer.id, conversationId, linkedAt: at });
  await saveConversation(tx, conversationId, {
    officerId: officer.id,
    displayName: input.displayName ?? chat.displayName,
    codeFailures: 0,
    codesRefusedUntil: null,
    // What another officer confirmed is not this one's word.
    ...(chat.officerId === officer.id ? {} : { answersConfirmedAt: null }),
  });
  const detail = { officerId: officer.id, conversationId, ...(isTakenOver ? { formerOfficerId: chat.officerId } : {}) };
  await appendLedger(tx, 'access', [{ type: 'chatLinked', detail }], by, at);
  return { outcome: 'linked', officerId: officer.id, name: officer.name };
}

// A code with a letter and a digit in it is told from a word that has ten letters.
function newCode(): string {
  const alphabet = letters + digits;
  const code = Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return looksLikeCode(code) ? code : newCode();
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
