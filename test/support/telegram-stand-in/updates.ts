import { type Disorder, openDisorder } from '../zalo-stand-in/disorder.ts';
import { Refusal } from './refusal.ts';

export interface Update {
  update_id: number;
  [kind: string]: unknown;
}

export interface Webhook {
  url: string;
  secret: string | null;
  maxConnections: number;
  allowed: readonly string[] | null;
}

export interface UpdateQueue {
  readonly webhook: Webhook | null;
  readonly pendingCount: number;
  readonly lastError: { at: number; message: string } | null;
  /** Queues an update; `delivered` resolves when the bot has confirmed it. Updates of one chat keep their order. */
  push(chatId: number, content: Record<string, unknown>): { updateId: number; delivered: Promise<void> };
  /** Queues an update under the id that it had before, as Telegram does when it missed the bot's answer. */
  repeat(updateId: number): Promise<void>;
  setWebhook(webhook: Webhook | null, dropPending: boolean): void;
  take(query: { offset: number; limit: number; timeoutSeconds: number }, gone: AbortSignal): Promise<Update[]>;
  /** Resolves when nothing is waiting for the bot. */
  settled(): Promise<void>;
  close(): void;
}

interface Pending {
  chatId: number;
  update: Update;
  done: PromiseWithResolvers<void>;
}

/** The updates of one bot, posted to its webhook (one at a time per chat, repeated until answered 2xx) or polled. */
export function openUpdateQueue(options: {
  retryMs: number;
  now: () => number;
  disorder: Disorder | null;
}): UpdateQueue {
  const draw = options.disorder === null ? () => ({ twice: false, lateMs: 0 }) : openDisorder(options.disorder);
  const byChat = new Map<number, Pending[]>();
  const pending = new Set<Pending>();
  const sent = new Map<number, Pending>();
  const busy = new Set<number>();
  const timers = new Set<NodeJS.Timeout>();
  let ready: number[] = [];
  let inFlight = 0;
  let lastUpdateId = 700_000_000;
  let webhook: Webhook | null = null;
  let lastError: { at: number; message: string } | null = null;
  let closed = false;
  let wakePoll: () => void = () => undefined;
  let endPoll: (() => void) | null = null;
  let settledWaiters: (() => void)[] = [];

  function enqueue(item: Pending): Promise<void> {
    pending.add(item);
    const queue = byChat.get(item.chatId);
    if (queue) queue.push(item);
    else byChat.set(item.chatId, [item]);
    if (!busy.has(item.chatId)) ready.push(item.chatId);
    pump();
    wakePoll();
    return item.done.promise;
  }

  /** Held back for a while, so that later updates of the chat overtake it. */
  function enqueueLate(item: Pending, lateMs: number): void {
    pending.add(item);
    const timer = setTimeout(() => {
      timers.delete(timer);
      if (pending.has(item)) void enqueue(item);
    }, lateMs);
    timers.add(timer);
  }

  function finish(item: Pending) {
    pending.delete(item);
    const queue = byChat.get(item.chatId) ?? [];
    const index = queue.indexOf(item);
    if (index >= 0) queue.splice(index, 1);
    if (queue.length === 0) byChat.delete(item.chatId);
    item.done.resolve();
    if (pending.size > 0) return;
    for (const resolve of settledWaiters.splice(0)) resolve();
  }

  function pump(): void {
    while (webhook !== null && !closed && inFlight < webhook.maxConnections) {
      const chatId = ready.shift();
      if (chatId === undefined) return;
      const [head] = byChat.get(chatId) ?? [];
      if (head === undefined || busy.has(chatId)) continue;
      void deliver(head, webhook);
    }
  }

  async function deliver(item: Pending, to: Webhook, attempt = 0): Promise<void> {
    busy.add(item.chatId);
    inFlight += 1;
    const problem = await post(item.update, to);
    inFlight -= 1;
    if (problem === null) {
      finish(item);
      next(item.chatId);
      return;
    }
    lastError = { at: options.now(), message: problem };
    if (closed) return;
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        const stillWanted = pending.has(item) && webhook !== null && !closed;
        if (stillWanted && webhook !== null) void deliver(item, webhook, attempt + 1);
        else next(item.chatId);
      },
      options.retryMs * 2 ** Math.min(attempt, 6),
    );
    timers.add(timer);
    pump();
  }

  function next(chatId: number) {
    busy.delete(chatId);
    if (byChat.has(chatId)) ready.push(chatId);
    pump();
  }

  return {
    get webhook() {
      return webhook;
    },
    get pendingCount() {
      return pending.size;
    },
    get lastError() {
      return lastError;
    },
    push(chatId, content) {
      lastUpdateId += 1;
      const item = { chatId, update: { update_id: lastUpdateId, ...content }, done: Promise.withResolvers<void>() };
      const wanted = webhook?.allowed;
      const [kind = ''] = Object.keys(content);
      if (wanted && wanted.length > 0 && !wanted.includes(kind)) item.done.resolve();
      else {
        sent.set(lastUpdateId, item);
        // Only a webhook sees disorder: whoever polls gets everything once and in order.
        const { twice, lateMs } = webhook === null ? { twice: false, lateMs: 0 } : draw();
        if (lateMs > 0) enqueueLate(item, lateMs);
        else void enqueue(item);
        if (twice) void enqueue({ ...item, done: Promise.withResolvers<void>() });
      }
      return { updateId: lastUpdateId, delivered: item.done.promise };
    },
    repeat(updateId) {
      const earlier = sent.get(updateId);
      if (earlier === undefined) throw new Error(`No update ${updateId} was ever sent`);
      return enqueue({ ...earlier, done: Promise.withResolvers<void>() });
    },
    setWebhook(to, dropPending) {
      webhook = to;
      lastError = null;
      if (dropPending) for (const item of [...pending]) finish(item);
      ready = [...byChat.keys()].filter((chatId) => !busy.has(chatId));
      if (to !== null) endPoll?.();
      pump();
    },
    async take({ offset, limit, timeoutSeconds }, gone) {
      if (webhook !== null) {
        throw conflict(
          "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        );
      }
      endPoll?.();
      for (const item of [...pending]) if (item.update.update_id < offset) finish(item);

      const ended = Promise.withResolvers<'ended'>();
      const end = () => ended.resolve('ended');
      endPoll = end;
      if (pending.size === 0 && timeoutSeconds > 0) {
        const { promise: woken, resolve: wake } = Promise.withResolvers<'woken'>();
        wakePoll = () => wake('woken');
        const timer = setTimeout(wakePoll, timeoutSeconds * 1_000);
        gone.addEventListener('abort', wakePoll);
        const outcome = await Promise.race([woken, ended.promise]);
        clearTimeout(timer);
        if (outcome === 'ended') {
          throw conflict('terminated by other getUpdates request; make sure that only one bot instance is running');
        }
      }
      if (endPoll === end) endPoll = null;
      return [...pending]
        .map((item) => item.update)
        .sort((a, b) => a.update_id - b.update_id)
        .slice(0, limit);
    },
    settled() {
      if (pending.size === 0) return Promise.resolve();
      const { promise, resolve } = Promise.withResolvers<void>();
      settledWaiters.push(resolve);
      return promise;
    },
    close() {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      wakePoll();
      for (const item of [...pending]) finish(item);
      settledWaiters = [];
    },
  };
}

async function post(update: Update, to: Webhook): Promise<string | null> {
  try {
    const response = await fetch(to.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(to.secret === null ? {} : { 'x-telegram-bot-api-secret-token': to.secret }),
      },
      body: JSON.stringify(update),
      signal: AbortSignal.timeout(60_000),
    });
    await response.arrayBuffer();
    return response.ok ? null : `Wrong response from the webhook: ${response.status} ${response.statusText}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function conflict(why: string): Refusal {
  return new Refusal(409, `Conflict: ${why}`);
}
