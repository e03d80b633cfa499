import { createHash } from 'node:crypto';
import type { OaEvent } from './events.ts';

/**
 * The same for each delivery of one event and different for any other, receipts of one message included. Goes into a
 * unique column: retries and duplicates are ordinary.
 */
export function deliveryKey(event: OaEvent): string {
  switch (event.kind) {
    case 'message':
    case 'echo':
    case 'received':
    case 'anonymousMessage':
    case 'anonymousEcho':
    case 'groupMessage':
    case 'groupEcho':
    case 'templateReceived':
      return `${event.kind}:${event.messageId}`;
    // Neither has an id that happens only once: one message takes several reactions, answers and presses.
    case 'reaction':
      return hashed(event.kind, [event.userId, event.messageId, event.icon, at(event.occurredAt)]);
    case 'templateFeedback':
    case 'templateResponse':
      return hashed(event.kind, [event.messageId, at(event.submittedAt ?? event.occurredAt)]);
    case 'seen':
      return hashed(event.kind, [event.userId, ...event.messageIds, at(event.occurredAt)]);
    case 'unknown':
    case 'malformed':
      return hashed(event.kind, [JSON.stringify(event.raw)]);
    case 'tag':
      return hashed(event.eventName, [event.tagName, ...event.userIds, at(event.occurredAt)]);
    default: {
      const actor =
        'userId' in event ? event.userId : 'raw' in event ? JSON.stringify(event.raw) : JSON.stringify(event);
      return hashed(event.eventName, [event.oaId, actor, at(event.occurredAt)]);
    }
  }
}

function at(instant: Date | undefined): string | undefined {
  return instant?.toISOString();
}

function hashed(what: string, parts: readonly (string | undefined)[]): string {
  return `${what}:${createHash('sha256').update(JSON.stringify(parts)).digest('hex')}`;
}
