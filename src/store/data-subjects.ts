import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { ChannelName } from '../channel/port.ts';
import type { ContactRole } from '../rules/linking/represented.ts';
import type { InTheWay } from '../rules/privacy/data-request.ts';
import type { ConversationRow } from './conversations.ts';
import type { Db, Tx } from './database.ts';
import { cases } from './schema/cases.ts';
import { conversations, outbox } from './schema/conversations.ts';
import { consents, contacts, enterprises } from './schema/enterprises.ts';
import { contactLinks } from './schema/linking.ts';
import { dataRequests } from './schema/privacy.ts';

/** Somebody about whom something is kept: all their chats, or the one chat of a person who never agreed to be known. */
export interface DataSubject {
  contactId: number | null;
  conversationIds: readonly number[];
}

/** Everything that hangs on the person of this chat. */
export async function subjectOf(
  tx: Tx | Db,
  { id, contactId }: Pick<ConversationRow, 'id' | 'contactId'>,
): Promise<DataSubject> {
  if (contactId === null) return { contactId, conversationIds: [id] };
  const rows = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.contactId, contactId), isNull(conversations.officerId)))
    .orderBy(asc(conversations.id));
  return { contactId, conversationIds: rows.map((row) => row.id) };
}

export interface KeptAbout {
  name: string | null;
  chats: { channel: ChannelName; address: string; displayName: string | null; since: Date }[];
  /** Numbers that a platform vouches for. */
  phones: string[];
  links: { enterprise: string; taxCode: string; role: ContactRole; since: Date; until: Date | null }[];
  consents: { answer: 'given' | 'declined' | 'withdrawn'; textVersion: string; at: Date }[];
  cases: { reference: string; isOpen: boolean }[];
  messages: number;
  files: number;
  ratings: number;
}

/** What is kept about somebody: the figures, and the facts that are few. */
export async function keptAbout(tx: Tx | Db, subject: DataSubject): Promise<KeptAbout> {
  const chats = await tx
    .select()
    .from(conversations)
    .where(inArray(conversations.id, [...subject.conversationIds]))
    .orderBy(asc(conversations.id));
  const [contact] =
    subject.contactId === null ? [] : await tx.select().from(contacts).where(eq(contacts.id, subject.contactId));
  return {
    name: contact?.name ?? null,
    chats: chats.map(({ channel, address, displayName, createdAt }) => ({
      channel,
      address,
      displayName,
      since: createdAt,
    })),
    phones: [...new Set(chats.flatMap(({ vouchedPhone }) => vouchedPhone ?? []))],
    links: await linksOf(tx, subject),
    consents: await tx
      .select({ answer: consents.answer, textVersion: consents.textVersion, at: consents.at })
      .from(consents)
      .where(inArray(consents.conversationId, [...subject.conversationIds]))
      .orderBy(desc(consents.id)),
    cases: await casesOf(tx, subject),
    ...(await figures(tx, subject)),
  };
}

async function linksOf(tx: Tx | Db, { contactId }: DataSubject): Promise<KeptAbout['links']> {
  if (contactId === null) return [];
  return tx
    .select({
      enterprise: enterprises.name,
      taxCode: enterprises.taxCode,
      role: contactLinks.role,
      since: contactLinks.validFrom,
      until: contactLinks.validUntil,
    })
    .from(contactLinks)
    .innerJoin(enterprises, eq(enterprises.id, contactLinks.enterpriseId))
    .where(eq(contactLinks.contactId, contactId))
    .orderBy(asc(contactLinks.id));
}

/** The person's cases, open ones first. */
async function casesOf(tx: Tx | Db, subject: DataSubject): Promise<KeptAbout['cases']> {
  const isOpen = sql<boolean>`${cases.state} not in ('closed', 'merged')`;
  return tx
    .select({ reference: cases.reference, isOpen })
    .from(cases)
    .where(ofSubject(subject))
    .orderBy(desc(isOpen), desc(cases.id));
}

/** That a case was raised by the person. */
export function ofSubject({ contactId, conversationIds }: DataSubject) {
  const inChats = inArray(cases.conversationId, [...conversationIds]);
  // A colleague may have a case by now that the person raised; it is the colleague's.
  return contactId === null ? inChats : sql`(${inChats} or (${cases.contactId} = ${contactId}))`;
}

async function figures(tx: Tx | Db, subject: DataSubject): Promise<Pick<KeptAbout, 'messages' | 'files' | 'ratings'>> {
  const chats = sql.join(
    subject.conversationIds.map((id) => sql`${id}`),
    sql`, `,
  );
  const [row] = await tx.execute<{ messages: string; files: string; ratings: string }>(sql`
    select
      (select count(*) from messages m where m.conversation_id in (${chats})) as messages,
      (select count(*) from files f join messages m on m.id = f.message_id
        where m.conversation_id in (${chats}) and f.state = 'stored') as files,
      (select count(*) from ratings r where r.conversation_id in (${chats})) as ratings`);
  return { messages: Number(row?.messages), files: Number(row?.files), ratings: Number(row?.ratings) };
}

/** What has to be over before the person's data can go. */
export async function inTheWayOf(tx: Tx | Db, subject: DataSubject): Promise<InTheWay> {
  const open = (await casesOf(tx, subject)).filter(({ isOpen }) => isOpen);
  const [exporting] = await tx
    .select({ id: dataRequests.id })
    .from(dataRequests)
    .where(
      and(
        inArray(dataRequests.conversationId, [...subject.conversationIds]),
        eq(dataRequests.kind, 'export'),
        eq(dataRequests.state, 'preparing'),
      ),
    )
    .limit(1);
  return {
    openCases: open.map(({ reference }) => reference),
    isExporting: exporting !== undefined || (await isStillSaying(tx, subject)),
  };
}

/** Whether something of ours is on its way to the person: a copy of the data, or the word that we begin. */
async function isStillSaying(tx: Tx | Db, { conversationIds }: DataSubject): Promise<boolean> {
  const [row] = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(inArray(outbox.conversationId, [...conversationIds]), inArray(outbox.state, ['queued', 'sending'])))
    .limit(1);
  return row !== undefined;
}

/** The cases that hang on these chats. */
export async function casesToErase(tx: Tx, conversationIds: readonly number[]): Promise<number[]> {
  if (conversationIds.length === 0) return [];
  const rows = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(inArray(cases.conversationId, [...conversationIds]))
    .orderBy(asc(cases.id));
  return rows.map(({ id }) => id);
}
