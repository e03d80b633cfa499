import type { ChatFileView } from '../view.ts';
import { postMessage, Refused, readMessages } from './api.ts';
import { greetingCommand } from './entries.ts';
import { takeLetterCode } from './letter-code.ts';
import { openLine } from './line.ts';
import type { Present } from './present.ts';
import {
  emptyThread,
  type Sending,
  type ThreadState,
  withEarlier,
  withNewest,
  withOutcome,
  without,
  withSending,
} from './thread-state.ts';

export interface Snapshot {
  thread: ThreadState;
  isConnected: boolean;
  isTyping: boolean;
}

export interface Saying {
  text?: string;
  /** A button of the bot's. */
  value?: string;
  files?: ChatFileView[];
  replyTo?: string | null;
}

/** One chat while its page is open. */
export interface Conversation {
  subscribe(listener: () => void): () => void;
  read(): Snapshot;
  say(saying: Saying): void;
  /** Sends again what was not sent; the same id makes it one message even if it had arrived. */
  retry(clientId: string): void;
  discard(clientId: string): void;
  loadEarlier(): Promise<void>;
  refresh(): Promise<void>;
  close(): void;
}

const lookAgainMilliseconds = 5_000;

/**
 * Opens the chat of the browser's session. `onLost` is called when the server no longer knows the session, `onOther` when
 * it has become somebody else's, as when a newcomer chose another person in a second tab.
 */
export function openConversation(options: {
  language: () => string;
  present: Present;
  onLost: () => void;
  onOther: () => void;
}): Conversation {
  let snapshot: Snapshot = { thread: emptyThread, isConnected: true, isTyping: false };
  let queue: Promise<unknown> = Promise.resolve();
  let refreshing: Promise<void> | null = null;
  let isAskedAgain = false;
  let isLoadingEarlier = false;
  let isClosed = false;
  const listeners = new Set<() => void>();

  function change(next: Partial<Snapshot>): void {
    snapshot = { ...snapshot, ...next };
    for (const listener of listeners) listener();
  }

  function refresh(): Promise<void> {
    isAskedAgain = refreshing !== null;
    refreshing ??= lookUntilQuiet().finally(() => {
      refreshing = null;
    });
    return refreshing;
  }

  // What is announced while a look is under way may have been missed by it.
  async function lookUntilQuiet(): Promise<void> {
    do {
      isAskedAgain = false;
      await look();
    } while (isAskedAgain);
  }

  async function look(): Promise<void> {
    try {
      const page = await readMessages();
      if (isClosed) return;
      options.present.set(page.serverTime);
      const isFirst = !snapshot.thread.isLoaded;
      if (!isFirst && page.me.contactId !== snapshot.thread.me.contactId) return options.onOther();
      change({ thread: withNewest(snapshot.thread, page), isTyping: page.typing });
      if (isFirst) begin(page.messages.length === 0 && page.waiting.length === 0);
    } catch (fault) {
      if (isClosed) return;
      if (fault instanceof Refused && fault.status === 401) options.onLost();
      else change({ isConnected: false });
    }
  }

  // Whoever comes by the link of a letter says its code, and is greeted by the answer.
  function begin(isNew: boolean): void {
    const code = takeLetterCode();
    if (code !== null) send({ ...nothingSaid, clientId: newId(), text: code, at: options.present.now().toISOString() });
    else if (isNew) greet();
  }

  // A fixed id: two tabs opened at once ask for one greeting.
  function greet(): void {
    send({ ...nothingSaid, clientId: 'start', text: greetingCommand, at: options.present.now().toISOString() });
  }

  function send(sending: Sending): void {
    change({ thread: withSending(snapshot.thread, sending) });
    post(sending);
  }

  // One after another, so that what people say keeps its order.
  function post(sending: Sending): void {
    change({ thread: withOutcome(snapshot.thread, sending.clientId, { status: 'sending', refusal: null }) });
    queue = queue.then(() => deliver(sending));
  }

  async function deliver(sending: Sending): Promise<void> {
    try {
      await postMessage(bodyOf(sending, options.language()));
      change({
        thread: withOutcome(snapshot.thread, sending.clientId, { status: 'kept', refusal: null }),
        isTyping: true,
      });
    } catch (fault) {
      if (isClosed) return;
      if (fault instanceof Refused && fault.status === 401) return options.onLost();
      const refusal = fault instanceof Refused && fault.status < 500 ? fault.sentence : null;
      change({ thread: withOutcome(snapshot.thread, sending.clientId, { status: 'failed', refusal }) });
    }
  }

  function retryUnreached(): void {
    for (const sending of snapshot.thread.sending) {
      if (sending.status === 'failed' && sending.refusal === null) post(sending);
    }
  }

  const line = openLine({
    onOpen() {
      change({ isConnected: true });
      retryUnreached();
      void refresh();
    },
    onLoss: () => change({ isConnected: false }),
    onMessage: () => void refresh(),
    onTyping: () => change({ isTyping: true }),
  });
  // Whatever the line lost on its way is found within seconds.
  const timer = setInterval(() => {
    if (!snapshot.isConnected || snapshot.isTyping) void refresh();
  }, lookAgainMilliseconds);
  void refresh();

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: () => snapshot,
    say({ text = '', value = null, files = [], replyTo = null }) {
      const at = options.present.now().toISOString();
      send({ ...nothingSaid, clientId: newId(), text, value, files, replyTo, at });
    },
    retry(clientId) {
      const sending = snapshot.thread.sending.find((one) => one.clientId === clientId);
      if (sending !== undefined) post(sending);
    },
    discard: (clientId) => change({ thread: without(snapshot.thread, clientId) }),
    async loadEarlier() {
      const [oldest] = snapshot.thread.messages;
      if (oldest === undefined || !snapshot.thread.hasEarlier || isLoadingEarlier) return;
      isLoadingEarlier = true;
      const page = await readMessages({ before: oldest.id }).catch(() => null);
      isLoadingEarlier = false;
      if (page !== null) change({ thread: withEarlier(snapshot.thread, page) });
    },
    refresh,
    close() {
      isClosed = true;
      clearInterval(timer);
      line.close();
      listeners.clear();
    },
  };
}

const nothingSaid = {
  text: '',
  value: null,
  files: [],
  replyTo: null,
  status: 'sending' as const,
  refusal: null,
};

function bodyOf({ clientId, text, value, files, replyTo }: Sending, language: string): object {
  const envelope = { clientId, replyTo, language };
  if (value !== null) return { ...envelope, kind: 'choice', value };
  if (files.length > 0) return { ...envelope, kind: 'files', text, files };
  return { ...envelope, kind: 'text', text };
}

// Not randomUUID, which browsers withhold from pages on a plain http address of the local network.
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
