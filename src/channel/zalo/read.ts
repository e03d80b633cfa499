import { createHash } from 'node:crypto';
import { deliveryKey, type OaEvent, parseOaEvent } from 'zalo-api-client';
import type { IncomingContent, Reading } from '../port.ts';
import { contentOf } from './content.ts';
import type { ChoiceSeal } from './seal-choice.ts';

/** Reads one authentic event of an Official Account. Pure and total: what the desk has no use for is `ignored`. */
export function read(body: unknown, { oaId, seal }: { oaId: string; seal: ChoiceSeal }): Reading {
  const event = parseOaEvent(body, { oaIds: [oaId] });
  // One app has one webhook, which serves every account that granted it.
  if ('oaId' in event && event.oaId !== undefined && event.oaId !== oaId) return ignored('anotherAccount');
  if (!idsOf(event).every(isSound)) return ignored('malformed');
  return readEvent(event, seal);
}

function readEvent(event: OaEvent, seal: ChoiceSeal): Reading {
  switch (event.kind) {
    case 'message': {
      const press = seal.open(event.userId, event.text ?? '');
      // Also what is left of buttons after the app's secret was changed: the person is told that they are over.
      if (press === 'forged') {
        return said(event.userId, { kind: 'choice', value: '', acknowledge: null, isForged: true });
      }
      if (press !== null) return said(event.userId, { kind: 'choice', value: press.value, acknowledge: null });
      return said(event.userId, contentOf(event), {
        providerMessageId: event.messageId,
        repliesTo: event.quotedMessageId ?? null,
      });
    }
    case 'userInfo': {
      const { name = null, phone, givenPhone } = event.info;
      const digits = phone ?? givenPhone?.replace(/\D/g, '') ?? '';
      if (digits === '') return said(event.userId, { kind: 'unsupported', what: 'thông tin không có số điện thoại' });
      // The person could edit the number before sending it.
      return said(event.userId, { kind: 'contactCard', name, phone: digits, isVouched: false });
    }
    case 'echo':
      return {
        kind: 'echo',
        address: event.userId,
        providerMessageId: event.messageId,
        text: wordsOf(contentOf(event)),
        byHand: event.adminId !== undefined,
      };
    case 'received':
    case 'seen':
      return {
        kind: 'receipt',
        address: event.userId,
        providerMessageIds: event.kind === 'seen' ? event.messageIds : [event.messageId],
        state: event.kind === 'seen' ? 'read' : 'delivered',
        at: event.occurredAt ?? null,
      };
    case 'follow':
    case 'chatNow':
    case 'widgetAccepted':
      return presence(event.userId, 'came');
    case 'unfollow':
      return presence(event.userId, 'blocked');
    case 'withdrawal':
      return { kind: 'withdrawn', address: event.userId };
    case 'call':
      // A call is an interaction and opens the window like a message.
      return event.step === 'personCalled' ? presence(event.userId, 'came') : ignored('call');
    case 'unknown':
    case 'malformed':
      return ignored(/^\w{1,60}$/.test(event.eventName ?? '') ? `${event.kind}:${event.eventName}` : event.kind);
    case 'groupMessage':
    case 'groupEcho':
    case 'groupChanged':
    case 'anonymousMessage':
    case 'anonymousEcho':
    case 'reaction':
    case 'userUpdated':
    case 'widgetSyncFailed':
    case 'tag':
    case 'permissionRevoked':
    case 'extensionPurchased':
    case 'shopOrder':
    case 'templateReceived':
    case 'templateFeedback':
    case 'templateResponse':
    case 'templateStatus':
    case 'dailyQuota':
    case 'templateChanged':
      return ignored(event.kind);
  }
}

/**
 * What the inbox keys a delivery by, the chat whose order it belongs to, and when it happened. Null for a body without
 * an event's name. What is ignored belongs to no chat.
 */
export function receiptReader(about: {
  oaId: string;
  seal: ChoiceSeal;
}): (body: unknown) => { updateId: string; conversationAddress: string | null; ordinal: number | null } | null {
  return (body) => {
    const event = parseOaEvent(body, { oaIds: [about.oaId] });
    if (event.kind === 'malformed' && event.eventName === undefined) return null;
    const key = deliveryKey(event);
    const isKept = 'userId' in event && read(body, about).kind !== 'ignored';
    const occurredAt = 'occurredAt' in event ? (event.occurredAt?.getTime() ?? null) : null;
    return {
      updateId: isSound(key) ? key : `sha256:${createHash('sha256').update(key).digest('hex')}`,
      conversationAddress: isKept ? event.userId : null,
      ordinal: occurredAt !== null && occurredAt > 0 ? occurredAt : null,
    };
  };
}

function idsOf(event: OaEvent): string[] {
  if (!('userId' in event)) return [];
  return [
    event.userId,
    ...('messageId' in event ? [event.messageId] : []),
    ...('messageIds' in event ? event.messageIds : []),
    ...('quotedMessageId' in event && event.quotedMessageId !== undefined ? [event.quotedMessageId] : []),
  ];
}

// Ids become keys in the database, which takes neither a NUL nor a key of any length.
function isSound(id: string): boolean {
  return id.length <= 200 && !/\p{Cc}/u.test(id) && id.isWellFormed();
}

function said(
  userId: string,
  content: IncomingContent,
  ids: { providerMessageId: string | null; repliesTo: string | null } = { providerMessageId: null, repliesTo: null },
): Reading {
  const sender = { id: userId, displayName: null, languageHint: null };
  return { kind: 'message', message: { address: userId, sender, ...ids, content } };
}

function presence(userId: string, change: 'came' | 'blocked'): Reading {
  return { kind: 'presence', address: userId, sender: { id: userId, displayName: null, languageHint: null }, change };
}

function wordsOf(content: IncomingContent): string {
  if (content.kind === 'text') return content.text;
  if (content.kind === 'files') {
    const names = content.files.map(({ name }) => `[${name}]`);
    return [content.caption, ...names].filter((words) => words !== '').join('\n');
  }
  return content.kind === 'unsupported' ? `[${content.what}]` : '';
}

function ignored(because: string): Reading {
  return { kind: 'ignored', because };
}
