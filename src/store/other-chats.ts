import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import type { CaseKind } from '../rules/case/words.ts';
import type { ConversationRow } from './conversations.ts';
import type { Db } from './database.ts';
import { cases } from './schema/cases.ts';
import { conversations } from './schema/conversations.ts';

/** The other chats of the officer or contact whose chat this is. A chat of nobody known has no others. */
export async function otherChatsOf(
  db: Db,
  { id, contactId, officerId }: Pick<ConversationRow, 'id' | 'contactId' | 'officerId'>,
): Promise<ConversationRow[]> {
  if (contactId === null && officerId === null) return [];
  const whose =
    officerId === null
      ? and(eq(conversations.contactId, contactId ?? 0), isNull(conversations.officerId))
      : eq(conversations.officerId, officerId);
  return db
    .select()
    .from(conversations)
    .where(and(ne(conversations.id, id), whose));
}

/** What decides who may be told of a case in a chat of theirs. */
export async function confidentialityOf(
  db: Db,
  caseId: number,
  officerId: number | null,
): Promise<{ kind: CaseKind; contactId: number | null; isExcluded: boolean } | null> {
  const [row] = await db
    .select({
      kind: cases.kind,
      contactId: cases.contactId,
      isExcluded: sql<boolean>`exists (
        select from case_exclusions x where x.case_id = ${caseId} and x.officer_id = ${officerId}::bigint)`,
    })
    .from(cases)
    .where(eq(cases.id, caseId));
  return row ?? null;
}
