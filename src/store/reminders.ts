import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { ChainRow } from '../rules/audit/chain.ts';
import type { CaseEventDetail, CaseEventType } from '../rules/case/events.ts';
import type { Actor } from '../rules/case/words.ts';
import type { Role } from '../rules/visibility/can-see.ts';
import type { Tx } from './database.ts';
import { alerts, caseEvents, cases } from './schema/cases.ts';
import { contacts, enterprises } from './schema/enterprises.ts';
import { liveChanges } from './schema/live.ts';
import { officerChats, officers } from './schema/organisation.ts';

// Reminders are most of what ladders do, and many fall due together: each of these serves all of them with one statement.

export async function activeRoles(tx: Tx, officerIds: readonly number[]): Promise<Map<number, Role>> {
  const rows = await tx
    .select({ id: officers.id, role: officers.role })
    .from(officers)
    .where(and(inArray(officers.id, [...officerIds]), eq(officers.active, true)));
  return new Map(rows.map(({ id, role }) => [id, role]));
}

/** The linked chats of these officers, newest first. */
export async function chatsOf(tx: Tx, officerIds: readonly number[]) {
  return tx
    .select({ officerId: officerChats.officerId, conversationId: officerChats.conversationId })
    .from(officerChats)
    .where(and(inArray(officerChats.officerId, [...officerIds]), isNull(officerChats.unlinkedAt)))
    .orderBy(desc(officerChats.linkedAt));
}

export async function enterpriseNames(tx: Tx, contactIds: readonly number[]): Promise<Map<number, string>> {
  if (contactIds.length === 0) return new Map();
  const rows = await tx
    .select({ contactId: contacts.id, name: enterprises.name })
    .from(contacts)
    .innerJoin(enterprises, eq(enterprises.id, contacts.enterpriseId))
    .where(inArray(contacts.id, [...contactIds]));
  return new Map(rows.map(({ contactId, name }) => [contactId, name]));
}

/** Stores reminders, one a case at most, and answers the id of each by its case. */
export async function insertReminders(
  tx: Tx,
  reminders: readonly { caseId: number; officerId: number; ladderStepId: number; text: string }[],
  createdAt: Date,
): Promise<Map<number, number>> {
  const rows = await tx
    .insert(alerts)
    .values(reminders.map((reminder) => ({ ...reminder, kind: 'reminder' as const, createdAt })))
    .returning({ id: alerts.id, caseId: alerts.caseId });
  return new Map(rows.map(({ id, caseId }) => [caseId, id]));
}

/** Adds one row to the ledger of each case, all of them locked, and moves the heads of the cases along. */
export async function appendToLedgers(
  tx: Tx,
  rows: readonly (Omit<ChainRow, 'ledger' | 'type' | 'by' | 'detail'> & {
    caseId: number;
    type: CaseEventType;
    by: Actor;
    detail: CaseEventDetail;
    hash: string;
  })[],
  at: Date,
): Promise<void> {
  await tx.insert(caseEvents).values([...rows]);
  const heads = JSON.stringify(rows.map(({ caseId, ordinal, hash }) => ({ case_id: caseId, ordinal, hash })));
  await tx.execute(sql`
    update ${cases} set last_ordinal = head.ordinal, last_hash = head.hash, last_activity_at = ${at.toISOString()}::timestamptz
      from jsonb_to_recordset(${heads}::text::jsonb) as head (case_id bigint, ordinal int, hash text)
     where ${cases}.id = head.case_id`);
}

export async function noteChanges(
  tx: Tx,
  changes: readonly Omit<typeof liveChanges.$inferInsert, 'id'>[],
): Promise<void> {
  await tx.insert(liveChanges).values([...changes]);
}
