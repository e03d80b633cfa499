import { and, asc, eq, gte, inArray, lte, or, sql } from 'drizzle-orm';
import type { ConversationRow } from './conversations.ts';
import type { Db, Tx } from './database.ts';
import { workingSetOf } from './in-transaction.ts';
import { conversations, type FileState, messages, type OutboxState, outbox } from './schema/conversations.ts';

export type OutboxRow = typeof outbox.$inferSelect;

export async function enqueue(tx: Tx, row: { messageId: number; conversationId: number; dueAt: Date }): Promise<void> {
  workingSetOf(tx).insert(outbox, { ...row, state: 'queued' });
}

/** A file that goes out with a message, as far as it is here. */
export interface DispatchFile {
  id: number;
  name: string;
  mediaType: string | null;
  claimedType: string | null;
  size: number | null;
  state: FileState;
}

/** A row of the outbox with everything that sending it needs. */
export interface Dispatch {
  row: OutboxRow;
  message: Pick<
    typeof messages.$inferSelect,
    'id' | 'text' | 'choices' | 'detail' | 'author' | 'caseId' | 'at' | 'providerMessageId'
  >;
  conversation: ConversationRow;
  files: readonly DispatchFile[];
}

/** The named rows, in the order in which they were written. */
export async function dispatches(db: Db | Tx, ids: readonly number[]): Promise<Dispatch[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      row: outbox,
      message: {
        id: messages.id,
        text: messages.text,
        choices: messages.choices,
        detail: messages.detail,
        author: messages.author,
        caseId: messages.caseId,
        at: messages.at,
        providerMessageId: messages.providerMessageId,
      },
      conversation: conversations,
      files: sql<DispatchFile[] | null>`(
        select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type,
          'claimedType', f.claimed_type, 'size', f.size, 'state', f.state) order by f.id)
        from files f where f.message_id = ${outbox.messageId})`,
    })
    .from(outbox)
    .innerJoin(messages, eq(messages.id, outbox.messageId))
    .innerJoin(conversations, eq(conversations.id, outbox.conversationId))
    .where(inArray(outbox.id, [...ids]))
    .orderBy(asc(outbox.id));
  return rows.map(({ files, ...row }) => ({ ...row, files: files ?? [] }));
}

/** What waits by `now`, the oldest of each conversation: for a desk that plays the past and writes to nobody. */
export async function waitingHeads(db: Db, now: Date, limit: number): Promise<Dispatch[]> {
  const heads = await db
    .selectDistinctOn([outbox.conversationId], { id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.state, 'queued'), lte(outbox.dueAt, now)))
    .orderBy(asc(outbox.conversationId), asc(outbox.id))
    .limit(limit);
  return dispatches(
    db,
    heads.map(({ id }) => id),
  );
}

export async function saveOutbox(tx: Tx | Db, id: number, change: Partial<typeof outbox.$inferInsert>): Promise<void> {
  await tx.update(outbox).set(change).where(eq(outbox.id, id));
}

/**
 * Changes a row that is still leased until `leasedUntil`. False when the lease was lost meanwhile: whoever has the row
 * now knows better.
 */
export async function saveLeased(
  tx: Tx | Db,
  row: Pick<OutboxRow, 'id' | 'leasedUntil'>,
  change: Partial<typeof outbox.$inferInsert>,
): Promise<boolean> {
  if (row.leasedUntil === null) return false;
  const rows = await tx
    .update(outbox)
    .set(change)
    .where(and(eq(outbox.id, row.id), eq(outbox.state, 'sending'), eq(outbox.leasedUntil, row.leasedUntil)))
    .returning({ id: outbox.id });
  return rows.length > 0;
}

/**
 * Changes a row whose part number `partsSent` is now known to have arrived, whoever holds the row: proof beats doubt.
 * False when that part is noted already.
 */
export async function saveProven(
  tx: Tx | Db,
  row: Pick<OutboxRow, 'id' | 'partsSent'>,
  change: Partial<typeof outbox.$inferInsert>,
): Promise<boolean> {
  const rows = await tx
    .update(outbox)
    .set(change)
    .where(
      and(
        eq(outbox.id, row.id),
        eq(outbox.partsSent, row.partsSent),
        inArray(outbox.state, ['sending', 'unknown', 'queued']),
      ),
    )
    .returning({ id: outbox.id });
  return rows.length > 0;
}

/**
 * Puts a message that did not arrive, or perhaps not, back in the queue of the chat it was written for. False when it is
 * on its way or has arrived, for an alert whose officer that chat no longer belongs to, and for what concerns an enterprise
 * that the chat's person no longer speaks for.
 */
export async function requeue(tx: Tx, messageId: number, dueAt: Date): Promise<boolean> {
  const [row] = await tx
    .update(outbox)
    .set({
      state: 'queued',
      dueAt,
      attempts: 0,
      problem: null,
      leasedUntil: null,
      doubtedAt: null,
      doubtChecks: 0,
      // A chat that took over begins from the first part, and so does the first chat after it.
      partsSent: sql`case when ${outbox.divertedFrom} is null then ${outbox.partsSent} else 0 end`,
      conversationId: sql`coalesce(${outbox.divertedFrom}, ${outbox.conversationId})`,
      divertedFrom: null,
    })
    .where(
      and(
        eq(outbox.messageId, messageId),
        inArray(outbox.state, ['failed', 'unknown', 'held']),
        sql`not exists (
          select from alerts a join conversations c on c.id = coalesce(${outbox.divertedFrom}, ${outbox.conversationId})
           where a.message_id = ${outbox.messageId} and a.officer_id is distinct from c.officer_id)`,
        sql`not exists (
          select from messages m join cases k on k.id = m.case_id
            join conversations c on c.id = coalesce(${outbox.divertedFrom}, ${outbox.conversationId})
           where m.id = ${outbox.messageId} and c.contact_id is not null and c.officer_id is null
             and k.enterprise_id is not null and k.kind not in ('report', 'verification')
             and exists (select from contact_links l
               where l.contact_id = c.contact_id and l.enterprise_id = k.enterprise_id and l.ended_by is not null)
             and not exists (select from contact_links l
               where l.contact_id = c.contact_id and l.enterprise_id = k.enterprise_id and l.ended_by is null))`,
      ),
    )
    .returning({ conversationId: outbox.conversationId });
  if (row === undefined) return false;
  await tx.update(messages).set({ conversationId: row.conversationId }).where(eq(messages.id, messageId));
  return true;
}

/**
 * Gives a leased message to another chat of the same person, which shows it in its thread from now on and sends it from
 * its first part. False when the lease was lost.
 */
export async function divert(tx: Tx, row: OutboxRow, { to, at }: { to: number; at: Date }): Promise<boolean> {
  const taken = await saveLeased(tx, row, {
    state: 'queued',
    conversationId: to,
    divertedFrom: row.divertedFrom ?? row.conversationId,
    dueAt: at,
    attempts: 0,
    partsSent: 0,
    leasedUntil: null,
    problem: null,
  });
  if (taken) {
    await tx
      .update(messages)
      .set({ conversationId: to, providerMessageId: null })
      .where(eq(messages.id, row.messageId));
  }
  return taken;
}

/** Puts what waited for the person to write back in the queue. True when there was something. */
export async function queueHeld(tx: Tx, conversationId: number, at: Date): Promise<boolean> {
  const rows = await tx
    .update(outbox)
    .set({ state: 'queued', dueAt: at, problem: null })
    .where(and(eq(outbox.conversationId, conversationId), eq(outbox.state, 'held')))
    .returning({ id: outbox.id });
  return rows.length > 0;
}

/** When the person was last told, in this chat, that something waits. */
export async function lastKnockedAt(db: Db | Tx, conversationId: number): Promise<Date | null> {
  const [row] = await db
    .select({ at: sql<string | null>`max(${outbox.knockedAt})` })
    .from(outbox)
    .where(eq(outbox.conversationId, conversationId));
  return row?.at == null ? null : new Date(row.at);
}

/** A message whose arrival we have not been told of. */
export interface OpenRow {
  row: OutboxRow;
  message: Pick<typeof messages.$inferSelect, 'id' | 'text' | 'author' | 'caseId'>;
  hasFiles: boolean;
}

/** Messages of a chat that are under way, and then those whose outcome is unknown since `since` at most; oldest first. */
export async function openRows(tx: Tx, conversationId: number, since: Date): Promise<OpenRow[]> {
  const { id, text, author, caseId } = messages;
  return tx
    .select({
      row: outbox,
      message: { id, text, author, caseId },
      hasFiles: sql<boolean>`exists (select from files f where f.message_id = ${outbox.messageId})`,
    })
    .from(outbox)
    .innerJoin(messages, eq(messages.id, outbox.messageId))
    .where(
      and(
        eq(outbox.conversationId, conversationId),
        or(eq(outbox.state, 'sending'), and(eq(outbox.state, 'unknown'), gte(outbox.doubtedAt, since))),
      ),
    )
    .orderBy(asc(outbox.state), asc(outbox.id));
}

/** The row of a message of ours that stands in one of `states`; null when it does not. */
export async function rowOfMessage(
  tx: Tx,
  messageId: number,
  states: readonly OutboxState[],
): Promise<OutboxRow | null> {
  const [row] = await tx
    .select()
    .from(outbox)
    .where(and(eq(outbox.messageId, messageId), inArray(outbox.state, [...states])));
  return row ?? null;
}
