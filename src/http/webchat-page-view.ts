import { type WebDelivery, webDelivery } from '../channel/webchat/delivery.ts';
import type { ChatMessageView, ChatPageView, ChatPersonView, ChatWaitingView } from '../channel/webchat/view.ts';
import { type ConversationRow, contactFacts } from '../store/conversations.ts';
import type { Db } from '../store/database.ts';
import { lastLinkEndOf } from '../store/enterprise-links.ts';
import { type InboxRow, waitingArrivals } from '../store/inbox.ts';
import { type ChatMessage, threadOfConversation } from '../store/messages.ts';

const messagesAPage = 40;

/** One screen of a chat: the newest messages within the bounds asked for, and what still waits for the bot. */
export async function chatPage(
  db: Db,
  conversation: ConversationRow,
  bounds: { after?: number | undefined; before?: number | undefined },
  now: Date,
): Promise<ChatPageView> {
  // Asked for first: a message handled in between is then seen twice, under one client id, and never missed.
  const waiting = await waitingArrivals(db, conversation);
  const thread = await threadOfConversation(db, conversation.id, {
    ...(bounds.after === undefined ? {} : { after: bounds.after }),
    ...(bounds.before === undefined ? {} : { before: bounds.before }),
    // What was said for an enterprise that the person no longer speaks for is not theirs to read any more.
    since: conversation.contactId === null ? null : await lastLinkEndOf(db, conversation.contactId, now),
    limit: messagesAPage + 1,
  });
  return {
    messages: thread.slice(-messagesAPage).map(messageView),
    hasEarlier: thread.length > messagesAPage,
    waiting: waiting.map(waitingView).filter((view) => view !== null),
    // What has failed once is tried again later; dots would promise an answer within seconds.
    typing: waiting.some(({ attempts }) => attempts === 0),
    me: await personView(db, conversation),
    serverTime: now.toISOString(),
  };
}

export async function personView(db: Db, { contactId }: ConversationRow): Promise<ChatPersonView> {
  const facts = contactId === null ? null : await contactFacts(db, contactId);
  return { contactId, name: facts?.contactName ?? null, enterprise: facts?.enterpriseName ?? null };
}

function messageView(message: ChatMessage): ChatMessageView {
  const isPerson = message.author === 'person';
  return {
    id: message.id,
    clientId: isPerson ? (message.updateId?.split(':').at(-1) ?? message.providerMessageId) : null,
    replyKey: isPerson ? null : message.providerMessageId,
    author: message.author,
    text: message.text,
    choices: message.choices ?? [],
    files: message.files
      .filter(({ state }) => isPerson || state === 'stored')
      .map(({ id, ref, name, mediaType, size }) => ({
        ref: isPerson ? idWithin(ref) : storedFileRef(id),
        name,
        mediaType,
        size,
      })),
    at: message.at.toISOString(),
    delivery: message.delivery,
  };
}

function waitingView(row: InboxRow): ChatWaitingView | null {
  const delivery = webDelivery.safeParse(JSON.parse(row.body)).data;
  if (delivery === undefined) return null;
  return {
    clientId: delivery.clientId,
    text: delivery.kind === 'choice' ? '' : delivery.text,
    value: delivery.kind === 'choice' ? delivery.value : null,
    files: filesOf(delivery),
    at: row.receivedAt.toISOString(),
  };
}

function filesOf(delivery: WebDelivery): ChatWaitingView['files'] {
  if (delivery.kind !== 'files') return [];
  return delivery.files.map((file) => ({ ...file, ref: idWithin(file.ref) }));
}

/** What the page calls a file of ours: the person's own have the ids of their uploads. */
function storedFileRef(fileId: number): string {
  return `tep-${fileId}`;
}

/** The file of ours behind such a name; null for any other. */
export function storedFileId(ref: string): number | null {
  const id = /^tep-(\d{1,15})$/.exec(ref)?.[1];
  return id === undefined ? null : Number(id);
}

/** The part of a file's handle that its session knows it by. */
function idWithin(ref: string): string {
  return ref.slice(ref.indexOf('/') + 1);
}
