import { sql } from 'drizzle-orm';
import type { ChannelName } from '../channel/port.ts';
import type { Sight } from './case-lists.ts';
import type { Db } from './database.ts';
import { visibleTo } from './visibility.ts';

// Enough for a percentile, and never a scan of years.
const newestSteps = 20_000;

/**
 * How late the newest steps of the ladder fired since `since`: half of them, and all but one in a hundred, no later than
 * that. Only steps of cases that the reader may see.
 */
export async function timerLateness(db: Db, sight: Sight, since: Date) {
  const [row] = await db.execute<{ fired: number; p50: number | null; p99: number | null }>(sql`
    select count(*)::int as fired,
      percentile_cont(0.5) within group (order by late)::float8 as p50,
      percentile_cont(0.99) within group (order by late)::float8 as p99
    from (
      select greatest(0, extract(epoch from newest.fired_at - newest.due_at)) as late
      from (select case_id, fired_at, due_at from ladder_steps order by id desc limit ${newestSteps}) newest
        join cases on cases.id = newest.case_id
      where newest.fired_at >= ${since.toISOString()}::timestamptz and ${visibleTo(sight)}) fired`);
  return { fired: row?.fired ?? 0, p50Seconds: row?.p50 ?? null, p99Seconds: row?.p99 ?? null };
}

/** What could not be delivered since `since` of what was said in cases that the reader may see, by channel. */
export async function undelivered(db: Db, sight: Sight, since: Date) {
  const rows = await db.execute<{ channel: ChannelName; failed: number; unknown: number; held: number }>(sql`
    select v.channel, count(*) filter (where o.state = 'failed')::int as failed,
      count(*) filter (where o.state = 'unknown')::int as unknown, count(*) filter (where o.state = 'held')::int as held
    from outbox o join conversations v on v.id = o.conversation_id join messages m on m.id = o.message_id
      join cases on cases.id = m.case_id
    where o.state in ('held', 'failed', 'unknown') and o.due_at >= ${since.toISOString()}::timestamptz
      and ${visibleTo(sight)}
    group by v.channel order by v.channel`);
  return rows.map(({ channel, failed, unknown, held }) => ({ channel, failed, unknown, held }));
}
