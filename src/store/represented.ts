import { and, asc, eq, gt, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { ChatSight } from '../rules/linking/chat-sight.ts';
import type { Represented } from '../rules/linking/represented.ts';
import { chatsOfContact, contactFacts, conversationById } from './conversations.ts';
import type { Db, Tx } from './database.ts';
import { remember } from './in-transaction.ts';
import { cases } from './schema/cases.ts';
import { declarations, enterprises } from './schema/enterprises.ts';
import { contactLinks } from './schema/linking.ts';

/** That a link counts at `at`. It has ended at the very instant of its end. */
export function currentAt(at: Date): SQL | undefined {
  return and(lte(contactLinks.validFrom, at), or(isNull(contactLinks.validUntil), gt(contactLinks.validUntil, at)));
}

/** The enterprises that a person speaks for at `at`, by name. */
export async function representedBy(tx: Tx | Db, contactId: number, at: Date): Promise<Represented[]> {
  // Verbs keep it set as long as there is a link, so a stranger costs no query.
  if (((await contactFacts(tx, contactId))?.enterpriseId ?? null) === null) return [];
  return remember(tx, `represented by ${contactId}`, ['contact_links', 'contacts', 'enterprises'], () =>
    tx
      .select({
        enterpriseId: enterprises.id,
        name: enterprises.name,
        taxCode: enterprises.taxCode,
        role: contactLinks.role,
        sharesCases: enterprises.sharesCases,
      })
      .from(contactLinks)
      .innerJoin(enterprises, eq(enterprises.id, contactLinks.enterpriseId))
      .where(and(eq(contactLinks.contactId, contactId), currentAt(at)))
      .orderBy(asc(enterprises.name), asc(enterprises.id)),
  );
}

/** What may be seen from a chat at `at`. */
export async function chatSight(tx: Tx | Db, conversationId: number, at: Date): Promise<ChatSight> {
  const { contactId } = await conversationById(tx, conversationId);
  const represented = contactId === null ? [] : await representedBy(tx, contactId, at);
  return {
    conversationId,
    ownChats: contactId === null ? new Set([conversationId]) : new Set(await chatsOfContact(tx, contactId)),
    represents: new Set(represented.map(({ enterpriseId }) => enterpriseId)),
    shares: new Set(represented.flatMap(({ enterpriseId, sharesCases }) => (sharesCases ? [enterpriseId] : []))),
  };
}

/** `canSeeInChat` as a condition on `cases`. Every query by which a person sees or counts cases carries it. */
export function visibleInChat({ ownChats, represents, shares }: ChatSight): SQL {
  const aboutConduct = sql`${cases.kind} in ('report', 'verification')`;
  const own = sql`(${inArray(cases.conversationId, [...ownChats])}
    and (${cases.enterpriseId} is null or ${aboutConduct} or ${oneOf(represents)}))`;
  return shares.size === 0 ? own : sql`(${own} or (not ${aboutConduct} and ${oneOf(shares)}))`;
}

function oneOf(ids: ReadonlySet<number>): SQL {
  if (ids.size === 0) return sql`false`;
  const list = sql.join(
    [...ids].map((id) => sql`${id}`),
    sql`, `,
  );
  return sql`${cases.enterpriseId} in (${list})`;
}

/** Whose declaration this is, by its first eleven digits; null when it is nobody's of these. */
export async function declarantAmong(
  tx: Tx | Db,
  enterpriseIds: readonly number[] | 'all',
  number: string,
): Promise<{ enterpriseId: number; officeCode: string | null } | null> {
  if (enterpriseIds.length === 0) return null;
  const [row] = await tx
    .select({ enterpriseId: declarations.enterpriseId, officeCode: declarations.officeCode })
    .from(declarations)
    .where(eq(declarations.number11, number.slice(0, 11)));
  if (row?.enterpriseId == null) return null;
  if (enterpriseIds !== 'all' && !enterpriseIds.includes(row.enterpriseId)) return null;
  return { ...row, enterpriseId: row.enterpriseId };
}
