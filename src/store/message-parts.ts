import { and, desc, eq, ne, sql } from 'drizzle-orm';
import type { MessagePart } from '../channel/port.ts';
import type { Db, Tx } from './database.ts';
import { type MessageRow, messageByProviderId } from './messages.ts';
import { messages } from './schema/conversations.ts';

/** The message that the platform calls `providerMessageId` in this chat, or that this is a part of. */
export async function messageOfPart(
  tx: Tx,
  conversationId: number,
  providerMessageId: string,
): Promise<MessageRow | null> {
  const whole = await messageByProviderId(tx, conversationId, providerMessageId);
  if (whole !== null) return whole;
  const sought = JSON.stringify({ kind: 'parts', parts: [{ id: providerMessageId }] });
  const [row] = await tx
    .select()
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), sql`${messages.detail} @> ${sought}::jsonb`))
    .orderBy(desc(messages.id))
    .limit(1);
  return row ?? null;
}

/** The message of a chat that this album became; null while none of it was handled. */
export async function messageOfAlbum(tx: Tx, conversationId: number, album: string): Promise<MessageRow | null> {
  const [row] = await tx
    .select()
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), eq(messages.album, album)))
    .orderBy(messages.id)
    .limit(1);
  return row ?? null;
}

/** What the platform calls the newest `limit` messages that we said in this chat, and their pieces. */
export async function namesOfSaid(db: Db, conversationId: number, limit: number): Promise<Set<string>> {
  const rows = await db
    .select({ name: messages.providerMessageId, detail: messages.detail })
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), ne(messages.author, 'person')))
    .orderBy(desc(messages.id))
    .limit(limit);
  return new Set(
    rows.flatMap(({ name, detail }) => [
      ...(name === null ? [] : [name]),
      ...(detail?.kind === 'parts' ? detail.parts.map(({ id }) => id) : []),
    ]),
  );
}

export async function saveParts(tx: Tx, messageId: number, parts: readonly MessagePart[]): Promise<void> {
  await tx
    .update(messages)
    .set({ detail: { kind: 'parts', parts } })
    .where(eq(messages.id, messageId));
}

/** Names one more message of the platform that this message consists of: a piece of a long text, a file sent with it. */
export async function addPart(tx: Tx, messageId: number, part: MessagePart): Promise<void> {
  const added = JSON.stringify([part]);
  await tx
    .update(messages)
    .set({
      detail: sql`jsonb_build_object('kind', 'parts', 'parts', coalesce(${messages.detail} -> 'parts', '[]'::jsonb) || ${added}::jsonb)`,
    })
    .where(
      and(
        eq(messages.id, messageId),
        sql`(${messages.detail} is null or ${messages.detail} ->> 'kind' = 'parts')`,
        sql`not coalesce(${messages.detail} -> 'parts', '[]'::jsonb) @> ${JSON.stringify([{ id: part.id }])}::jsonb`,
      ),
    );
}
