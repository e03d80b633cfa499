import { sql } from 'drizzle-orm';
import type { ChannelName } from '../channel/port.ts';
import type { SpokenLanguage } from '../rules/working-time/say-when.ts';
import type { Tx } from './database.ts';

/** A chat of somebody who speaks for an enterprise and has agreed that we keep what is said. */
export interface SpeakersChat {
  enterpriseId: number;
  conversationId: number;
  contactId: number;
  channel: ChannelName;
  account: string;
  language: SpokenLanguage | null;
  lastInteractionAt: Date | null;
  isMuted: boolean;
  isPreferred: boolean;
}

/** Those of the enterprises, at `at`. Chats whose person has stopped us, groups and officers' chats are left out. */
export async function speakersChats(tx: Tx, enterpriseIds: readonly number[], at: Date): Promise<SpeakersChat[]> {
  if (enterpriseIds.length === 0) return [];
  const rows = await tx.execute<Record<string, string | boolean | null>>(sql`
    select l.enterprise_id, c.id, c.contact_id, c.channel, c.account, c.language, c.last_interaction_at,
           coalesce(w.is_muted, false) as is_muted, coalesce(w.is_preferred, false) as is_preferred
      from contact_links l
      join conversations c on c.contact_id = l.contact_id and c.officer_id is null and c.blocked_at is null and not c.is_group
      left join rating_wishes w on w.conversation_id = c.id
     where l.enterprise_id = any(${`{${enterpriseIds.join()}}`}::bigint[])
       and l.valid_from <= ${at.toISOString()}::timestamptz
       and (l.valid_until is null or l.valid_until > ${at.toISOString()}::timestamptz)
       and (select k.answer from consents k where k.conversation_id = c.id order by k.id desc limit 1) = 'given'`);
  return rows.map((row) => ({
    enterpriseId: Number(row.enterprise_id),
    conversationId: Number(row.id),
    contactId: Number(row.contact_id),
    // The columns hold nothing else.
    channel: String(row.channel) as ChannelName,
    account: String(row.account),
    language: row.language as SpokenLanguage | null,
    lastInteractionAt: row.last_interaction_at === null ? null : new Date(String(row.last_interaction_at)),
    isMuted: row.is_muted === true,
    isPreferred: row.is_preferred === true,
  }));
}

/** How many messages about ratings went to each person since `since`, into whichever chats. */
export async function askedSince(tx: Tx, contactIds: readonly number[], since: Date): Promise<Map<number, number>> {
  if (contactIds.length === 0) return new Map();
  const from = sql`${since.toISOString()}::timestamptz`;
  const rows = await tx.execute<{ contact_id: string; count: string }>(sql`
    with chat as (
      select c.id, c.contact_id from conversations c where c.contact_id = any(${`{${contactIds.join()}}`}::bigint[])
    ), said as (
      select chat.contact_id, coalesce('digest ' || i.digest_id, 'one ' || i.id) as message
        from chat join rating_invitations i on i.conversation_id = chat.id and i.sent_at >= ${from}
      union
      select chat.contact_id, 'again ' || i.conversation_id || ' ' || i.reminded_at
        from chat join rating_invitations i on i.conversation_id = chat.id and i.reminded_at >= ${from}
    )
    select contact_id, count(*) from said group by contact_id`);
  return new Map(rows.map(({ contact_id, count }) => [Number(contact_id), Number(count)]));
}

/** Accounts, as "channel account", with a message that should have gone out by `dueBefore` and could have: people wait there. */
export async function accountsBehind(tx: Tx, dueBefore: Date): Promise<Set<string>> {
  const rows = await tx.execute<{ account: string }>(sql`
    select distinct c.channel || ' ' || c.account as account
      from outbox o join conversations c on c.id = o.conversation_id
     where o.state = 'queued' and o.due_at < ${dueBefore.toISOString()}::timestamptz
       and (c.next_send_at is null or c.next_send_at < ${dueBefore.toISOString()}::timestamptz)
       and not exists (select from outbox e where e.conversation_id = o.conversation_id and e.id < o.id
         and e.state in ('queued', 'sending', 'unknown'))`);
  return new Set(rows.map(({ account }) => account));
}
