import { act, type Desk } from '../desk/act.ts';
import { giveUpOn } from '../dialogue/give-up.ts';
import { describeFault, type Logger } from '../log.ts';
import { type Loop, startLoop } from '../loop.ts';
import { lockConversation } from '../store/conversations.ts';
import {
  isPending,
  nearestDueAt,
  postponeArrival,
  settleArrival,
  type WaitingDelivery,
  waitingChats,
} from '../store/inbox.ts';
import { acknowledgePress, type ForgeryListener } from './acknowledge-press.ts';
import { type Adviser, heardPlan } from './advising.ts';
import { type ChatWork, handleBatch, rowsAChat } from './handle-batch.ts';
import { type ChatPlan, type PlannedItem, planChat } from './plan-chat.ts';
import type { Channel } from './port.ts';
import { openTurnstile, type Turnstile } from './turnstile.ts';

export interface Receiving {
  desk: Desk;
  channels: readonly Channel[];
  log: Logger;
  onForgery?: ForgeryListener;
  /** Helps where our own reading is unsure; without it everything is handled at once. */
  adviser?: Adviser | null;
}

// Transactions at once: one is opened, one is thought about, one is written. More of them only wait for each other.
const lanes = 3;
const chatsAPass = 192;
// Chats of one transaction. The more there are the less each costs, and the longer the others wait.
const chatsABatch = 24;
const rowsABatch = 160;
const lookAgainMilliseconds = 1000;
// What went wrong is mostly a bug or a passing fault of the database: three more tries within about ten seconds.
const retryMilliseconds = [500, 2000, 8000];

/** Works through the inbox: each conversation's messages in order, many conversations at once. */
export function startReceiving(parts: Receiving): Loop {
  const loop = startLoop({
    async pass() {
      const { handled, nextAt } = await lookOnce(parts);
      if (handled > 0) return 'more';
      const now = parts.desk.clock.now().getTime();
      const wait = nextAt === null ? lookAgainMilliseconds : nextAt.getTime() - now;
      return { nextInMilliseconds: Math.min(lookAgainMilliseconds, Math.max(1, wait)) };
    },
    onFault: (fault) => parts.log.error({ err: fault }, 'the inbox could not be worked through'),
  });
  parts.desk.announcements.on('inbox', loop.wake);
  return loop;
}

/** One look at everything that waits. Returns how many deliveries were handled. */
export async function receivePass(parts: Receiving): Promise<number> {
  return (await lookOnce(parts)).handled;
}

interface Waiting extends Pick<ChatWork, 'chat' | 'channel'> {
  rows: readonly WaitingDelivery[];
}

interface Planned extends ChatWork {
  plan: ChatPlan;
}

async function lookOnce(parts: Receiving): Promise<{ handled: number; nextAt: Date | null }> {
  const { database, clock } = parts.desk;
  const now = clock.now();
  const waiting = await waitingChats(database.db, now, { chats: chatsAPass, rowsAChat });
  const works = waiting.flatMap(({ chat, rows }): Waiting[] => {
    const channel = parts.channels.find(({ name, account }) => name === chat.channel && account === chat.account);
    // A channel that is switched off keeps its deliveries until it is back.
    return channel === undefined ? [] : [{ chat, channel, rows }];
  });

  let handled = 0;
  const planned: Planned[] = [];
  const batches = inBatches(works);
  const turnstile = openTurnstile();
  async function takeBatches(): Promise<void> {
    for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
      // Planned only now: one batch is understood while the database writes the one before it.
      const plans = batch.map(({ chat, channel, rows }): Planned => {
        const own = planChat(channel, rows, now);
        const plan = parts.adviser == null ? own : heardPlan(parts.adviser, { chat, channel }, own);
        return { chat, channel, items: plan.items, plan };
      });
      planned.push(...plans);
      const count = await work(
        parts,
        plans.filter(({ items }) => items.length > 0),
        turnstile,
      );
      handled += count;
    }
  }
  await Promise.all(Array.from({ length: lanes }, takeBatches));
  // One that cannot be read has its turn once nothing is before it.
  for (const { chat, channel, plan } of planned) {
    const { items, unreadable } = plan;
    if (unreadable !== null && items.length === 0) await fail(parts, { chat, channel, ...unreadable });
  }

  const times = planned.flatMap(({ plan }) => plan.waitUntil ?? []);
  const dueAt = handled > 0 ? null : await nearestDueAt(database.db, now);
  const nextAt = [...times, ...(dueAt === null ? [] : [dueAt])].toSorted((a, b) => a.getTime() - b.getTime())[0];
  return { handled, nextAt: nextAt ?? null };
}

/** Chats of one channel together, in the order in which they wait; with few of them, each by itself. */
function inBatches(works: readonly Waiting[]): Waiting[][] {
  const chats = Math.min(chatsABatch, Math.ceil(works.length / lanes));
  const batches: Waiting[][] = [];
  for (const own of Map.groupBy(works, ({ channel }) => channel).values()) {
    let batch: Waiting[] = [];
    let rows = 0;
    for (const work of own) {
      if (batch.length > 0 && (batch.length >= chats || rows + work.rows.length > rowsABatch)) {
        batches.push(batch);
        batch = [];
        rows = 0;
      }
      batch.push(work);
      rows += work.rows.length;
    }
    batches.push(batch);
  }
  return batches;
}

async function work(parts: Receiving, batch: readonly Planned[], turnstile: Turnstile): Promise<number> {
  const [first] = batch;
  if (first === undefined) return 0;
  for (const { chat, channel, items } of batch) {
    for (const { rows, reading } of items) {
      // Told at once and not after the commit: a press whose handling fails is answered too, and once.
      if (rows[0].attempts === 0) void acknowledgePress(channel, reading, parts.onForgery);
    }
    if (items.some(({ reading }) => reading.kind === 'message')) void channel.showTyping(chat.address);
  }
  try {
    const handled = await handleBatch(parts.desk, first.channel, batch, turnstile);
    if (handled > 0) parts.adviser?.forget(batch.flatMap(({ items }) => items.map(({ rows }) => rows[0].id)));
    return handled;
  } catch (fault) {
    if (batch.length === 1 && first.items.length === 1) {
      await failItem(parts, first, first.items[0], fault);
      return 0;
    }
  }
  return oneByOne(parts, batch, turnstile);
}

/** Something in the batch cannot be handled: everything else still is, and only that waits, with what is behind it. */
async function oneByOne(parts: Receiving, batch: readonly Planned[], turnstile: Turnstile): Promise<number> {
  let handled = 0;
  for (const work of batch) {
    for (const item of work.items) {
      try {
        handled += await handleBatch(parts.desk, work.channel, [{ ...work, items: [item] }], turnstile);
      } catch (fault) {
        await failItem(parts, work, item, fault);
        break;
      }
    }
  }
  return handled;
}

async function failItem(
  parts: Receiving,
  { chat, channel }: ChatWork,
  item: PlannedItem | undefined,
  fault: unknown,
): Promise<void> {
  if (item !== undefined) await fail(parts, { chat, channel, row: item.rows[0], others: item.rows.slice(1), fault });
}

interface Failure extends Pick<ChatWork, 'chat' | 'channel'> {
  row: WaitingDelivery;
  /** What the same message is made of besides. */
  others?: readonly WaitingDelivery[];
  fault: unknown;
}

/** A failed delivery waits and its later messages wait behind it; in the end a person is told and can look at it. */
async function fail({ desk, log }: Receiving, { chat, row, others = [], fault }: Failure): Promise<void> {
  log.error({ err: fault, inboxId: row.id }, 'a delivery could not be handled');
  const note = String(describeFault(fault).message);
  const wait = retryMilliseconds[row.attempts];
  await act(desk, { kind: 'channel', name: chat.channel }, async (current) => {
    const { tx, at } = current;
    if (wait !== undefined) {
      await postponeArrival(tx, row.id, row.attempts + 1, new Date(at.getTime() + wait), note);
      return;
    }
    const conversation = await lockConversation(tx, chat, at);
    // Another process may have been luckier, or have given up before us.
    if (!(await isPending(tx, row.id))) return;
    for (const { id } of [row, ...others]) await settleArrival(tx, id, 'failed', at, note);
    await giveUpOn(current, conversation, row.id);
  });
}
