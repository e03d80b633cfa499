import { act, type Desk } from '../desk/act.ts';
import { recordDelivery } from '../desk/cases/record-delivery.ts';
import type { Logger } from '../log.ts';
import { type Loop, startLoop } from '../loop.ts';
import { noteAlertDelivered } from '../store/alerts.ts';
import { saveConversation } from '../store/conversations.ts';
import { noteChange } from '../store/live.ts';
import { setProviderMessageId } from '../store/messages.ts';
import {
  type Dispatch,
  lease,
  nearestRetryAt,
  type OutboxRow,
  readyToSend,
  saveOutbox,
  takeBack,
} from '../store/outbox.ts';
import type { Channel, Delivery } from './port.ts';

export interface Delivering {
  desk: Desk;
  channels: readonly Channel[];
  log: Logger;
}

const atOnce = 16;
const messagesAPass = 200;
const leaseMilliseconds = 60_000;
const longestIdleMilliseconds = 1000;
const mostAttempts = 12;

/** Sends what waits in the outbox, in order within each conversation. */
export function startDelivering(parts: Delivering): Loop {
  const loop = startLoop({
    pass: async () => ((await deliverPass(parts)) > 0 ? 'more' : { nextInMilliseconds: await idleTime(parts) }),
    onFault: (fault) => parts.log.error({ err: fault }, 'the outbox could not be worked through'),
  });
  parts.desk.announcements.on('outbox', loop.wake);
  return loop;
}

async function idleTime({ desk }: Delivering): Promise<number> {
  const next = await nearestRetryAt(desk.database.db);
  if (next === null) return longestIdleMilliseconds;
  return Math.min(longestIdleMilliseconds, Math.max(20, next.getTime() - desk.clock.now().getTime()));
}

/** One look at everything that may go out now. Returns how many messages came to an end, good or bad. */
export async function deliverPass(parts: Delivering): Promise<number> {
  const ready = await readyToSend(parts.desk.database.db, parts.desk.clock.now(), messagesAPass);
  let ended = 0;
  async function takeRows(): Promise<void> {
    for (let row = ready.shift(); row !== undefined; row = ready.shift()) {
      if (await deliverOne(parts, row)) ended += 1;
    }
  }
  await Promise.all(Array.from({ length: atOnce }, takeRows));
  return ended;
}

const inFlight = new Set<number>();

async function deliverOne(parts: Delivering, row: OutboxRow): Promise<boolean> {
  const { desk, channels, log } = parts;
  const now = desk.clock.now();
  // A clock pushed forward must not make us doubt a call of our own that is still under way.
  if (inFlight.has(row.id)) return false;
  if (row.state === 'sending') {
    const harmless = channels.filter(({ resending }) => resending === 'harmless').map(({ name }) => name);
    if (await takeBack(desk.database.db, row.id, harmless, now)) return true;
    // Whoever held the lease died between the call and its answer. It may have arrived: a person decides.
    await end(parts, row, { status: 'unknown', detail: 'The process ended while the message was going out' }, null);
    return true;
  }
  const dispatch = await lease(desk.database.db, row.id, new Date(now.getTime() + leaseMilliseconds));
  if (dispatch === null) return false;
  const { conversation } = dispatch;
  const channel = channels.find(
    ({ name, account }) => name === conversation.channel && account === conversation.account,
  );
  if (channel === undefined) {
    await retryLater(parts, dispatch, 60, `The channel ${conversation.channel} is not switched on`);
    return false;
  }
  inFlight.add(row.id);
  const outcome = await sendParts(parts, channel, dispatch)
    .catch((fault: unknown): Delivery => {
      log.error({ err: fault, outboxId: row.id }, 'a message could not be rendered or sent');
      return { status: 'refused', because: 'rejectedContent', detail: 'The message could not be rendered' };
    })
    .finally(() => inFlight.delete(row.id));
  if (outcome.status === 'tryLater' && dispatch.row.attempts < mostAttempts) {
    await retryLater(parts, dispatch, outcome.afterSeconds, outcome.detail);
    return false;
  }
  await end(parts, dispatch.row, outcome, dispatch);
  return true;
}

/** Sends the parts that have not gone out yet, noting each one, so that a retry never repeats a part. */
async function sendParts({ desk }: Delivering, channel: Channel, dispatch: Dispatch): Promise<Delivery> {
  const { row, message, conversation } = dispatch;
  const parts = channel.render({
    text: message.text,
    ...(message.choices === null ? {} : { choices: message.choices }),
  });
  let last: Delivery = { status: 'accepted', providerMessageId: null };
  for (const [index, part] of parts.entries()) {
    if (index < row.partsSent) continue;
    last = await channel.send(conversation.address, part);
    if (last.status !== 'accepted') return last;
    row.partsSent = index + 1;
    if (index + 1 < parts.length) await saveOutbox(desk.database.db, row.id, { partsSent: index + 1 });
  }
  return last;
}

async function retryLater(
  { desk }: Delivering,
  { row }: Dispatch,
  afterSeconds: number,
  problem: string,
): Promise<void> {
  const dueAt = new Date(desk.clock.now().getTime() + Math.max(0.2, afterSeconds) * 1000);
  const attempts = row.attempts + 1;
  await saveOutbox(desk.database.db, row.id, {
    state: 'queued',
    leasedUntil: null,
    attempts,
    dueAt,
    problem,
    partsSent: row.partsSent,
  });
}

const endState = { accepted: 'sent', refused: 'failed', tryLater: 'failed', unknown: 'unknown' } as const;

/** Notes how a message ended, and what follows from it: the clock of an answered case, an alert's delivery, a blocked chat. */
async function end({ desk }: Delivering, row: OutboxRow, outcome: Delivery, dispatch: Dispatch | null): Promise<void> {
  const problem = outcome.status === 'accepted' ? null : outcome.detail;
  await act(desk, { kind: 'channel', name: dispatch?.conversation.channel ?? 'outbox' }, async (current) => {
    const { tx, at } = current;
    await saveOutbox(tx, row.id, {
      state: endState[outcome.status],
      leasedUntil: null,
      problem,
      partsSent: row.partsSent,
      sentAt: outcome.status === 'accepted' ? at : null,
    });
    if (outcome.status === 'accepted') {
      if (outcome.providerMessageId !== null) await setProviderMessageId(tx, row.messageId, outcome.providerMessageId);
      await noteAlertDelivered(tx, row.messageId, at);
    }
    if (outcome.status === 'refused' && outcome.because === 'blockedByPerson') {
      await saveConversation(tx, row.conversationId, { blockedAt: at });
    }
    if (dispatch?.message.author === 'officer' && dispatch.message.caseId !== null) {
      await recordDelivery(current, { caseId: dispatch.message.caseId, messageId: row.messageId, problem });
    }
    const caseId = dispatch?.message.caseId ?? null;
    await noteChange(tx, { topic: 'conversation', conversationId: row.conversationId, caseId, at });
    current.wakes.add('live').add('outbox');
  });
}
