import { asc, desc, eq, sql } from 'drizzle-orm';
import { doubtChecksAllowed } from '../rules/delivery/doubt.ts';
import type { Sight } from './case-lists.ts';
import type { Db, Tx } from './database.ts';
import { cases, ladderSteps } from './schema/cases.ts';
import { conversations, messages, outbox } from './schema/conversations.ts';
import { notExcluded, visibleTo } from './visibility.ts';

export const excerptLength = 200;

const stuckMilliseconds = 15 * 60_000;

/** The case that a message belongs to or tells an officer of: an alert stands in the officer's chat and not in the case's. */
export const caseOfMessage = sql`coalesce(messages.case_id,
  (select a.case_id from alerts a where a.message_id = messages.id limit 1))`;

/**
 * Messages that did not arrive or wait for too long, newest first. Words and reference of a case are given only to a
 * reader who may see it; the row itself is given to all but those kept away from the case, because somebody has to send
 * the message again.
 */
export async function troubledOutbox(db: Db, sight: Sight, now: Date, limit: number) {
  // Outside of cases the bot lists a person's cases, and tells officers of theirs: such words are nobody else's to read.
  const readable = sql`(${cases.id} is not null and ${visibleTo(sight)})`;
  const stuckSince = new Date(now.getTime() - stuckMilliseconds).toISOString();
  return db
    .select({
      /** The message's: what `retry` takes. */
      id: outbox.messageId,
      state: outbox.state,
      channel: conversations.channel,
      at: messages.at,
      since:
        sql<Date>`case ${outbox.state} when 'unknown' then ${outbox.doubtedAt} when 'queued' then ${messages.at} else ${outbox.dueAt} end`.mapWith(
          outbox.dueAt,
        ),
      attempts: outbox.attempts,
      problem: outbox.problem,
      isAsking: sql<boolean>`${outbox.state} = 'unknown' and ${outbox.doubtChecks} < ${doubtChecksAllowed}`,
      excerpt: sql<string>`case when ${readable} then left(${messages.text}, ${excerptLength}) else '' end`,
      caseReference: sql<string | null>`case when ${readable} then ${cases.reference} end`,
    })
    .from(outbox)
    .innerJoin(messages, eq(messages.id, outbox.messageId))
    .innerJoin(conversations, eq(conversations.id, outbox.conversationId))
    .leftJoin(cases, sql`${cases.id} = ${caseOfMessage}`)
    .where(
      sql`(${outbox.state} in ('held', 'failed', 'unknown') or (${outbox.state} = 'queued' and ${messages.at} <= ${stuckSince}::timestamptz)) and ${notExcluded(sight)}`,
    )
    .orderBy(desc(outbox.id))
    .limit(limit);
}

/** Messages given up for one reason, oldest first, under the same condition. */
export async function undeliveredBecause(tx: Tx, sight: Sight, problem: string, limit: number) {
  return tx
    .select({ messageId: messages.id, conversationId: outbox.conversationId, caseId: messages.caseId })
    .from(outbox)
    .innerJoin(messages, eq(messages.id, outbox.messageId))
    .leftJoin(cases, sql`${cases.id} = ${caseOfMessage}`)
    .where(sql`${outbox.state} = 'failed' and ${outbox.problem} = ${problem} and ${notExcluded(sight)}`)
    .orderBy(asc(outbox.id))
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
      attempts: ladderSteps.attempts,
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

/** What figures leave out that anybody may read: whatever belongs to a matter about conduct, or is told to an officer. */
export type Counted = 'everything' | 'notConduct';

const isTold = sql`exists (select 1 from messages
  join conversations on conversations.id = messages.conversation_id
  left join cases on cases.id = ${caseOfMessage}
  where messages.id = outbox.message_id
    and (conversations.officer_id is not null or cases.kind in ('report', 'verification')))`;
const isOfConduct = sql`exists (select 1 from cases
  where cases.id = ladder_steps.case_id and cases.kind in ('report', 'verification'))`;

/** How many rows wait and how many need a person, for the figures. A queue with nothing in it counts zero. */
export async function waitingCounts(
  db: Db,
  counted: Counted,
): Promise<{ queue: string; state: string; count: number }[]> {
  const [told, ofConduct] = counted === 'everything' ? [sql`false`, sql`false`] : [isTold, isOfConduct];
  const rows = await db.execute<{ queue: string; state: string; count: number }>(sql`
    select 'inbox' as queue, s.state, (select count(*)::int from inbox where inbox.state = s.state) as count
      from (values ('pending'), ('malformed'), ('failed')) s (state)
    union all
    select 'outbox', s.state, (select count(*)::int from outbox where outbox.state = s.state and not ${told})
      from (values ('queued'), ('sending'), ('held'), ('failed'), ('unknown')) s (state)
    union all
    select 'ladder', 'failing', count(*)::int from ladder_steps
      where attempts > 0 and fired_at is null and cancelled_at is null and not ${ofConduct}`);
  return [...rows];
}

/** What waits or wants a person in the outbox, by state and channel. */
export async function outboxCounts(
  db: Db,
  counted: Counted,
): Promise<{ state: string; channel: string; count: number }[]> {
  const rows = await db
    .select({ state: outbox.state, channel: conversations.channel, count: sql<number>`count(*)::int` })
    .from(outbox)
    .innerJoin(conversations, eq(conversations.id, outbox.conversationId))
    .where(
      sql`(${outbox.state} in ('queued', 'sending') or ${outbox.state} in ('held', 'failed', 'unknown'))
        and ${counted === 'everything' ? sql`true` : sql`not ${isTold}`}`,
    )
    .groupBy(outbox.state, conversations.channel);
  return rows;
}
