import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { ChannelName } from '../channel/port.ts';
import type { SpokenLanguage } from '../rules/working-time/say-when.ts';
import type { Sight } from './case-lists.ts';
import type { Db, Tx } from './database.ts';
import { cases } from './schema/cases.ts';
import { conversations } from './schema/conversations.ts';
import { contacts } from './schema/enterprises.ts';
import { officeCodes, officers } from './schema/organisation.ts';
import { visibleTo } from './visibility.ts';

/** The names around a case that its card does not carry. */
export async function caseSurroundings(
  db: Db | Tx,
  caseId: number,
): Promise<{ officeName: string | null; contactName: string | null; language: SpokenLanguage }> {
  const [row] = await db
    .select({ officeName: officeCodes.name, contactName: contacts.name, language: conversations.language })
    .from(cases)
    .leftJoin(officeCodes, eq(officeCodes.code, cases.officeCode))
    .leftJoin(contacts, eq(contacts.id, cases.contactId))
    .leftJoin(conversations, eq(conversations.id, cases.conversationId))
    .where(eq(cases.id, caseId));
  const { officeName = null, contactName = null, language } = row ?? {};
  return { officeName, contactName, language: language ?? 'vi' };
}

/** Through which channel the enterprise of a case is answered; null where it hangs on no chat. */
export async function channelOfCase(db: Db | Tx, caseId: number): Promise<ChannelName | null> {
  const [row] = await db
    .select({ channel: conversations.channel })
    .from(cases)
    .innerJoin(conversations, eq(conversations.id, cases.conversationId))
    .where(eq(cases.id, caseId));
  return row?.channel ?? null;
}

export async function officerNames(db: Db | Tx, ids: Iterable<number>): Promise<Map<number, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .select({ id: officers.id, name: officers.name })
    .from(officers)
    .where(inArray(officers.id, wanted));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Whether the reader may know of the case. */
export async function isCaseVisible(db: Db | Tx, sight: Sight, caseId: number): Promise<boolean> {
  const rows = await db
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.id, caseId), visibleTo(sight)));
  return rows.length > 0;
}

/** What the rules of visibility ask about each case, with the reference by which pages know it. */
export async function visibilityFacts(db: Db | Tx, caseIds: readonly number[]) {
  if (caseIds.length === 0) return new Map<number, never>();
  const rows = await db
    .select({
      id: cases.id,
      reference: cases.reference,
      kind: cases.kind,
      unitId: cases.unitId,
      assigneeId: cases.assigneeId,
      // Columns are written out: drizzle would leave the table away, and `alerts` has an id of its own.
      excluded: sql<string[]>`array(select x.officer_id from case_exclusions x where x.case_id = cases.id)`,
      told: sql<string[]>`array(select distinct a.officer_id from alerts a where a.case_id = cases.id)`,
    })
    .from(cases)
    .where(inArray(cases.id, [...caseIds]));
  return new Map(
    rows.map(({ excluded, told, ...row }) => [
      row.id,
      { ...row, excludedOfficerIds: new Set(excluded.map(Number)), toldOfficerIds: new Set(told.map(Number)) },
    ]),
  );
}

/** The customs offices that can be named, by code. */
export async function knownOffices(db: Db | Tx): Promise<{ code: string; name: string }[]> {
  return db.select({ code: officeCodes.code, name: officeCodes.name }).from(officeCodes).orderBy(asc(officeCodes.code));
}
