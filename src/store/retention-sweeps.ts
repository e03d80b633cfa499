import { and, asc, eq, gt, inArray, isNull, like, lt, ne, sql } from 'drizzle-orm';
import { removedWords } from '../rules/privacy/redaction.ts';
import type { Tx } from './database.ts';
import type { MessageRow } from './messages.ts';
import { cases } from './schema/cases.ts';
import { files, messages } from './schema/conversations.ts';

/** What is past its time. Each takes a batch from behind `after`; fewer rows than `limit` mean that nothing is left. */
export interface Sweep {
  before: Date;
  after: number;
  limit: number;
}

/** Cases that were over before then and whose words are still there. */
export async function oldCases(tx: Tx, { before, after, limit }: Sweep): Promise<number[]> {
  const rows = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(
      and(
        gt(cases.id, after),
        inArray(cases.state, ['closed', 'merged']),
        sql`coalesce(${cases.closedAt}, ${cases.lastActivityAt}) < ${before.toISOString()}`,
        sql`(${cases.description} <> ${removedWords} or exists (
          select 1 from messages m where m.case_id = cases.id and m.text <> ${removedWords}))`,
      ),
    )
    .orderBy(asc(cases.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** What was said on no case before then. */
export async function oldWords(tx: Tx, { before, after, limit }: Sweep): Promise<MessageRow[]> {
  return tx
    .select()
    .from(messages)
    .where(
      and(
        gt(messages.id, after),
        isNull(messages.caseId),
        lt(messages.at, before),
        ne(messages.text, removedWords),
        sql`not exists (select 1 from outbox o where o.message_id = messages.id and o.state in ('queued', 'sending', 'held'))`,
      ),
    )
    .orderBy(asc(messages.id))
    .limit(limit);
}

/** Copies of people's data that were handed over before then. */
export async function oldExports(tx: Tx, ref: string, { before, after, limit }: Sweep) {
  return tx
    .select()
    .from(files)
    .where(and(gt(files.id, after), like(files.ref, `${ref}%`), lt(files.storedAt, before), eq(files.state, 'stored')))
    .orderBy(asc(files.id))
    .limit(limit)
    .for('update');
}

// The platforms' own wording of what people said. What a person still has to look at stays.
const emptyOld = (before: string, after: number, limit: number) => sql`
  update inbox set body = '{}' where id in (
    select id from inbox where id > ${after} and received_at < ${before}
      and state in ('done', 'ignored', 'malformed') and body <> '{}' order by id limit ${limit}
  ) returning id`;

/** Empties what platforms delivered before then. Answers the last id, and how many they were. */
export async function emptyOldDeliveries(
  tx: Tx,
  { before, after, limit }: Sweep,
): Promise<{ count: number; last: number }> {
  const rows = await tx.execute<{ id: string }>(emptyOld(before.toISOString(), after, limit));
  return { count: rows.length, last: Math.max(after, ...rows.map(({ id }) => Number(id))) };
}

const deletions = {
  idempotentAnswers: (before: string, limit: number) => sql`
    delete from idempotent_answers where ctid in (
      select ctid from idempotent_answers where at < ${before} limit ${limit}) returning 1`,
  liveChanges: (before: string, limit: number) => sql`
    delete from live_changes where ctid in (
      select ctid from live_changes where at < ${before} limit ${limit}) returning 1`,
  signInSessions: (before: string, limit: number) => sql`
    delete from session where ctid in (
      select ctid from session where expires_at < ${before} limit ${limit}) returning 1`,
  signInAttempts: (before: string, limit: number) => sql`
    delete from sign_in_attempts where ctid in (
      select ctid from sign_in_attempts where expire < ${before} limit ${limit}) returning 1`,
  caseViews: (before: string, limit: number) => sql`
    delete from case_views where ctid in (
      select ctid from case_views where at < ${before} limit ${limit}) returning 1`,
  officerNotices: (before: string, limit: number) => sql`
    delete from officer_notices where ctid in (
      select ctid from officer_notices where at < ${before} limit ${limit}) returning 1`,
  officerCodes: (before: string, limit: number) => sql`
    delete from link_codes where ctid in (
      select ctid from link_codes where expires_at < ${before} limit ${limit}) returning 1`,
  // A used one is the proof of a link.
  enterpriseCodes: (before: string, limit: number) => sql`
    delete from enterprise_codes where ctid in (
      select ctid from enterprise_codes where expires_at < ${before} and used_at is null limit ${limit}) returning 1`,
} as const;

/** Deletes up to `limit` rows that nobody will ask for any more, and says how many they were. */
export async function deleteOld(
  tx: Tx,
  which: keyof typeof deletions,
  { before, limit }: Pick<Sweep, 'before' | 'limit'>,
): Promise<number> {
  return (await tx.execute(deletions[which](before.toISOString(), limit))).length;
}

/**
 * Takes the platform's address from chats whose person had everything deleted before then and has not written since:
 * nothing says any more whose they were.
 */
export async function closeErasedChats(tx: Tx, { before, limit }: Pick<Sweep, 'before' | 'limit'>): Promise<number> {
  const closed = await tx.execute<{ channel: string; account: string; address: string }>(sql`
    with erased as (
      select c.id, c.channel, c.account, c.address from conversations c
      join lateral (
        select s.text_version, s.at from consents s where s.conversation_id = c.id order by s.id desc limit 1
      ) last on last.text_version = 'deletion' and last.at < ${before.toISOString()}
      where c.contact_id is null and c.officer_id is null and c.address not like 'erased-%'
        and coalesce(c.last_interaction_at, last.at) <= last.at
        and not exists (select 1 from outbox o where o.conversation_id = c.id and o.state in ('queued', 'sending', 'held'))
      limit ${limit}
    )
    update conversations set address = 'erased-' || conversations.id from erased where erased.id = conversations.id
    returning erased.channel, erased.account, erased.address`);
  for (const { channel, account, address } of closed)
    await tx.execute(sql`
      update inbox set address = null
      where channel = ${channel} and account = ${account} and address = ${address} and state <> 'pending'`);
  return closed.length;
}
