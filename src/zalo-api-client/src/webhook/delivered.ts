import { type Fields, fieldsOf, idOf, instantOf, listOf, present, textOf } from '../read.ts';
import { type Attachment, readAttachments } from './attachments.ts';
import type { Occurrence } from './events.ts';

/** A delivery opened but not yet read: the parts that events of every name share. */
export interface Delivered {
  readonly name: string;
  readonly raw: Fields;
  readonly message: Fields;
  readonly senderId: string | undefined;
  readonly recipientId: string | undefined;
  readonly rootOaId: string | undefined;
  readonly oaIds: readonly string[];
}

export function openDelivery(raw: Fields, name: string, oaIds: readonly string[]): Delivered {
  return {
    name,
    raw,
    message: fieldsOf(raw.message),
    senderId: idOf(fieldsOf(raw.sender).id),
    recipientId: idOf(fieldsOf(raw.recipient).id),
    rootOaId: idOf(raw.oa_id) ?? idOf(raw.oaId),
    oaIds,
  };
}

export interface Parties {
  readonly oaId: string | undefined;
  readonly userId: string | undefined;
}

/**
 * Who is the account and who the person. Sources disagree about the order in receipts, so an id known to be an
 * account's decides, and the usual order only where none is known.
 */
export function partiesOf(delivered: Delivered, usually: 'personToAccount' | 'accountToPerson'): Parties {
  const { senderId, recipientId, rootOaId, oaIds } = delivered;
  const isAccount = (id: string | undefined) => id !== undefined && (oaIds.includes(id) || id === rootOaId);
  const senderIsAccount =
    isAccount(senderId) === isAccount(recipientId) ? usually === 'accountToPerson' : isAccount(senderId);
  const [account, person] = senderIsAccount ? [senderId, recipientId] : [recipientId, senderId];
  return { oaId: rootOaId ?? account, userId: person };
}

export function occurrence({ name, raw, rootOaId }: Delivered, oaId: string | undefined = rootOaId): Occurrence {
  return present({ eventName: name, occurredAt: instantOf(raw.timestamp), oaId });
}

/** What was said, if it has an id. */
export function saidIn({ message }: Delivered) {
  const messageId = idOf(message.msg_id);
  if (messageId === undefined) return undefined;
  const attachments: readonly Attachment[] = readAttachments(message.attachments);
  const quotedMessageId = idOf(message.quote_msg_id);
  return { messageId, attachments, ...present({ text: textOf(message.text), quotedMessageId }) };
}

export function idsIn(value: unknown): string[] {
  return listOf(value).flatMap((id) => idOf(id) ?? []);
}
