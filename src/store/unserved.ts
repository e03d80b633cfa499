import { and, asc, eq, lte, sql } from 'drizzle-orm';
import type { AccountKey } from './channel-accounts.ts';
import type { Tx } from './database.ts';
import { conversations, outbox } from './schema/conversations.ts';

/** Messages that are due in chats of accounts which are not switched on, locked until the transaction ends. */
export async function lockUnserved(tx: Tx, served: readonly AccountKey[], now: Date, limit: number): Promise<number[]> {
  const names = served.map(({ channel, account }) => `${channel} ${account}`);
  const rows = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .innerJoin(conversations, eq(conversations.id, outbox.conversationId))
    .where(
      and(
        eq(outbox.state, 'queued'),
        lte(outbox.dueAt, now),
        sql`not ${conversations.channel} || ' ' || ${conversations.account} = any (array(select jsonb_array_elements_text(${JSON.stringify(names)}::text::jsonb)))`,
      ),
    )
    .orderBy(asc(outbox.id))
    .limit(limit)
    .for('update', { of: outbox, skipLocked: true });
  return rows.map(({ id }) => id);
}
