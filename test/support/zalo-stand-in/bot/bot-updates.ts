import { type Post, poster, statusWithin } from '../post-event.ts';
import type { BotSettings } from './bot-world.ts';

export interface BotUpdate {
  event_name: string;
  message: Record<string, unknown>;
}

export interface BotUpdates {
  readonly webhook: { url: string; updatedAt: number } | null;
  /** Resolves with whether the webhook answered 200, or true when the update was polled. */
  push(update: BotUpdate): Promise<boolean>;
  setWebhook(webhook: { url: string; secret: string } | null): void;
  /** Asks the webhook whether it is there, and answers the status; 0 for no answer. */
  probe(): Promise<number>;
  /** One update, which is then used up, or null when none came within `timeoutMs` or the caller left. */
  take(timeoutMs: number, gone: AbortSignal): Promise<BotUpdate | null>;
  close(): void;
}

interface Options {
  settings: BotSettings;
  now: () => number;
  answerLimitMs: number;
}

interface Waiting {
  update: BotUpdate;
  done: (answered: boolean) => void;
}

/** The updates of one bot: posted once to its webhook, in order, or polled one at a time. There is no second attempt. */
export function openBotUpdates({ settings, now, answerLimitMs }: Options): BotUpdates {
  const waiting: Waiting[] = [];
  const pollers = new Set<() => void>();
  let webhook: { url: string; updatedAt: number; secret: string; post: Post } | null = null;
  let line = Promise.resolve();

  function pump(): void {
    for (const wake of pollers) wake();
    if (webhook === null) return;
    for (const { update, done } of waiting.splice(0)) {
      line = line.then(async () => done((await post(update)) === 200));
    }
  }

  async function post(content: unknown): Promise<number> {
    const target = webhook;
    if (target === null) return 0;
    const isUpdate = typeof content === 'object' && content !== null;
    const body = isUpdate
      ? JSON.stringify(settings.updates === 'wrapped' ? { ok: true, result: content } : content)
      : '';
    const headers = { 'content-type': 'application/json', 'X-Bot-Api-Secret-Token': target.secret };
    return statusWithin(answerLimitMs, () => target.post(body, headers));
  }

  async function take(timeoutMs: number, gone: AbortSignal): Promise<BotUpdate | null> {
    if (waiting.length === 0 && timeoutMs > 0) await something(timeoutMs, gone);
    if (gone.aborted) return null;
    const next = waiting.shift();
    next?.done(true);
    return next?.update ?? null;
  }

  async function something(timeoutMs: number, gone: AbortSignal): Promise<void> {
    const { promise, resolve: wake } = Promise.withResolvers<void>();
    const timer = setTimeout(wake, timeoutMs);
    gone.addEventListener('abort', () => wake());
    pollers.add(wake);
    await promise;
    pollers.delete(wake);
    clearTimeout(timer);
  }

  return {
    get webhook() {
      return webhook;
    },
    push(update) {
      const { promise, resolve: done } = Promise.withResolvers<boolean>();
      waiting.push({ update, done });
      pump();
      return promise;
    },
    setWebhook(to) {
      webhook = to === null ? null : { ...to, updatedAt: now(), post: poster(to.url, answerLimitMs) };
      pump();
    },
    probe: () => post(null),
    take,
    close() {
      webhook = null;
      pump();
      for (const { done } of waiting.splice(0)) done(false);
    },
  };
}
