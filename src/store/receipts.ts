import { sql } from 'drizzle-orm';
import type { Tx } from './database.ts';
import type { MessageRow } from './messages.ts';

export interface Received extends Pick<MessageRow, 'id' | 'author' | 'caseId'> {
  conversationId: number;
  /** Until now it was not known whether it had arrived at all. */
  wasInDoubt: boolean;
}

/**
 * Notes that messages of this chat reached the person, or were read; a message that was read stays so, and one that was
 * read has reached the person too. Answers those that moved.
 */
export async function noteReceived(
  tx: Tx,
  conversationId: number,
  receipt: { providerMessageIds: readonly string[]; state: 'delivered' | 'read' },
  at: Date,
): Promise<Received[]> {
  const ids = [...new Set(receipt.providerMessageIds)];
  if (ids.length === 0) return [];
  const isRead = receipt.state === 'read';
  const list = (values: readonly string[]) =>
    sql.join(
      values.map((value) => sql`${value}`),
      sql`, `,
    );
  const open = isRead ? ['sent', 'delivered', 'unknown'] : ['sent', 'unknown'];
  const rows = await tx.execute<{
    id: string;
    author: Received['author'];
    case_id: string | null;
    in_doubt: boolean;
  }>(sql`
    with found as (
      select o.id, o.state from outbox o join messages m on m.id = o.message_id
       where o.conversation_id = ${conversationId} and m.conversation_id = ${conversationId}
         and o.state in (${list(open)}) and m.provider_message_id in (${list(ids)})
         -- A later part may be in doubt although an earlier one was received.
         and (o.state <> 'unknown' or o.parts_sent = 0)
         for update of o
    )
    update outbox o
       set state = ${receipt.state},
           sent_at = coalesce(o.sent_at, ${at.toISOString()}::timestamptz),
           delivered_at = coalesce(o.delivered_at, ${at.toISOString()}::timestamptz),
           read_at = ${isRead ? sql`${at.toISOString()}::timestamptz` : sql`o.read_at`},
           leased_until = null,
           problem = case when f.state = 'unknown' then null else o.problem end
      from found f, messages m
     where o.id = f.id and m.id = o.message_id
    returning m.id, m.author, m.case_id, f.state = 'unknown' as in_doubt`);
  return rows.map(({ id, author, case_id, in_doubt }) => ({
    id: Number(id),
    author,
    caseId: case_id === null ? null : Number(case_id),
    conversationId,
    wasInDoubt: in_doubt,
  }));
}
