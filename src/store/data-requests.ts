import { and, asc, desc, eq, inArray, isNull, lt, lte } from 'drizzle-orm';
import type { ChannelName } from '../channel/port.ts';
import type { DataRequestKind, DataRequestState } from '../rules/privacy/data-request.ts';
import type { Db, Tx } from './database.ts';
import { conversations } from './schema/conversations.ts';
import { contacts } from './schema/enterprises.ts';
import { dataRequests } from './schema/privacy.ts';

export type DataRequestRow = typeof dataRequests.$inferSelect;

const unfinished: readonly DataRequestState[] = ['preparing', 'waiting'];

/** Null where the same is asked already and not finished. */
export async function insertDataRequest(
  tx: Tx,
  row: Omit<typeof dataRequests.$inferInsert, 'id'>,
): Promise<DataRequestRow | null> {
  const [inserted] = await tx.insert(dataRequests).values(row).onConflictDoNothing().returning();
  return inserted ?? null;
}

/** What was asked in these chats and is not finished. */
export async function openDataRequests(tx: Tx | Db, conversationIds: readonly number[]): Promise<DataRequestRow[]> {
  if (conversationIds.length === 0) return [];
  return tx
    .select()
    .from(dataRequests)
    .where(
      and(inArray(dataRequests.conversationId, [...conversationIds]), inArray(dataRequests.state, [...unfinished])),
    )
    .orderBy(asc(dataRequests.id));
}

/** The request, locked until the transaction ends. */
export async function lockDataRequest(tx: Tx, id: number): Promise<DataRequestRow | null> {
  const [row] = await tx.select().from(dataRequests).where(eq(dataRequests.id, id)).for('update');
  return row ?? null;
}

export async function saveDataRequest(
  tx: Tx | Db,
  id: number,
  change: Partial<Omit<DataRequestRow, 'id'>>,
): Promise<void> {
  await tx.update(dataRequests).set(change).where(eq(dataRequests.id, id));
}

/** The deletions that wait for something. */
export async function waitingDeletions(tx: Tx | Db): Promise<{ id: number; conversationId: number }[]> {
  return tx
    .select({ id: dataRequests.id, conversationId: dataRequests.conversationId })
    .from(dataRequests)
    .where(and(eq(dataRequests.kind, 'deletion'), eq(dataRequests.state, 'waiting')))
    .orderBy(asc(dataRequests.id));
}

/** What should have been done by `at` and nobody was told of, locked; another process leaves it alone. */
export async function lockOverdue(tx: Tx, at: Date): Promise<DataRequestRow[]> {
  return tx
    .select()
    .from(dataRequests)
    .where(
      and(
        inArray(dataRequests.state, [...unfinished]),
        lte(dataRequests.dueBy, at),
        isNull(dataRequests.overdueToldAt),
      ),
    )
    .orderBy(asc(dataRequests.id))
    .for('update', { skipLocked: true });
}

export interface DataRequestCard extends DataRequestRow {
  personName: string | null;
  channel: ChannelName;
}

/** What was asked, the newest first, or what is not finished, the most urgent first. */
export async function dataRequestCards(
  db: Db | Tx,
  { isOpen, kind, before, limit }: { isOpen: boolean; kind?: DataRequestKind; before: number | null; limit: number },
): Promise<DataRequestCard[]> {
  const rows = await db
    .select({ row: dataRequests, personName: contacts.name, channel: conversations.channel })
    .from(dataRequests)
    .innerJoin(conversations, eq(conversations.id, dataRequests.conversationId))
    .leftJoin(contacts, eq(contacts.id, dataRequests.contactId))
    .where(
      and(
        isOpen ? inArray(dataRequests.state, [...unfinished]) : undefined,
        kind === undefined ? undefined : eq(dataRequests.kind, kind),
        before === null ? undefined : lt(dataRequests.id, before),
      ),
    )
    .orderBy(desc(dataRequests.id))
    .limit(limit);
  return rows.map(({ row, ...names }) => ({ ...row, ...names }));
}

export async function dataRequestById(db: Db | Tx, id: number): Promise<DataRequestRow | null> {
  const [row] = await db.select().from(dataRequests).where(eq(dataRequests.id, id));
  return row ?? null;
}
