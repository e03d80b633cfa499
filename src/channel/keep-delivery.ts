import { createHash } from 'node:crypto';
import type { Desk } from '../desk/act.ts';
import { keepArrival } from '../store/inbox.ts';
import type { Channel, ChannelName } from './port.ts';

/** What makes a delivery recognisable: the platform's id of it, and the chat it belongs to. */
export type ReceiptReader = (body: unknown) => { updateId: string; conversationAddress: string | null } | null;

/**
 * Keeps one authentic delivery before anything is understood. What cannot be read is kept too, where a person can look
 * at it: asking the platform to send it again would change nothing. False for a delivery that is already here.
 */
export async function keepDelivery(
  { desk, channel, receiptOf }: { desk: Desk; channel: Pick<Channel, 'name' | 'account'>; receiptOf: ReceiptReader },
  rawBody: string,
): Promise<boolean> {
  const key = { channel: channel.name as ChannelName, account: channel.account };
  // PostgreSQL's text holds every character but this one, which no JSON text contains unescaped.
  const body = rawBody.replaceAll('\u0000', '\uFFFD');
  const at = desk.clock.now();
  const digest = `sha256:${createHash('sha256').update(rawBody).digest('hex')}`;

  const parsed = parse(body);
  if (parsed === undefined) {
    const malformed = { ...key, updateId: digest, address: null, body, state: 'malformed' as const, note: 'not JSON' };
    return keepArrival(desk.database.db, malformed, at);
  }
  const receipt = receiptOf(parsed);
  if (receipt === null) {
    const unknown = {
      ...key,
      updateId: digest,
      address: null,
      body,
      state: 'malformed' as const,
      note: 'no update id',
    };
    return keepArrival(desk.database.db, unknown, at);
  }
  const { updateId, conversationAddress: address } = receipt;
  const outcome =
    address === null ? { state: 'ignored' as const, note: 'belongs to no chat' } : { state: 'pending' as const };
  const ordinal = /^\d{1,15}$/.test(updateId) ? Number(updateId) : null;
  const arrival = { ...key, updateId, ordinal, address, body, ...outcome };
  const isNew = await inTurn(`${key.channel} ${key.account} ${address}`, () =>
    keepArrival(desk.database.db, arrival, at),
  );
  if (isNew && address !== null) desk.announcements.announce(['inbox']);
  return isNew;
}

const lastOfChat = new Map<string, Promise<unknown>>();

/** Over several connections to the database, what arrived first would not always be stored first. */
function inTurn<Result>(chat: string, keep: () => Promise<Result>): Promise<Result> {
  const before = lastOfChat.get(chat) ?? Promise.resolve();
  const kept = before.then(keep, keep);
  lastOfChat.set(chat, kept);
  const forget = () => {
    if (lastOfChat.get(chat) === kept) lastOfChat.delete(chat);
  };
  kept.then(forget, forget);
  return kept;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
