import type { ChatFileView, ChatMessageView, ChatPageView, ChatPersonView, ChatWaitingView } from '../view.ts';

/** Something the person said on this page, until the server shows it back. */
export interface Sending {
  clientId: string;
  text: string;
  value: string | null;
  files: ChatFileView[];
  replyTo: string | null;
  at: string;
  status: 'sending' | 'kept' | 'failed';
  /** Why the server refused it; null when it was never reached. Only the latter is worth trying again by itself. */
  refusal: string | null;
}

export interface ThreadState {
  messages: ChatMessageView[];
  waiting: ChatWaitingView[];
  sending: Sending[];
  hasEarlier: boolean;
  typing: boolean;
  me: ChatPersonView;
  isLoaded: boolean;
}

export const emptyThread: ThreadState = {
  messages: [],
  waiting: [],
  sending: [],
  hasEarlier: false,
  typing: false,
  me: { contactId: null, name: null, enterprise: null },
  isLoaded: false,
};

/** The thread once the newest page of it arrived. After a long absence the page does not reach what was known, and starts afresh. */
export function withNewest(before: ThreadState, page: ChatPageView): ThreadState {
  const [oldest] = page.messages;
  const known = before.messages.at(-1);
  const reaches = oldest === undefined || known === undefined || oldest.id <= known.id || !page.hasEarlier;
  const isFirst = !before.isLoaded || !reaches;
  return {
    messages: isFirst ? page.messages : united(before.messages, page.messages),
    hasEarlier: isFirst ? page.hasEarlier : before.hasEarlier,
    waiting: page.waiting,
    sending: before.sending.filter(({ clientId }) => !isShown(page, clientId)),
    typing: page.typing,
    me: page.me,
    isLoaded: true,
  };
}

export function withEarlier(before: ThreadState, page: ChatPageView): ThreadState {
  return { ...before, messages: united(page.messages, before.messages), hasEarlier: page.hasEarlier };
}

export function withSending(before: ThreadState, sending: Sending): ThreadState {
  return { ...before, sending: [...before.sending, sending] };
}

export function withOutcome(
  before: ThreadState,
  clientId: string,
  outcome: Pick<Sending, 'status' | 'refusal'>,
): ThreadState {
  const sending = before.sending.map((one) => (one.clientId === clientId ? { ...one, ...outcome } : one));
  return { ...before, sending };
}

export function without(before: ThreadState, clientId: string): ThreadState {
  return { ...before, sending: before.sending.filter((one) => one.clientId !== clientId) };
}

// The later reading of a message is the truer one.
function united(first: readonly ChatMessageView[], second: readonly ChatMessageView[]): ChatMessageView[] {
  const byId = new Map([...first, ...second].map((message) => [message.id, message]));
  return [...byId.values()].toSorted((a, b) => a.id - b.id);
}

function isShown(page: ChatPageView, clientId: string): boolean {
  return [...page.messages, ...page.waiting].some((one) => one.clientId === clientId);
}
