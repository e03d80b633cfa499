import { sql } from 'drizzle-orm';
import type { ChannelName } from '../channel/port.ts';
import type { Sight } from './case-lists.ts';
import type { Db } from './database.ts';
import { caseOfMessage } from './troubles.ts';
import { notExcluded } from './visibility.ts';

export interface ChannelTraffic {
  channel: ChannelName;
  account: string;
  lastReceivedAt: Date | null;
  lastSentAt: Date | null;
  /** What waits to go out, what waits for its person, and what nobody can send without a decision. */
  queued: number;
  held: number;
  failed: number;
}

/**
 * What came and went by each account that anybody ever wrote to; what waits or failed is counted without the cases of
 * which the reader must not hear. Walks all conversations: for a page that few open.
 */
export async function channelTraffic(db: Db, sight: Sight): Promise<ChannelTraffic[]> {
  const rows = await db.execute<{
    channel: ChannelName;
    account: string;
    received: Date | string | null;
    sent: Date | string | null;
    queued: number;
    held: number;
    failed: number;
  }>(sql`
    with accounts as (select distinct channel, account from conversations),
    unsent as (
      select c.channel, c.account,
             count(*) filter (where o.state in ('queued', 'sending'))::int as queued,
             count(*) filter (where o.state = 'held')::int as held,
             count(*) filter (where o.state in ('failed', 'unknown'))::int as failed
        from outbox o join conversations c on c.id = o.conversation_id
             join messages on messages.id = o.message_id left join cases on cases.id = ${caseOfMessage}
       where o.state in ('queued', 'sending', 'held', 'failed', 'unknown') and ${notExcluded(sight)}
       group by c.channel, c.account)
    select a.channel, a.account,
           (select max(c.last_interaction_at) from conversations c
             where c.channel = a.channel and c.account = a.account) as received,
           (select o.sent_at from outbox o join conversations c on c.id = o.conversation_id
             where c.channel = a.channel and c.account = a.account and o.sent_at is not null
             order by o.id desc limit 1) as sent,
           coalesce(u.queued, 0) as queued, coalesce(u.held, 0) as held, coalesce(u.failed, 0) as failed
      from accounts a left join unsent u on u.channel = a.channel and u.account = a.account
     order by a.channel, a.account`);
  return rows.map(({ received, sent, ...row }) => ({
    ...row,
    lastReceivedAt: dated(received),
    lastSentAt: dated(sent),
  }));
}

function dated(value: Date | string | null): Date | null {
  return value === null ? null : new Date(value);
}
