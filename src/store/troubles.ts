import { desc, eq, sql } from 'drizzle-orm';
import type { Sight } from './case-lists.ts';
import type { Db } from './database.ts';
import { cases, ladderSteps } from './schema/cases.ts';
import { conversations, inbox, messages, outbox } from './schema/conversations.ts';
import { notExcluded, visibleTo } from './visibility.ts';

export const excerptLength = 200;

/** Deliveries that could not be read, newest first. */
export async function troubledInbox(db: Db, limit: number) {
  return db
    .select({
      id: inbox.id,
      state: inbox.state,
      channel: inbox.channel,
      at: inbox.receivedAt,
      problem: inbox.note,
      body: inbox.body,
    })
    .from(inbox)
    .where(sql`${inbox.state} in ('malformed', 'failed')`)
    .orderBy(desc(inbox.id))
    .limit(limit);
}

/**
 * Messages that did not arrive, newest first. Words and reference of a case are given only to a reader who may see it;
 * the row itself is given to all but those kept away from the case, because somebody has to send the message again.
 */
export async function troubledOutbox(db: Db, sight: Sight, limit: number) {
  const readable = sql`(${cases.id} is null or ${visibleTo(sight)})`;
  return db
    .select({
      /** The message's: what `retry` takes. */
      id: outbox.messageId,
      state: outbox.state,
      channel: conversations.channel,
      at: messages.at,
      problem: outbox.problem,
      excerpt: sql<string>`case when ${readable} then left(${messages.text}, ${excerptLength}) else '' end`,
      caseReference: sql<string | null>`case when ${readable} then ${cases.reference} end`,
    })
    .from(outbox)
    .innerJoin(messages, eq(messages.id, outbox.messageId))
    .innerJoin(conversations, eq(conversations.id, outbox.conversationId))
    .leftJoin(cases, eq(cases.id, messages.caseId))
    .where(sql`${outbox.state} in ('failed', 'unknown') and ${notExcluded(sight)}`)
    .orderBy(desc(outbox.id))
    .limit(limit);
}

/** Steps of ladders that could not be fired and are tried again, newest first, under the same condition. */
export async function troubledLadder(db: Db, sight: Sight, limit: number) {
  const readable = visibleTo(sight);
  return db
    .select({
      id: ladderSteps.id,
      state: sql<string>`'retrying'`,
      channel: sql<string>`${ladderSteps.clock} || ':' || ${ladderSteps.step}`,
      at: ladderSteps.dueAt,
      problem: ladderSteps.note,
      excerpt: sql<string>`case when ${readable} then left(${cases.description}, ${excerptLength}) else '' end`,
      caseReference: sql<string | null>`case when ${readable} then ${cases.reference} end`,
    })
    .from(ladderSteps)
    .innerJoin(cases, eq(cases.id, ladderSteps.caseId))
    .where(
      sql`${ladderSteps.attempts} > 0 and ${ladderSteps.firedAt} is null and ${ladderSteps.cancelledAt} is null and ${notExcluded(sight)}`,
    )
    .orderBy(desc(ladderSteps.id))
    .limit(limit);
}

/** How many rows wait and how many need a person, for the figures. A queue with nothing in it counts zero. */
export async function waitingCounts(db: Db): Promise<{ queue: string; state: string; count: number }[]> {
  const rows = await db.execute<{ queue: string; state: string; count: number }>(sql`
    select 'inbox' as queue, s.state, (select count(*)::int from inbox where inbox.state = s.state) as count
      from (values ('pending'), ('malformed'), ('failed')) s (state)
    union all
    select 'outbox', s.state, (select count(*)::int from outbox where outbox.state = s.state)
      from (values ('queued'), ('sending'), ('failed'), ('unknown')) s (state)
    union all
    select 'ladder', 'failing', count(*)::int from ladder_steps
      where attempts > 0 and fired_at is null and cancelled_at is null`);
  return [...rows];
}
