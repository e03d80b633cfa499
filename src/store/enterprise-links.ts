import { and, asc, desc, eq, gt, inArray, isNull, lte, notExists, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { ChannelName } from '../channel/port.ts';
import type { SpokenLanguage } from '../rules/working-time/say-when.ts';
import type { Db, Tx } from './database.ts';
import { currentAt } from './represented.ts';
import { conversations } from './schema/conversations.ts';
import { contacts, enterprises } from './schema/enterprises.ts';
import { contactLinks } from './schema/linking.ts';
import { registeredPhones } from './schema/registry.ts';

export type ContactLinkRow = typeof contactLinks.$inferSelect;
export type EnterpriseRow = typeof enterprises.$inferSelect;

export async function enterpriseById(tx: Tx | Db, id: number): Promise<EnterpriseRow> {
  const [row] = await tx.select().from(enterprises).where(eq(enterprises.id, id));
  if (row === undefined) throw new Error(`Enterprise ${id} is not stored`);
  return row;
}

export async function enterprisesWithTaxCodes(tx: Tx | Db, taxCodes: readonly string[]): Promise<EnterpriseRow[]> {
  if (taxCodes.length === 0) return [];
  return tx
    .select()
    .from(enterprises)
    .where(inArray(enterprises.taxCode, [...taxCodes]));
}

export async function insertLink(tx: Tx, row: Omit<typeof contactLinks.$inferInsert, 'id'>): Promise<number> {
  const [inserted] = await tx.insert(contactLinks).values(row).returning({ id: contactLinks.id });
  if (inserted === undefined) throw new Error('The link was not stored');
  return inserted.id;
}

/** A link that nobody has ended yet, whatever its date says, locked. */
export async function lockOpenLink(
  tx: Tx,
  whose: { id: number } | { contactId: number; enterpriseId: number },
): Promise<ContactLinkRow | null> {
  const which =
    'id' in whose
      ? eq(contactLinks.id, whose.id)
      : and(eq(contactLinks.contactId, whose.contactId), eq(contactLinks.enterpriseId, whose.enterpriseId));
  const [row] = await tx
    .select()
    .from(contactLinks)
    .where(and(which, isNull(contactLinks.endedBy)))
    .orderBy(desc(contactLinks.id))
    .limit(1)
    .for('update');
  return row ?? null;
}

export async function saveLink(
  tx: Tx,
  id: number,
  change: Partial<Pick<ContactLinkRow, 'validUntil' | 'endedBecause' | 'endedBy'>>,
): Promise<void> {
  await tx.update(contactLinks).set(change).where(eq(contactLinks.id, id));
}

/** Links whose date has come and that nobody has ended yet. */
export async function expiredLinks(tx: Tx, at: Date, limit: number): Promise<{ id: number; contactId: number }[]> {
  return tx
    .select({ id: contactLinks.id, contactId: contactLinks.contactId })
    .from(contactLinks)
    .where(and(lte(contactLinks.validUntil, at), isNull(contactLinks.endedBy)))
    .orderBy(asc(contactLinks.id))
    .limit(limit);
}

export async function findLink(tx: Tx, id: number): Promise<ContactLinkRow | null> {
  const [row] = await tx.select().from(contactLinks).where(eq(contactLinks.id, id));
  return row ?? null;
}

/** For whom the person acts from now on. */
export async function setActingFor(tx: Tx, contactId: number, enterpriseId: number | null): Promise<void> {
  await tx.update(contacts).set({ enterpriseId }).where(eq(contacts.id, contactId));
}

export async function setSharing(tx: Tx, enterpriseId: number, sharesCases: boolean): Promise<void> {
  await tx.update(enterprises).set({ sharesCases }).where(eq(enterprises.id, enterpriseId));
}

/** A chat in which a person speaks for enterprises. */
export interface ContactChat {
  conversationId: number;
  channel: ChannelName;
  displayName: string | null;
  language: SpokenLanguage | null;
}

/** The chats of a contact, locked: nobody says anything there until the transaction ends. The latest used comes first. */
export async function lockChatsOf(tx: Tx, contactId: number): Promise<ContactChat[]> {
  return (
    tx
      .select({
        conversationId: conversations.id,
        channel: conversations.channel,
        displayName: conversations.displayName,
        language: conversations.language,
      })
      .from(conversations)
      .where(and(eq(conversations.contactId, contactId), isNull(conversations.officerId)))
      .orderBy(sql`${conversations.lastInteractionAt} desc nulls last`, desc(conversations.id))
      // Weaker than `update`: an answer of an officer, which refers to the chat, need not wait.
      .for('no key update')
  );
}

/** Who else speaks for the enterprise at `at`, each with the chat they used last and where they let us write. */
export async function reachableLinks(tx: Tx, enterpriseId: number, exceptContactId: number, at: Date) {
  return tx
    .selectDistinctOn([contactLinks.contactId], {
      contactId: contactLinks.contactId,
      conversationId: conversations.id,
      role: contactLinks.role,
      linkedAt: contactLinks.validFrom,
    })
    .from(contactLinks)
    .innerJoin(
      conversations,
      and(
        eq(conversations.contactId, contactLinks.contactId),
        isNull(conversations.officerId),
        isNull(conversations.blockedAt),
      ),
    )
    .where(
      and(
        eq(contactLinks.enterpriseId, enterpriseId),
        sql`${contactLinks.contactId} <> ${exceptContactId}`,
        currentAt(at),
      ),
    )
    .orderBy(contactLinks.contactId, sql`${conversations.lastInteractionAt} desc nulls last`);
}

export interface LinkOfEnterprise extends ContactLinkRow {
  contactName: string | null;
  channels: ChannelName[];
}

/** Everybody who speaks or spoke for an enterprise, those who do first. */
export async function linksOfEnterprise(db: Db | Tx, enterpriseId: number): Promise<LinkOfEnterprise[]> {
  const rows = await db
    .select({
      link: contactLinks,
      contactName: contacts.name,
      channels: sql<ChannelName[]>`array(
        select distinct c.channel from conversations c where c.contact_id = ${contacts.id} order by 1)`,
    })
    .from(contactLinks)
    .innerJoin(contacts, eq(contacts.id, contactLinks.contactId))
    .where(eq(contactLinks.enterpriseId, enterpriseId))
    .orderBy(sql`${contactLinks.endedBy} is not null`, desc(contactLinks.id))
    .limit(500);
  return rows.map(({ link, contactName, channels }) => ({ ...link, contactName, channels }));
}

/** The enterprises that registered this number and have not withdrawn it, by name. */
export async function enterprisesOfPhone(
  tx: Tx,
  phone: string,
  at: Date,
): Promise<(EnterpriseRow & { phoneId: number })[]> {
  const rows = await tx
    .select({ enterprise: enterprises, phoneId: registeredPhones.id })
    .from(registeredPhones)
    .innerJoin(enterprises, eq(enterprises.id, registeredPhones.enterpriseId))
    .where(
      and(
        eq(registeredPhones.phone, phone),
        lte(registeredPhones.validFrom, at),
        or(isNull(registeredPhones.validUntil), gt(registeredPhones.validUntil, at)),
      ),
    )
    .orderBy(asc(enterprises.name), asc(enterprises.id));
  return rows.map(({ enterprise, phoneId }) => ({ ...enterprise, phoneId }));
}

/** The numbers an enterprise has registered: what an officer compares a vouched number with. */
export async function phonesOfEnterprise(db: Db | Tx, enterpriseId: number, at: Date) {
  return db
    .select({ phone: registeredPhones.phone, name: registeredPhones.name })
    .from(registeredPhones)
    .where(
      and(
        eq(registeredPhones.enterpriseId, enterpriseId),
        lte(registeredPhones.validFrom, at),
        or(isNull(registeredPhones.validUntil), gt(registeredPhones.validUntil, at)),
      ),
    )
    .orderBy(asc(registeredPhones.id));
}

/**
 * When the person last stopped speaking for an enterprise that they have not spoken for since; null where that never was.
 */
export async function lastLinkEndOf(db: Db | Tx, contactId: number, at: Date): Promise<Date | null> {
  const again = alias(contactLinks, 'again');
  const [row] = await db
    .select({ endedAt: contactLinks.validUntil })
    .from(contactLinks)
    .where(
      and(
        eq(contactLinks.contactId, contactId),
        lte(contactLinks.validUntil, at),
        notExists(
          db
            .select({ id: again.id })
            .from(again)
            .where(
              and(
                eq(again.contactId, contactId),
                eq(again.enterpriseId, contactLinks.enterpriseId),
                or(isNull(again.validUntil), gt(again.validUntil, at)),
              ),
            ),
        ),
      ),
    )
    .orderBy(desc(contactLinks.validUntil))
    .limit(1);
  return row?.endedAt ?? null;
}
