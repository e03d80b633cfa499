import { createHash } from 'node:crypto';
import type { Desk } from '../desk/act.ts';
import type { Db } from '../store/database.ts';
import { type Arrival, keepArrivals } from '../store/inbox.ts';
import type { Channel } from './port.ts';

/** What makes a delivery recognisable: the platform's id of it, and the chat it belongs to. */
interface Receipt {
  updateId: string;
  conversationAddress: string | null;
  /** The platform's own count of its deliveries, where it is another than the id. */
  ordinal?: number | null;
}

export type ReceiptReader = (body: unknown) => Receipt | null;

/**
 * Keeps one authentic delivery before anything is understood. What cannot be read is kept too, where a person can look
 * at it: asking the platform to send it again would change nothing. False for a delivery that is already here.
 */
export async function keepDelivery(
  {
    desk,
    channel,
    receiptOf,
  }: {
    desk: Desk;
    channel: Pick<Channel, 'name' | 'account' | 'gatherMilliseconds'>;
    receiptOf: ReceiptReader;
  },
  rawBody: string,
): Promise<boolean> {
  const { gatherMilliseconds } = channel;
  const receivedAt = desk.clock.now();
  const dueAt = new Date(receivedAt.getTime() + gatherMilliseconds);
  // PostgreSQL's text holds every character but this one, which no JSON text contains unescaped.
  const body = storable(rawBody);
  const delivery = { channel: channel.name, account: channel.account, body, receivedAt, dueAt };
  const isNew = await keepInTurn(desk.database.db, { ...delivery, ...judge(rawBody, body, receiptOf) });
  if (isNew) setTimeout(() => desk.announcements.announce(['inbox']), gatherMilliseconds).unref();
  return isNew;
}

type Judged = Pick<Arrival, 'updateId' | 'ordinal' | 'address' | 'state' | 'note'>;

function judge(rawBody: string, body: string, receiptOf: ReceiptReader): Judged {
  const parsed = parse(body);
  const receipt = parsed === undefined ? null : receiptOf(parsed);
  if (receipt === null) {
    const updateId = `sha256:${createHash('sha256').update(rawBody).digest('hex')}`;
    const note = parsed === undefined ? 'not JSON' : 'no update id';
    return { updateId, address: null, state: 'malformed', note };
  }
  const { conversationAddress: address } = receipt;
  const updateId = storable(receipt.updateId);
  const ordinal = receipt.ordinal ?? (/^\d{1,15}$/.test(updateId) ? Number(updateId) : null);
  return address === null
    ? { updateId, ordinal, address, state: 'ignored', note: 'belongs to no chat' }
    : { updateId, ordinal, address: storable(address), state: 'pending' };
}

interface Waiting {
  arrival: Arrival;
  resolve: (isNew: boolean) => void;
  reject: (fault: unknown) => void;
}

const intakes = new WeakMap<Db, Waiting[]>();

/**
 * Keeps deliveries in the order in which they came in, and those that come in while others are being kept in one
 * statement and one commit: each request is answered after the commit that holds its delivery. At the rate that the
 * worker can follow, about a dozen share one.
 */
function keepInTurn(db: Db, arrival: Arrival): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const queue = intakes.get(db);
    if (queue !== undefined) {
      queue.push({ arrival, resolve, reject });
      return;
    }
    intakes.set(db, [{ arrival, resolve, reject }]);
    // Requests that were read together are kept together.
    setImmediate(() => void keepQueue(db));
  });
}

const mostTogether = 100;

async function keepQueue(db: Db): Promise<void> {
  const queue = intakes.get(db) ?? [];
  while (queue.length > 0) {
    const together = queue.splice(0, mostTogether);
    try {
      const isNew = await keepArrivals(
        db,
        together.map(({ arrival }) => arrival),
      );
      for (const [index, { resolve }] of together.entries()) resolve(isNew[index] === true);
    } catch {
      // One that cannot be kept takes no other with it.
      for (const each of together) await keepAlone(db, each);
    }
  }
  intakes.delete(db);
}

async function keepAlone(db: Db, { arrival, resolve, reject }: Waiting): Promise<void> {
  try {
    const [isNew] = await keepArrivals(db, [arrival]);
    resolve(isNew === true);
  } catch (fault) {
    reject(fault);
  }
}

function storable(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD').toWellFormed();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
