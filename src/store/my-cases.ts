import { and, desc, eq, lt, sql } from 'drizzle-orm';
import { type ChatSight, canSeeInChat } from '../rules/linking/chat-sight.ts';
import { type CaseRow, recallRaised } from './cases.ts';
import type { Db, Tx } from './database.ts';
import { remember } from './in-transaction.ts';
import { survivorOf } from './merged-cases.ts';
import { visibleInChat } from './represented.ts';
import { cases } from './schema/cases.ts';

/** The cases that show themselves in this chat, newest first, `limit` of them before `before`. */
export async function casesOfConversation(
  tx: Tx | Db,
  sight: ChatSight,
  page: { before?: number; limit: number },
): Promise<CaseRow[]> {
  const { before, limit } = page;
  const known = knownInChat(tx, sight);
  if (known !== null) return known.filter(({ id }) => before === undefined || id < before).slice(0, limit);
  const older = before === undefined ? sql`true` : lt(cases.id, before);
  const key = `cases of ${sight.conversationId} ${before} ${limit}`;
  return remember(tx, key, ['cases', 'contact_links', 'contacts', 'enterprises'], () =>
    tx
      .select()
      .from(cases)
      .where(and(visibleInChat(sight), older))
      .orderBy(desc(cases.id))
      .limit(limit),
  );
}

/** All cases that show themselves in a chat, newest first, where that is known without asking. */
function knownInChat(tx: Tx | Db, sight: ChatSight): CaseRow[] | null {
  // Cases of other chats show themselves here too once the person has several, or colleagues share theirs.
  const isAlone = sight.ownChats.size === 1 && sight.ownChats.has(sight.conversationId) && sight.shares.size === 0;
  const raised = isAlone ? recallRaised(tx, sight.conversationId) : null;
  return raised?.filter((row) => canSeeInChat(sight, row)) ?? null;
}

/** The cases raised in this chat, and still the person's, that ask something of somebody. */
export async function openCasesOf(tx: Tx | Db, sight: ChatSight): Promise<CaseRow[]> {
  const known = knownInChat(tx, sight);
  if (known !== null) return known.filter(({ state }) => state !== 'closed' && state !== 'merged').slice(0, 10);
  return tx
    .select()
    .from(cases)
    .where(
      and(
        eq(cases.conversationId, sight.conversationId),
        visibleInChat(sight),
        sql`${cases.state} not in ('closed', 'merged')`,
      ),
    )
    .orderBy(desc(cases.id))
    .limit(10);
}

/** The person's case under this number, or the one in which it goes on since it was merged. */
export async function ownCase(tx: Tx | Db, sight: ChatSight, reference: string): Promise<CaseRow | null> {
  const [row] = await tx
    .select()
    .from(cases)
    .where(and(visibleInChat(sight), eq(cases.reference, reference)));
  return row === undefined ? null : survivorOf(tx, row);
}

export async function referenceOf(tx: Tx | Db, caseId: number): Promise<string | null> {
  const [row] = await tx.select({ reference: cases.reference }).from(cases).where(eq(cases.id, caseId));
  return row?.reference ?? null;
}
