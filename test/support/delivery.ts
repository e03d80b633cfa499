import { eq } from 'drizzle-orm';
import { deliverPass } from '../../src/channel/delivering.ts';
import type { Channel } from '../../src/channel/port.ts';
import { act } from '../../src/desk/act.ts';
import { type Saying, say } from '../../src/desk/conversations/say.ts';
import { openLog } from '../../src/log.ts';
import { type ConversationRow, conversationById } from '../../src/store/conversations.ts';
import { conversations, messages, outbox } from '../../src/store/schema/conversations.ts';
import type { TestDesk } from './desk.ts';

export interface DeliveryRig {
  /** Says something in a chat, the contact's own unless told. Answers the message's id. */
  says(text: string, said?: Partial<Saying>): Promise<number>;
  /** Sends until nothing more goes out at this instant. */
  deliver(): Promise<void>;
  /** One look, as another process would take it. */
  pass(channels?: readonly Channel[]): Promise<number>;
  /** How far a message got, and everything the outbox knows of it. */
  rowOf(messageId: number): Promise<typeof outbox.$inferSelect>;
  /** States of all messages, in the order in which they were said. */
  states(): Promise<string[]>;
  /** One more chat, of the contact unless told. */
  chat(change: Partial<typeof conversations.$inferInsert>): Promise<ConversationRow>;
}

export function openDelivery(
  desk: TestDesk,
  channels: readonly Channel[],
  options: { filesDirectory?: string; random?: () => number } = {},
): DeliveryRig {
  const { db } = desk.database;
  const parts = { desk, channels, log: openLog('silent'), random: () => 1, ...options };

  return {
    says: (text, said = {}) =>
      act(desk, { kind: 'schedule', name: 'test' }, (current) =>
        say(current, { conversationId: desk.organisation.conversationId, message: { text }, ...said }),
      ),
    async deliver() {
      for (let passes = 0; (await deliverPass(parts)) > 0; passes += 1)
        if (passes > 500) throw new Error('Sending never comes to an end');
    },
    pass: (others = channels) => deliverPass({ ...parts, channels: others }),
    async rowOf(messageId) {
      const [row] = await db.select().from(outbox).where(eq(outbox.messageId, messageId));
      if (row === undefined) throw new Error(`Message ${messageId} is not in the outbox`);
      return row;
    },
    async states() {
      const rows = await db
        .select({ state: outbox.state })
        .from(outbox)
        .innerJoin(messages, eq(messages.id, outbox.messageId))
        .orderBy(messages.id);
      return rows.map(({ state }) => state);
    },
    async chat(change) {
      const at = desk.clock.now();
      const [row] = await db
        .insert(conversations)
        .values({
          channel: 'telegram',
          account: '7000000001',
          address: '900002',
          contactId: desk.organisation.contactId,
          dialogue: {},
          createdAt: at,
          lastMessageAt: at,
          lastInteractionAt: at,
          ...change,
        })
        .returning({ id: conversations.id });
      return conversationById(db, row?.id ?? 0);
    },
  };
}
