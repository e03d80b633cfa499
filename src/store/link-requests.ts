import { and, asc, desc, eq, inArray, lt, ne, type SQL, sql } from 'drizzle-orm';
import type { ChannelName } from '../channel/port.ts';
import type { Db, Tx } from './database.ts';
import { conversations, type FileState, files, messages } from './schema/conversations.ts';
import { contacts, enterprises } from './schema/enterprises.ts';
import { linkRequests } from './schema/linking.ts';
import { officers } from './schema/organisation.ts';

export type LinkRequestRow = typeof linkRequests.$inferSelect;

export async function insertLinkRequest(
  tx: Tx,
  row: Omit<typeof linkRequests.$inferInsert, 'id' | 'state'>,
): Promise<number> {
  const [inserted] = await tx
    .insert(linkRequests)
    .values({ ...row, state: 'open' })
    .returning({ id: linkRequests.id });
  if (inserted === undefined) throw new Error('The request was not stored');
  return inserted.id;
}

/** The request of this chat about this enterprise that nobody has decided yet. */
export async function openRequestOf(
  tx: Tx,
  { conversationId, enterpriseId }: { conversationId: number; enterpriseId: number },
): Promise<LinkRequestRow | null> {
  const [row] = await tx
    .select()
    .from(linkRequests)
    .where(
      and(
        eq(linkRequests.conversationId, conversationId),
        eq(linkRequests.enterpriseId, enterpriseId),
        eq(linkRequests.state, 'open'),
      ),
    )
    .for('update');
  return row ?? null;
}

export async function lockLinkRequest(tx: Tx, id: number): Promise<LinkRequestRow | null> {
  const [row] = await tx.select().from(linkRequests).where(eq(linkRequests.id, id)).for('update');
  return row ?? null;
}

export async function saveLinkRequest(
  tx: Tx,
  id: number,
  change: Partial<Pick<LinkRequestRow, 'messageIds' | 'state' | 'decidedAt' | 'decidedBy' | 'because'>>,
): Promise<void> {
  await tx.update(linkRequests).set(change).where(eq(linkRequests.id, id));
}

/** A request with what an officer needs to know of it. */
export interface LinkRequestCard {
  row: LinkRequestRow;
  enterprise: { id: number; name: string; taxCode: string };
  contactName: string | null;
  channel: ChannelName;
  /** The number that the platform says is the person's own. */
  vouchedPhone: string | null;
  decidedByName: string | null;
}

/** Requests, the open ones in the order in which they came, decided ones the newest first. */
export async function linkRequestCards(
  db: Db | Tx,
  which: { state: 'open' | 'decided'; past: number | null } | { id: number },
  limit: number,
): Promise<LinkRequestCard[]> {
  const isOpen = 'state' in which && which.state === 'open';
  return db
    .select({
      row: linkRequests,
      enterprise: { id: enterprises.id, name: enterprises.name, taxCode: enterprises.taxCode },
      contactName: contacts.name,
      channel: conversations.channel,
      vouchedPhone: conversations.vouchedPhone,
      decidedByName: officers.name,
    })
    .from(linkRequests)
    .innerJoin(enterprises, eq(enterprises.id, linkRequests.enterpriseId))
    .innerJoin(contacts, eq(contacts.id, linkRequests.contactId))
    .innerJoin(conversations, eq(conversations.id, linkRequests.conversationId))
    .leftJoin(officers, eq(officers.id, linkRequests.decidedBy))
    .where(conditionOf(which))
    .orderBy(isOpen ? asc(linkRequests.id) : desc(linkRequests.id))
    .limit(limit);
}

function conditionOf(which: Parameters<typeof linkRequestCards>[1]): SQL | undefined {
  if ('id' in which) return eq(linkRequests.id, which.id);
  if (which.state === 'open')
    return and(
      eq(linkRequests.state, 'open'),
      which.past === null ? undefined : sql`${linkRequests.id} > ${which.past}`,
    );
  return and(ne(linkRequests.state, 'open'), which.past === null ? undefined : lt(linkRequests.id, which.past));
}

/** What a person wrote and sent as proof, oldest first. */
export interface Proof {
  id: number;
  text: string;
  at: Date;
  files: { id: number; name: string; mediaType: string | null; size: number | null; state: FileState }[];
}

/** The proofs of several requests, under the messages that they are. */
export async function proofsOf(db: Db | Tx, messageIds: readonly number[]): Promise<Map<number, Proof>> {
  if (messageIds.length === 0) return new Map();
  const said = await db
    .select({ id: messages.id, text: messages.text, at: messages.at })
    .from(messages)
    .where(inArray(messages.id, [...messageIds]));
  const sent = await db
    .select()
    .from(files)
    .where(inArray(files.messageId, [...messageIds]))
    .orderBy(asc(files.id));
  return new Map(
    said.map((message) => {
      const own = sent.filter(({ messageId }) => messageId === message.id);
      return [
        message.id,
        {
          ...message,
          files: own.map(({ id, name, mediaType, size, state }) => ({ id, name, mediaType, size, state })),
        },
      ];
    }),
  );
}
