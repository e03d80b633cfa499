import { and, asc, desc, eq, gte, inArray, isNotNull, lt, ne, notInArray, or, sql } from 'drizzle-orm';
import { removedWords } from '../rules/privacy/redaction.ts';
import type { CaseRow } from './cases.ts';
import type { Db, Tx } from './database.ts';
import { caseSummaries } from './schema/assistant.ts';
import { cases } from './schema/cases.ts';
import { conversations, messages } from './schema/conversations.ts';
import { contacts, enterprises } from './schema/enterprises.ts';
import { liveChanges } from './schema/live.ts';
import { officers } from './schema/organisation.ts';

/** Cases that changed at `since` or later, newest change first, each with a mark that is another after another change. */
export async function casesTouchedSince(db: Db, since: Date, limit: number): Promise<Map<number, string>> {
  const rows = await db
    .select({ caseId: liveChanges.caseId, mark: sql<string>`max(${liveChanges.id}) || '/' || count(*)` })
    .from(liveChanges)
    .where(and(gte(liveChanges.at, since), isNotNull(liveChanges.caseId)))
    .groupBy(liveChanges.caseId)
    .orderBy(desc(sql`max(${liveChanges.id})`))
    .limit(limit);
  return new Map(rows.flatMap(({ caseId, mark }) => (caseId === null ? [] : [[caseId, mark] as const])));
}

/** Those of the cases that the model may be told of: nobody is accused in them, and they are not over. */
export async function casesForModel(db: Db | Tx, ids: readonly number[]): Promise<CaseRow[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(cases)
    .where(
      and(
        inArray(cases.id, [...ids]),
        inArray(cases.kind, ['issue', 'question']),
        notInArray(cases.state, ['closed', 'merged']),
      ),
    )
    .orderBy(asc(cases.id));
}

export interface SaidMessage {
  id: number;
  author: 'person' | 'bot' | 'officer';
  text: string;
  language: (typeof conversations.$inferSelect)['language'];
}

/** What the enterprise and officers said to each other on a case, oldest first: the newest `limit` of it. */
export async function saidOnCase(db: Db | Tx, caseId: number, limit: number): Promise<SaidMessage[]> {
  const rows = await db
    .select({ id: messages.id, author: messages.author, text: messages.text, language: conversations.language })
    .from(messages)
    .leftJoin(conversations, eq(conversations.id, messages.conversationId))
    .where(
      and(
        eq(messages.caseId, caseId),
        eq(messages.isNote, false),
        inArray(messages.author, ['person', 'officer']),
        ne(messages.text, ''),
        ne(messages.text, removedWords),
      ),
    )
    .orderBy(desc(messages.id))
    .limit(limit);
  return rows.toReversed();
}

/** Takes a case to be summarised up to a message: true for one process only, and again once there is more to tell. */
export async function claimSummary(db: Db, caseId: number, upTo: number, at: Date): Promise<boolean> {
  const claimed = await db
    .insert(caseSummaries)
    .values({ caseId, upTo, askedAt: at })
    .onConflictDoUpdate({
      target: caseSummaries.caseId,
      set: { upTo, askedAt: at, text: null },
      setWhere: lt(caseSummaries.upTo, upTo),
    })
    .returning({ caseId: caseSummaries.caseId });
  return claimed.length > 0;
}

export async function saveSummary(db: Db, caseId: number, upTo: number, text: string): Promise<void> {
  await db
    .update(caseSummaries)
    .set({ text })
    .where(and(eq(caseSummaries.caseId, caseId), eq(caseSummaries.upTo, upTo)));
}

/** A case in two sentences, if that covers all that was said; null where there is none. */
export async function freshSummary(tx: Tx, caseId: number): Promise<string | null> {
  const [row] = await tx
    .select({ text: caseSummaries.text })
    .from(caseSummaries)
    .where(
      and(
        eq(caseSummaries.caseId, caseId),
        isNotNull(caseSummaries.text),
        sql`not exists (select 1 from ${messages} m where m.case_id = ${caseSummaries.caseId} and m.id > ${caseSummaries.upTo}
          and m.author in ('person', 'officer') and not m.is_note and m.text <> '')`,
      ),
    );
  return row?.text ?? null;
}

/** Everybody and every enterprise known here by name. */
export async function allNames(db: Db): Promise<string[]> {
  const rows = await Promise.all([
    db.select({ name: enterprises.name }).from(enterprises),
    db.select({ name: contacts.name }).from(contacts).where(isNotNull(contacts.name)),
    db.select({ name: officers.name }).from(officers),
  ]);
  return rows.flat().flatMap(({ name }) => name ?? []);
}

/** Names around a chat or a case that must not leave the house: the people who write there and their enterprises. */
export async function namesAround(
  db: Db | Tx,
  { conversationId, caseId }: { conversationId: number | null; caseId: number | null },
): Promise<string[]> {
  const chats = db
    .selectDistinct({ id: messages.conversationId })
    .from(messages)
    .where(and(eq(messages.caseId, caseId ?? 0), isNotNull(messages.conversationId)));
  const people = await db
    .select({ displayName: conversations.displayName, contact: contacts.name, enterprise: enterprises.name })
    .from(conversations)
    .leftJoin(contacts, eq(contacts.id, conversations.contactId))
    .leftJoin(enterprises, eq(enterprises.id, contacts.enterpriseId))
    .where(or(eq(conversations.id, conversationId ?? 0), inArray(conversations.id, chats)));
  const of = await db
    .select({ enterprise: enterprises.name, contact: contacts.name })
    .from(cases)
    .leftJoin(enterprises, eq(enterprises.id, cases.enterpriseId))
    .leftJoin(contacts, eq(contacts.id, cases.contactId))
    .where(eq(cases.id, caseId ?? 0));
  return [...people.flatMap(Object.values), ...of.flatMap(Object.values)].filter(
    (name): name is string => typeof name === 'string' && name.trim() !== '',
  );
}
