import { createHash, randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { ChatKey } from '../store/conversations.ts';

const cookieName = 'chat_session';
const halfAYearSeconds = 180 * 24 * 3600;

/**
 * Who holds a browser. The secret stays in the cookie. Under a demonstration the contact that a person plays is written
 * behind it, so that each part they play has a chat of its own to come back to.
 */
export interface ChatSession {
  secret: string;
  contactId: number | null;
}

/** The session that the request shows; null for none and for anything that we did not hand out. */
export function readSession(context: Context): ChatSession | null {
  const match = /^([\w-]{43})(?:\.(\d{1,15}))?$/.exec(getCookie(context, cookieName) ?? '');
  if (match?.[1] === undefined) return null;
  return { secret: match[1], contactId: match[2] === undefined ? null : Number(match[2]) };
}

export function writeSession(context: Context, session: ChatSession, isSecure: boolean): void {
  setCookie(context, cookieName, cookieOf(session), {
    path: '/chat',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure,
    maxAge: halfAYearSeconds,
  });
}

export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** The chat of a session. A digest, so that nobody who reads the database can speak in it. */
export function chatOf(session: ChatSession): ChatKey {
  const address = createHash('sha256').update(cookieOf(session)).digest('base64url');
  return { channel: 'webchat', account: 'web', address };
}

function cookieOf({ secret, contactId }: ChatSession): string {
  return contactId === null ? secret : `${secret}.${contactId}`;
}
