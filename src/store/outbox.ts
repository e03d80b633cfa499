import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { ConversationRow } from './conversations.ts';
import type { Db, Tx } from './database.ts';
import { conversations, messages, outbox } from './schema/conversations.ts';

export type OutboxRow = typeof outbox.$inferSelect;

export async function enqueue(tx: Tx, row: { messageId: number; conversationId: number; dueAt: Date }): Promise<void> {
  await tx.insert(outbox).values({ ...row, state: 'queued' });
}

export interface Dispatch {
  row: OutboxRow;
  message: {
    id: number;
    text: string;
    choices: (typeof messages.$inferSelect)['choices'];
    author: string;
    caseId: number | null;
  };
  conversation: ConversationRow;
}

/**
 * The oldest unfinished message of each conversation, where it may go out by `now`. Later messages of a conversation
 * wait behind it, so what people read keeps its order.
 */
export async function readyToSend(db: Db, now: Date, limit: number): Promise<OutboxRow[]> {
  const heads = db
    .selectDistinctOn([outbox.conversationId])
    .from(outbox)
    .where(sql`${outbox.state} in ('queued', 'sending')`)
    .orderBy(asc(outbox.conversationId), asc(outbox.id))
    .as('heads');
  return db
    .select()
    .from(heads)
    .where(
      sql`(${heads.state} = 'queued' and ${heads.dueAt} <= ${now.toISOString()})
       or (${heads.state} = 'sending' and ${heads.leasedUntil} <= ${now.toISOString()})`,
    )
    .orderBy(asc(heads.id))
    .limit(limit);
}

/** When the deliverer has to look again by itself; null when nothing waits. */
export async function nearestRetryAt(db: Db): Promise<Date | null> {
  const [row] = await db
    .select({
      at: sql<
        string | null
      >`min(case when ${outbox.state} = 'queued' then ${outbox.dueAt} else ${outbox.leasedUntil} end)`,
    })
    .from(outbox)
    .where(sql`${outbox.state} in ('queued', 'sending')`);
  return row?.at == null ? null : new Date(row.at);
}

/** Takes a queued row for sending; null when another process was first. */
export async function lease(db: Db, id: number, until: Date): Promise<Dispatch | null> {
  const [row] = await db
    .update(outbox)
    .set({ state: 'sending', leasedUntil: until })
    .where(and(eq(outbox.id, id), eq(outbox.state, 'queued')))
    .returning();
  if (row === undefined) return null;
  const [found] = await db
    .select({ message: messages, conversation: conversations })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, row.conversationId))
    .where(eq(messages.id, row.messageId));
  if (found === undefined) throw new Error(`Outbox row ${id} has no message`);
  const { id: messageId, text, choices, author, caseId } = found.message;
  return { row, message: { id: messageId, text, choices, author, caseId }, conversation: found.conversation };
}

export async function saveOutbox(tx: Tx | Db, id: number, change: Partial<typeof outbox.$inferInsert>): Promise<void> {
  await tx.update(outbox).set(change).where(eq(outbox.id, id));
}

/** Takes a row back from a process that died while sending, if sending it again shows nothing twice. */
export async function takeBack(db: Db, id: number, harmlessChannels: readonly string[], now: Date): Promise<boolean> {
  if (harmlessChannels.length === 0) return false;
  const rows = await db
    .update(outbox)
    .set({ state: 'queued', leasedUntil: null, dueAt: now })
    .where(
      and(
        eq(outbox.id, id),
        eq(outbox.state, 'sending'),
        sql`exists (select 1 from conversations c where c.id = ${outbox.conversationId} and ${inArray(sql`c.channel`, [...harmlessChannels])})`,
      ),
    )
    .returning({ id: outbox.id });
  return rows.length > 0;
}

/** Puts a message that was given up or whose fate is unknown back in the queue, at a person's word. */
export async function requeue(tx: Tx, messageId: number, dueAt: Date): Promise<boolean> {
  const rows = await tx
    .update(outbox)
    .set({ state: 'queued', dueAt, attempts: 0, problem: null, leasedUntil: null })
    .where(and(eq(outbox.messageId, messageId), sql`${outbox.state} in ('failed', 'unknown')`))
    .returning({ id: outbox.id });
  return rows.length > 0;
}
