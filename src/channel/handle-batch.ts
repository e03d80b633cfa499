import { act, type Desk } from '../desk/act.ts';
import { applyEarlyEdits } from '../desk/conversations/apply-early-news.ts';
import { releaseHeld } from '../desk/conversations/release-held.ts';
import { type ChatKey, conversationById } from '../store/conversations.ts';
import { settleArrival } from '../store/inbox.ts';
import { openTurns } from '../store/turns.ts';
import { handleReading } from './handle-reading.ts';
import type { PlannedItem } from './plan-chat.ts';
import type { Channel, Reading } from './port.ts';
import type { Turnstile } from './turnstile.ts';

/** What is to be handled in one chat, in order. */
export interface ChatWork {
  chat: ChatKey;
  channel: Channel;
  items: readonly PlannedItem[];
}

/**
 * Handles the oldest deliveries of several chats in one transaction: all of it happens or nothing. Returns how many
 * deliveries that were; those that another process has in hand, or that are no longer next, are left alone.
 */
export async function handleBatch(
  desk: Desk,
  channel: Channel,
  works: readonly ChatWork[],
  turnstile: Turnstile,
): Promise<number> {
  let handled = 0;
  await act(desk, { kind: 'channel', name: channel.name }, async (current) => {
    const { tx, at } = current;
    handled = 0;
    const wanted = works.flatMap(({ chat, items }) => {
      const [first] = items;
      return first === undefined ? [] : [{ chat, headId: first.rows[0].id, count: items.length }];
    });
    const open = await openTurns(tx, wanted, at, rowsAChat);
    // One batch thinks while the one before it is written and committed. Two that think at once would mostly wait for
    // each other: whoever opens a case holds the counter of the case numbers until its commit.
    const leave = await turnstile.enter();
    try {
      await handleChats();
    } finally {
      leave();
    }

    async function handleChats(): Promise<void> {
      for (const { chat, items } of works) {
        const turn = open.get(chat);
        if (turn === undefined) continue;
        let { pending, hasHeld, hasEarlyEdit } = turn;
        for (const { rows, reading, understood } of items) {
          // An earlier delivery came meanwhile, or another process was first: the next look plans anew.
          if (pending[0] !== rows[0].id || !rows.every(({ id }) => pending.includes(id))) break;
          const conversation = await conversationById(tx, turn.conversationId);
          await handleReading(current, conversation, reading, rows[0].id, understood);
          if (reading.kind === 'edit') hasEarlyEdit = true;
          if (hasEarlyEdit && reading.kind === 'message') await applyEarlyEdits(current, conversation);
          const [state, note] =
            reading.kind === 'ignored' ? (['ignored', reading.because] as const) : (['done', null] as const);
          for (const { id } of rows) await settleArrival(tx, id, state, at, note);
          pending = pending.filter((id) => !rows.some((row) => row.id === id));
          handled += rows.length;
          if (hasHeld && opensWindow(reading)) {
            hasHeld = false;
            await releaseHeld(current, turn.conversationId);
          }
          // What came for the old address belongs to another conversation from here on.
          if (reading.kind === 'moved') break;
        }
      }
    }
  });
  return handled;
}

/** A chat that floods us lets the others have a turn after so many deliveries. */
export const rowsAChat = 20;

// Something the person did: the platform lets us answer.
function opensWindow(reading: Reading): boolean {
  return reading.kind === 'message' || (reading.kind === 'presence' && reading.change === 'came');
}
