import type { Incoming, IncomingContent, Reading } from '../port.ts';
import { otherDelivery, type WebDelivery, webDelivery } from './delivery.ts';
import { tidy } from './tidy.ts';

/** Reads one delivery of our own page. Pure and total: what the page cannot have written is `ignored`. */
export function read(body: unknown): Reading {
  const known = webDelivery.safeParse(body).data;
  if (known !== undefined) return messageFrom(known, contentOf(known));

  const other = otherDelivery.safeParse(body).data;
  if (other === undefined || isKnownKind(other.kind)) return { kind: 'ignored', because: 'malformed' };
  return messageFrom(other, { kind: 'unsupported', what: other.kind });
}

type Envelope = Pick<WebDelivery, 'address' | 'clientId' | 'senderName' | 'language' | 'replyTo'>;

function messageFrom(envelope: Envelope, content: IncomingContent): Reading {
  const message: Incoming = {
    address: envelope.address,
    sender: { id: envelope.address, displayName: envelope.senderName, languageHint: envelope.language },
    providerMessageId: content.kind === 'choice' ? null : envelope.clientId,
    repliesTo: envelope.replyTo,
    content,
  };
  return { kind: 'message', message };
}

function contentOf(delivery: WebDelivery): IncomingContent {
  switch (delivery.kind) {
    case 'text':
      return { kind: 'text', text: tidy(delivery.text) };
    case 'choice':
      return { kind: 'choice', value: delivery.value, acknowledge: null };
    case 'files':
      return { kind: 'files', caption: tidy(delivery.text), files: delivery.files };
  }
}

function isKnownKind(kind: string): boolean {
  return kind === 'text' || kind === 'choice' || kind === 'files';
}
