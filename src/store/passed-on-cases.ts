import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { CaseRow } from './cases.ts';
import type { Tx } from './database.ts';
import { cases } from './schema/cases.ts';
import { messages, outbox } from './schema/conversations.ts';

/**
 * The open cases of an enterprise that hang on one of these chats, locked. What concerns conduct is not among them: it
 * stays with the one who reported it.
 */
export async function lockOpenCasesInChats(
  tx: Tx,
  enterpriseId: number,
  conversationIds: readonly number[],
): Promise<CaseRow[]> {
  if (conversationIds.length === 0) return [];
  return tx
    .select()
    .from(cases)
    .where(
      and(
        eq(cases.enterpriseId, enterpriseId),
        inArray(cases.conversationId, [...conversationIds]),
        sql`${cases.state} not in ('closed', 'merged')`,
        sql`${cases.kind} not in ('report', 'verification')`,
      ),
    )
    .orderBy(asc(cases.id))
    .for('update');
}

/** Puts cases into another chat, or into none. */
export async function moveCases(
  tx: Tx,
  caseIds: readonly number[],
  to: { contactId: number; conversationId: number } | null,
): Promise<void> {
  if (caseIds.length === 0) return;
  await tx
    .update(cases)
    .set({ contactId: to?.contactId ?? null, conversationId: to?.conversationId ?? null })
    .where(inArray(cases.id, [...caseIds]));
}

/**
 * What still waits to be said about cases of an enterprise in these chats, oldest first, locked. What is being sent at
 * this moment cannot be called back.
 */
export async function lockUnsaid(tx: Tx, enterpriseId: number, conversationIds: readonly number[]) {
  if (conversationIds.length === 0) return [];
  const { id, author, caseId } = messages;
  return tx
    .select({ outboxId: outbox.id, conversationId: outbox.conversationId, message: { id, author, caseId } })
    .from(outbox)
    .innerJoin(messages, eq(messages.id, outbox.messageId))
    .innerJoin(cases, eq(cases.id, messages.caseId))
    .where(
      and(
        inArray(outbox.conversationId, [...conversationIds]),
        inArray(outbox.state, ['queued', 'held']),
        eq(cases.enterpriseId, enterpriseId),
        sql`${cases.kind} not in ('report', 'verification')`,
      ),
    )
    .orderBy(asc(outbox.id))
    .for('update', { of: outbox });
}

/** Lets another chat say what waits. */
export async function sayElsewhere(
  tx: Tx,
  waiting: { outboxId: number; messageId: number; to: number },
  at: Date,
): Promise<void> {
  const { outboxId, messageId, to } = waiting;
  await tx
    .update(outbox)
    .set({ state: 'queued', conversationId: to, divertedFrom: null, dueAt: at, attempts: 0, partsSent: 0 })
    .where(eq(outbox.id, outboxId));
  await tx.update(messages).set({ conversationId: to, providerMessageId: null }).where(eq(messages.id, messageId));
}

export async function dropUnsaid(tx: Tx, outboxId: number, problem: string): Promise<void> {
  await tx.update(outbox).set({ state: 'failed', problem }).where(eq(outbox.id, outboxId));
}
