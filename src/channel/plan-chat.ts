import type { Understood } from '../dialogue/advice/advised.ts';
import { understandIncoming } from '../dialogue/take-turn.ts';
import type { WaitingDelivery } from '../store/inbox.ts';
import { albumAt, type WaitingReading } from './gather-album.ts';
import type { Channel, Reading } from './port.ts';

/** One thing to handle, and the deliveries that it is made of: one, or those of an album. */
export interface PlannedItem {
  rows: readonly [WaitingDelivery, ...WaitingDelivery[]];
  reading: Reading;
  understood: Understood | null;
}

export interface ChatPlan {
  items: PlannedItem[];
  /** The delivery behind the items that cannot be read. */
  unreadable: { row: WaitingDelivery; fault: unknown } | null;
  /** When to look again for what comes after the items; null where that is known from the inbox. */
  waitUntil: Date | null;
}

/**
 * Reads and understands what a chat waits for, outside any transaction, as far as it may be handled by `now`. A delivery
 * that has to wait stops those behind it.
 */
export function planChat(channel: Pick<Channel, 'read'>, rows: readonly WaitingDelivery[], now: Date): ChatPlan {
  const items: PlannedItem[] = [];
  const taken = new Set<number>();
  for (const [index, row] of rows.entries()) {
    if (taken.has(row.id)) continue;
    if (row.dueAt.getTime() > now.getTime()) break;
    const head = tryRead(channel, row);
    if ('fault' in head) return { items, unreadable: { row, fault: head.fault }, waitUntil: null };
    const following = () =>
      rows
        .slice(index + 1)
        .filter(({ id }) => !taken.has(id))
        .map((each) => waitingReading(each, tryRead(channel, each)));
    const album = isPart(head.reading)
      ? albumAt(waitingReading(row, head), following(), now)
      : ({ kind: 'single' } as const);
    if (album.kind === 'wait') return { items, unreadable: null, waitUntil: album.until };
    const parts = album.kind === 'whole' ? new Set(album.rows) : new Set([row.id]);
    const reading: Reading = album.kind === 'whole' ? { kind: 'message', message: album.message } : head.reading;
    const others = rows.filter(({ id }) => id !== row.id && parts.has(id));
    for (const id of parts) taken.add(id);
    items.push({
      rows: [row, ...others],
      reading,
      understood: reading.kind === 'message' ? understandIncoming(reading.message) : null,
    });
  }
  return { items, unreadable: null, waitUntil: null };
}

type Read = { reading: Reading } | { fault: unknown };

function tryRead(channel: Pick<Channel, 'read'>, row: WaitingDelivery): Read {
  try {
    return { reading: channel.read(parsed(row.body)) };
  } catch (fault) {
    return { fault };
  }
}

function waitingReading({ id, receivedAt }: WaitingDelivery, read: Read): WaitingReading {
  return { id, receivedAt, reading: 'fault' in read ? { kind: 'ignored', because: 'unreadable' } : read.reading };
}

function isPart(reading: Reading): boolean {
  return (
    reading.kind === 'message' &&
    reading.message.content.kind === 'files' &&
    reading.message.content.album !== undefined
  );
}

function parsed(body: string): unknown {
  // What could not be stored arrives as an escape; most bodies hold none that matters, and a reviver is slow.
  if (!/\\u(?:0000|d[89a-f])/i.test(body)) return JSON.parse(body);
  return JSON.parse(body, (_, value: unknown) => (typeof value === 'string' ? storable(value) : value));
}

// PostgreSQL's text holds every character but NUL, and its jsonb no half of a pair.
function storable(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD').toWellFormed();
}
