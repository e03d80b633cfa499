import { type Disorder, type Fate, openDisorder } from './disorder.ts';
import { type Post, poster, statusWithin } from './post-event.ts';
import type { Account } from './settings.ts';
import { eventMac } from './signature.ts';

/** An event as it is posted. */
export interface SignedEvent {
  name: string;
  body: string;
  headers: Readonly<Record<string, string>>;
}

/** `lost` when no webhook was set, or when it was switched off before it answered 200. */
export type Outcome = 'answered' | 'lost';

export interface Pushed {
  event: SignedEvent;
  delivered: Promise<Outcome>;
}

export interface Webhook {
  /** Every event in order, posted or not. */
  readonly events: readonly SignedEvent[];
  /** Switched off by Zalo after the last retry; setting a webhook switches it on again. */
  readonly disabled: boolean;
  /** Posts answered 200; posts answered otherwise, late or not at all; events given up. */
  readonly counts: Readonly<{ answered: number; refused: number; lost: number }>;
  set(target: string | Post | null): void;
  /** Posts an event of any shape; `app_id` and `timestamp` are added. */
  push(about: string, content: Record<string, unknown>, options?: { template?: boolean }): Pushed;
  repeat(event: SignedEvent): Promise<Outcome>;
  duplicateNext(times: number): void;
  holdNext(times: number): void;
  release(): void;
  probe(body: string, headers: Record<string, string>): Promise<number>;
  sign(body: string, timestamp: string): Record<string, string>;
  /** Resolves when no event is under way or waits for a retry. Events held back do not count. */
  settled(): Promise<void>;
  close(): void;
}

interface Options {
  account: Account;
  now: () => number;
  /** The first pause of the ladder; the others keep their proportion to it. */
  retryMs: number;
  answerLimitMs: number;
  /** What an answer other than 200 leads to. No answer at all always leads to a retry. */
  badStatus: 'retry' | 'drop';
  disorder: Disorder | null;
}

interface Item extends Pushed {
  about: string;
  fate: Fate;
  resolve: (outcome: Outcome) => void;
}

// 30 seconds, 5, 15, 30 minutes and an hour, as multiples of the first.
const ladder = [1, 10, 30, 60, 120];

/**
 * The events of one app on their way to its webhook. The first attempts of one person's events keep their order, as far
 * as nothing was told to disturb it; a retry comes when it comes.
 */
export function openWebhook(options: Options): Webhook {
  const draw = options.disorder === null ? () => ({ twice: false, lateMs: 0 }) : openDisorder(options.disorder);
  const events: SignedEvent[] = [];
  const counts = { answered: 0, refused: 0, lost: 0 };
  const open = new Set<Item>();
  const timers = new Set<NodeJS.Timeout>();
  const lastOf = new Map<string, Promise<void>>();
  const held: Item[] = [];
  let post: Post | null = null;
  let disabled = false;
  let duplicatesLeft = 0;
  let holdsLeft = 0;
  let waiters: (() => void)[] = [];

  function itemOf(about: string, event: SignedEvent, fate: Fate): Item {
    const { promise: delivered, resolve } = Promise.withResolvers<Outcome>();
    return { about, event, fate, delivered, resolve };
  }

  function start(item: Item): void {
    open.add(item);
    if (item.fate.lateMs > 0) {
      after(item.fate.lateMs, () => void attempt(item, 0));
      return;
    }
    const turn = (lastOf.get(item.about) ?? Promise.resolve()).then(() => attempt(item, 0));
    lastOf.set(item.about, turn);
  }

  async function attempt(item: Item, retry: number): Promise<void> {
    const status = await postOnce(item, retry);
    if (!open.has(item)) return;
    if (status === 200) {
      if (item.fate.twice) await postOnce(item, retry);
      finish(item, 'answered');
    } else if (status === null || (status !== 0 && options.badStatus === 'drop')) finish(item, 'lost');
    else climb(item, retry);
  }

  function climb(item: Item, retry: number): void {
    const pause = ladder[retry];
    if (pause === undefined) disable();
    else after(pause * options.retryMs, () => void attempt(item, retry + 1));
  }

  // Null when there is nowhere to post to.
  async function postOnce({ event }: Item, retry: number): Promise<number | null> {
    const target = post;
    if (target === null || disabled) return null;
    const headers = { ...event.headers, ...(retry === 0 ? {} : { num_retry: String(retry) }) };
    const status = await statusWithin(options.answerLimitMs, () => target(event.body, headers));
    if (status === 200) counts.answered += 1;
    else counts.refused += 1;
    return status;
  }

  function finish(item: Item, outcome: Outcome): void {
    if (!open.delete(item)) return;
    if (outcome === 'lost') counts.lost += 1;
    item.resolve(outcome);
    if (open.size > 0) return;
    for (const resolve of waiters.splice(0)) resolve();
  }

  function disable(): void {
    disabled = true;
    giveUp();
  }

  function giveUp(): void {
    for (const timer of timers) clearTimeout(timer);
    timers.clear();
    for (const item of [...open]) finish(item, 'lost');
  }

  function after(milliseconds: number, act: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      act();
    }, milliseconds);
    timers.add(timer);
  }

  function sign(body: string, timestamp: string): Record<string, string> {
    const { appId, oaSecretKey } = options.account;
    const mac = eventMac({ appId, body, timestamp, oaSecretKey });
    return { 'content-type': 'application/json; charset=utf-8', 'X-ZEvent-Signature': `mac=${mac}` };
  }

  return {
    events,
    get disabled() {
      return disabled;
    },
    counts,
    set(target) {
      post = target === null ? null : poster(target, options.answerLimitMs);
      disabled = false;
    },
    push(about, content, { template = false } = {}) {
      const timestamp = String(options.now());
      const body = JSON.stringify({ app_id: options.account.appId, ...content, timestamp });
      const headers = { ...sign(body, timestamp), ...(template ? { 'X-ZEvent-Server': 'ZNS' } : {}) };
      const event = { name: String(content.event_name ?? ''), body, headers };
      events.push(event);

      const fate = draw();
      const item = itemOf(about, event, { ...fate, twice: fate.twice || duplicatesLeft > 0 });
      duplicatesLeft = Math.max(0, duplicatesLeft - 1);
      if (holdsLeft > 0) {
        holdsLeft -= 1;
        held.push(item);
      } else start(item);
      return { event, delivered: item.delivered };
    },
    repeat(event) {
      const item = itemOf('', event, { twice: false, lateMs: 0 });
      start(item);
      return item.delivered;
    },
    duplicateNext(times) {
      duplicatesLeft += times;
    },
    holdNext(times) {
      holdsLeft += times;
    },
    release() {
      holdsLeft = 0;
      for (const item of held.splice(0)) start(item);
    },
    async probe(body, headers) {
      const target = post;
      if (target === null) throw new Error('There is no webhook to probe');
      return statusWithin(options.answerLimitMs, () => target(body, headers));
    },
    sign,
    settled() {
      if (open.size === 0) return Promise.resolve();
      const { promise, resolve } = Promise.withResolvers<void>();
      waiters.push(resolve);
      return promise;
    },
    close() {
      post = null;
      waiters = [];
      giveUp();
    },
  };
}
