import type { Assistant } from '../assistant/port.ts';
import type { Desk } from '../desk/act.ts';
import { advise, mayBeAdvised } from '../dialogue/advice/advise.ts';
import type { Understood } from '../dialogue/advice/advised.ts';
import { textOf } from '../dialogue/take-turn.ts';
import type { Understanding } from '../dialogue/understanding/understand.ts';
import type { Logger } from '../log.ts';
import type { ChatKey } from '../store/conversations.ts';
import type { ChatWork } from './handle-batch.ts';
import type { ChatPlan, PlannedItem } from './plan-chat.ts';

/** Has the model look at what the rules leave open, while other chats go on. */
export interface Adviser {
  /**
   * What a waiting delivery means. `asked` and then `wait`: the model has it, and the inbox is told once it has answered or
   * its time is over; until then the delivery stays where it is, with what is behind it.
   */
  hear(chat: ChatKey, inboxId: number, text: string, ours: Understanding | null): Understood | null | 'asked' | 'wait';
  /** Forgets what was handled. */
  forget(inboxIds: readonly number[]): void;
  /** Resolves once nothing is being asked. */
  settled(): Promise<void>;
}

// Deliveries under thought at once. Whoever comes beyond is answered by the rules: a slow model must not fill the look at
// the inbox with chats that wait.
const mostAtOnce = 48;
// Readings of deliveries that another process handled meanwhile; the oldest make room.
const mostKept = 500;

/**
 * The part of a plan that may be handled now. Only the delivery that is next in its chat is thought about: what is handled
 * before it may change what it means, or whether it may be sent out at all.
 */
export function heardPlan(
  adviser: Adviser,
  { chat, channel }: Pick<ChatWork, 'chat' | 'channel'>,
  plan: ChatPlan,
): ChatPlan {
  const items: PlannedItem[] = [];
  for (const item of plan.items) {
    const { reading, rows, understood } = item;
    const text = reading.kind === 'message' ? textOf(reading.message) : '';
    if (items.length > 0 && mayBeAdvised(text, understood)) return { items, unreadable: null, waitUntil: null };
    const heard = items.length > 0 ? understood : adviser.hear(chat, rows[0].id, text, understood);
    if (heard === 'asked') void channel.showTyping(chat.address);
    if (heard === 'asked' || heard === 'wait') return { items: [], unreadable: null, waitUntil: null };
    items.push({ ...item, understood: heard });
  }
  return { ...plan, items };
}

/** Kept in memory only: after a crash the delivery still waits in the inbox, and is asked about anew. */
export function openAdviser(parts: { desk: Desk; assistant: Assistant; log: Logger }): Adviser {
  const readings = new Map<number, Understood | null>();
  const underWay = new Map<number, Promise<void>>();

  async function ask(chat: ChatKey, inboxId: number, text: string, ours: Understanding): Promise<void> {
    const understood = await advise(parts, chat, text, ours).catch((fault: unknown) => {
      parts.log.error({ err: fault, inboxId }, 'the assistant could not be asked');
      return ours;
    });
    readings.set(inboxId, understood);
    const [oldest] = readings.keys();
    if (readings.size > mostKept && oldest !== undefined) readings.delete(oldest);
    underWay.delete(inboxId);
    parts.desk.announcements.announce(['inbox']);
  }

  return {
    hear(chat, inboxId, text, ours) {
      const known = readings.get(inboxId);
      if (known !== undefined) return known;
      if (underWay.has(inboxId)) return 'wait';
      if (!mayBeAdvised(text, ours) || underWay.size >= mostAtOnce) return ours;
      underWay.set(inboxId, ask(chat, inboxId, text, ours));
      return 'asked';
    },
    forget(inboxIds) {
      for (const id of inboxIds) readings.delete(id);
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay.values());
    },
  };
}
