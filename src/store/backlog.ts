import { sql } from 'drizzle-orm';
import type { Db } from './database.ts';
import type { SendingAccount } from './sending-slots.ts';

const keptMilliseconds = 30_000;

/**
 * Gives everything beyond what an account may send in the next half minute an instant of its own, at the account's pace. What
 * is due stays short then, however long the queue is: each look reads little, and an answer to somebody who is waiting
 * goes out before the rest of a notice to thousands.
 */
export async function spreadBacklog(db: Db, { channel, account, limit }: SendingAccount, now: Date): Promise<void> {
  if (limit === null) return;
  const kept = Math.ceil((keptMilliseconds / limit.perMilliseconds) * limit.messages);
  const pause = limit.perMilliseconds / limit.messages;
  const at = sql`${now.toISOString()}::timestamptz`;
  await db.execute(sql`
    with due as (
      select o.id, row_number() over (order by o.due_at, o.id) as n
        from outbox o join conversations c on c.id = o.conversation_id
       where o.state = 'queued' and o.due_at <= ${at} and c.channel = ${channel} and c.account = ${account}
    )
    update outbox o
       set due_at = ${at} + (due.n - ${kept}::int) * ${pause}::float8 * interval '1 millisecond'
      from due where o.id = due.id and due.n > ${kept}::int and o.state = 'queued'`);
}
