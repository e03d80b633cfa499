import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '../rules/visibility/can-see.ts';
import type { Db, Tx } from './database.ts';
import { cases } from './schema/cases.ts';
import { messages } from './schema/conversations.ts';
import { caseReadings } from './schema/desk-tools.ts';
import { enterprises } from './schema/enterprises.ts';
import { officers } from './schema/organisation.ts';
import { caseMentions, caseWatchers } from './schema/watching.ts';
import { visibleTo } from './visibility.ts';

type WatcherRow = typeof caseWatchers.$inferSelect;

/** False when the officer watched the case already. */
export async function addWatcher(tx: Tx, row: WatcherRow): Promise<boolean> {
  const rows = await tx
    .insert(caseWatchers)
    .values(row)
    .onConflictDoNothing()
    .returning({ caseId: caseWatchers.caseId });
  return rows.length > 0;
}

/** False when the officer did not watch the case. */
export async function dropWatcher(tx: Tx, caseId: number, officerId: number): Promise<boolean> {
  const rows = await tx
    .delete(caseWatchers)
    .where(and(eq(caseWatchers.caseId, caseId), eq(caseWatchers.officerId, officerId)))
    .returning({ caseId: caseWatchers.caseId });
  return rows.length > 0;
}

/** Who watches the case, whether or not they may still see it: what is shown of them is for the caller to decide. */
export async function watcherIds(db: Db | Tx, caseId: number): Promise<number[]> {
  const rows = await db
    .select({ id: caseWatchers.officerId })
    .from(caseWatchers)
    .where(eq(caseWatchers.caseId, caseId))
    .orderBy(asc(caseWatchers.since), asc(caseWatchers.officerId));
  return rows.map(({ id }) => id);
}

/** The watchers of each of these cases; cases that nobody watches are left out. */
export async function watchersOfCases(db: Db, caseIds: readonly number[]): Promise<Map<number, Set<number>>> {
  if (caseIds.length === 0) return new Map();
  const rows = await db
    .select({ caseId: caseWatchers.caseId, officerId: caseWatchers.officerId })
    .from(caseWatchers)
    .where(inArray(caseWatchers.caseId, [...caseIds]));
  const found = new Map<number, Set<number>>();
  for (const { caseId, officerId } of rows) found.set(caseId, (found.get(caseId) ?? new Set()).add(officerId));
  return found;
}

export async function insertMentions(
  tx: Tx,
  { caseId, messageId, officerIds, at }: { caseId: number; messageId: number; officerIds: readonly number[]; at: Date },
): Promise<void> {
  if (officerIds.length === 0) return;
  await tx.insert(caseMentions).values(officerIds.map((officerId) => ({ caseId, messageId, officerId, at })));
}

/** Whether anything about this case could be news to the officer beside an alert. */
export async function isNamedOrWatching(tx: Tx, caseId: number, officerId: number): Promise<boolean> {
  const [row] = await tx.execute<{ is: boolean }>(sql`
    select exists (select 1 from case_watchers w where w.case_id = ${caseId} and w.officer_id = ${officerId})
        or exists (select 1 from case_mentions m where m.case_id = ${caseId} and m.officer_id = ${officerId}) as is`);
  return row?.is ?? false;
}

// What an officer has read of a case counts for the notes and messages of it alike.
const seenMessageId = sql`coalesce(${caseReadings.seenMessageId}, 0)`;

function readingOf(officerId: number): SQL | undefined {
  return and(eq(caseReadings.caseId, cases.id), eq(caseReadings.officerId, officerId));
}

/** The notes that name the officer, the newest first. What the officer may no longer see is told no more. */
export async function mentionsOf(db: Db, viewer: Viewer, limit: number) {
  return db
    .select({
      messageId: caseMentions.messageId,
      reference: cases.reference,
      enterprise: enterprises.name,
      by: officers.name,
      text: messages.text,
      at: caseMentions.at,
      isUnread: sql<boolean>`${caseMentions.messageId} > ${seenMessageId}`,
    })
    .from(caseMentions)
    .innerJoin(cases, eq(cases.id, caseMentions.caseId))
    .innerJoin(messages, eq(messages.id, caseMentions.messageId))
    .leftJoin(officers, eq(officers.id, messages.officerId))
    .leftJoin(enterprises, eq(enterprises.id, cases.enterpriseId))
    .leftJoin(caseReadings, readingOf(viewer.officerId))
    .where(and(eq(caseMentions.officerId, viewer.officerId), visibleTo(viewer)))
    .orderBy(desc(caseMentions.messageId))
    .limit(limit);
}

// Words of the enterprise since the officer began to watch and has not read.
const newMessages = sql<number>`(
  select count(*)::int from messages m
  where m.case_id = ${caseWatchers.caseId} and m.author = 'person' and m.id > ${seenMessageId} and m.at > ${caseWatchers.since})`;

/** The cases that the officer watches and may still see; those with new words of the enterprise first. */
export async function watchedBy(db: Db, viewer: Viewer, limit: number) {
  return db
    .select({
      reference: cases.reference,
      enterprise: enterprises.name,
      description: cases.description,
      state: cases.state,
      lastActivityAt: cases.lastActivityAt,
      newMessages,
    })
    .from(caseWatchers)
    .innerJoin(cases, eq(cases.id, caseWatchers.caseId))
    .leftJoin(enterprises, eq(enterprises.id, cases.enterpriseId))
    .leftJoin(caseReadings, readingOf(viewer.officerId))
    .where(and(eq(caseWatchers.officerId, viewer.officerId), visibleTo(viewer)))
    .orderBy(sql`${newMessages} > 0 desc`, desc(cases.lastActivityAt))
    .limit(limit);
}

/** How many unread notes name the officer, and how many watched cases have new words of the enterprise. */
export async function watchingNews(db: Db, viewer: Viewer): Promise<number> {
  const { officerId } = viewer;
  const named = db
    .select({ news: sql<number>`count(*)::int` })
    .from(caseMentions)
    .innerJoin(cases, eq(cases.id, caseMentions.caseId))
    .leftJoin(caseReadings, readingOf(officerId))
    .where(
      and(eq(caseMentions.officerId, officerId), sql`${caseMentions.messageId} > ${seenMessageId}`, visibleTo(viewer)),
    );
  const watched = db
    .select({ news: sql<number>`count(*)::int` })
    .from(caseWatchers)
    .innerJoin(cases, eq(cases.id, caseWatchers.caseId))
    .leftJoin(caseReadings, readingOf(officerId))
    .where(and(eq(caseWatchers.officerId, officerId), sql`${newMessages} > 0`, visibleTo(viewer)));
  const rows = await named.unionAll(watched);
  return rows.reduce((sum, { news }) => sum + news, 0);
}

/** Whom each of these notes names, by their present names. */
export async function mentionedIn(
  db: Db | Tx,
  messageIds: readonly number[],
): Promise<Map<number, { id: number; name: string }[]>> {
  if (messageIds.length === 0) return new Map();
  const rows = await db
    .select({ messageId: caseMentions.messageId, id: officers.id, name: officers.name })
    .from(caseMentions)
    .innerJoin(officers, eq(officers.id, caseMentions.officerId))
    .where(inArray(caseMentions.messageId, [...messageIds]))
    .orderBy(asc(officers.name));
  const found = new Map<number, { id: number; name: string }[]>();
  for (const { messageId, ...person } of rows) found.set(messageId, [...(found.get(messageId) ?? []), person]);
  return found;
}
