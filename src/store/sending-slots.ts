import { and, eq, sql } from 'drizzle-orm';
import { doubtChecksAllowed } from '../rules/delivery/doubt.ts';
import type { ChatKey } from './conversations.ts';
import type { Db, Tx } from './database.ts';
import { sendingSlots } from './schema/conversations.ts';

/** One of our accounts, and how much of it this process may take now. */
export interface SendingAccount extends Pick<ChatKey, 'channel' | 'account'> {
  /** Messages at a time, and for how long each counts; null where nothing limits us. */
  limit: { messages: number; perMilliseconds: number } | null;
  room: number;
}

export interface Taken {
  outboxId: number;
  /** Null where the account has no limit. */
  slot: number | null;
  /** The limits allow it from then on; null where they allow it at any time. */
  startAt: Date | null;
}

interface TakingTimes {
  now: Date;
  /** What the limits allow by then may be taken now, to be sent when they do. */
  allowedBy: Date;
  leasedUntil: Date;
  filesLeasedUntil: Date;
}

/** Makes the rows that stand for an account's limit. Those of an earlier, higher limit stay and are not used. */
export async function prepareSlots(db: Db, { channel, account, limit }: SendingAccount, at: Date): Promise<void> {
  if (limit === null) return;
  const rows = Array.from({ length: limit.messages }, (_, slot) => ({ channel, account, slot, freeAt: at }));
  await db.insert(sendingSlots).values(rows).onConflictDoNothing();
}

const checksAllowed = sql.raw(String(doubtChecksAllowed));

// The oldest unfinished message of its chat. A message in doubt holds the later ones back while the platform is asked.
// Here and below scalar queries stand where joins would do: the queue is read in order and only until enough is found,
// while a join makes the server read and sort all of it. With 100,000 messages waiting a look took 60 ms instead of 1,100.
const isHead = sql`o.id = (select min(e.id) from outbox e where e.conversation_id = o.conversation_id and e.state in ('queued', 'sending'))
  and (select min(d.id) from outbox d where d.conversation_id = o.conversation_id and d.state = 'unknown' and d.doubt_checks < ${checksAllowed} and d.id < o.id) is null`;

/**
 * Takes for sending what may go out by `now`: for each account as many messages as it has free slots, the longest
 * waiting first, one a chat. Another process that looks at the same moment takes others. A slot that is not given back
 * frees itself one period after the lease.
 */
export async function takeReady(
  db: Db,
  accounts: readonly SendingAccount[],
  { now, allowedBy, leasedUntil, filesLeasedUntil }: TakingTimes,
): Promise<Taken[]> {
  const rows = await db.execute<{ id: string; slot: number | null; start_at: string | null }>(sql`
    with account as materialized (
      select a.* from ${recordset(accounts)}
        left join channel_accounts s on s.channel = a.channel and s.account = a.account
       where s.silent_until is null or s.silent_until <= ${instant(now)}
    ), slot as materialized (
      select a.channel, a.account, f.slot, f.free_at, row_number() over (partition by a.channel, a.account order by f.free_at, f.slot) as n
        from account a cross join lateral (
          select s.slot, s.free_at from sending_slots s
           where s.channel = a.channel and s.account = a.account and s.slot < a.slots and s.free_at <= ${instant(allowedBy)}
           order by s.free_at, s.slot limit a.room for update skip locked) f
    ), open as materialized (
      select a.channel, a.account, a.slots, a.period,
             case when a.slots is null then a.room else (select count(*) from slot s where s.channel = a.channel and s.account = a.account) end as room
        from account a
    ), ready as materialized (
      select a.channel, a.account, a.slots, a.period, r.id, row_number() over (partition by a.channel, a.account order by r.due_at, r.id) as n
        from open a cross join lateral (
          select o.id, o.due_at from outbox o
           where o.state = 'queued' and o.due_at <= ${instant(now)}
             and (select c.channel || ' ' || c.account from conversations c where c.id = o.conversation_id
                   and (c.next_send_at is null or c.next_send_at <= ${instant(allowedBy)})) = a.channel || ' ' || a.account
             and ${isHead}
           order by o.due_at, o.id limit a.room for update skip locked) r
    ), pair as materialized (
      select r.id, r.channel, r.account, r.period, s.slot, greatest(s.free_at, c.next_send_at) as start_at,
             case when exists (select from files f where f.message_id = o.message_id)
                  then ${instant(filesLeasedUntil)} else ${instant(leasedUntil)} end as leased_until
        from ready r join outbox o on o.id = r.id join conversations c on c.id = o.conversation_id
        left join slot s on s.channel = r.channel and s.account = r.account and s.n = r.n
       where r.slots is null or s.slot is not null
    ), used as (
      update sending_slots s
         set free_at = p.leased_until + p.period * interval '1 millisecond'
        from pair p where s.channel = p.channel and s.account = p.account and s.slot = p.slot
    )
    update outbox o
       set state = 'sending', leased_until = p.leased_until
      from pair p where o.id = p.id
    returning o.id, p.slot, p.start_at`);
  return rows.map(({ id, slot, start_at }) => ({ outboxId: Number(id), slot, startAt: dateOf(start_at) }));
}

/** Frees a slot again at `at`. */
export async function freeSlot(
  tx: Tx,
  { channel, account }: Pick<ChatKey, 'channel' | 'account'>,
  slot: number,
  at: Date,
): Promise<void> {
  await tx
    .update(sendingSlots)
    .set({ freeAt: at })
    .where(and(eq(sendingSlots.channel, channel), eq(sendingSlots.account, account), eq(sendingSlots.slot, slot)));
}

export interface NextMoments {
  /** When something may go out next. */
  sendAt: Date | null;
  /** When the lease of whoever sends ends next. */
  leaseEndsAt: Date | null;
  /** When the platform is asked next about a message in doubt. */
  doubtAt: Date | null;
}

// The earliest moment hardly lies behind so many that are due earlier; the deliverer looks once a second anyway.
const looksAhead = 500;

/** When the deliverer of these accounts has something to do; null for nothing. */
export async function nextMoments(db: Db, accounts: readonly SendingAccount[]): Promise<NextMoments> {
  const [row] = await db.execute<{ send_at: string | null; lease_ends_at: string | null; doubt_at: string | null }>(sql`
    with head as materialized (
      select c.channel, c.account, greatest(o.due_at, c.next_send_at) as at
        from (select * from outbox where state = 'queued' order by due_at, id limit ${looksAhead}) o
        join conversations c on c.id = o.conversation_id
       where ${isHead}
    )
    select
      (select min(greatest(h.at, s.silent_until, f.free_at))
         from head h
         join ${recordset(accounts)} on a.channel = h.channel and a.account = h.account
         left join channel_accounts s on s.channel = a.channel and s.account = a.account
         left join (select channel, account, min(free_at) as free_at from sending_slots group by channel, account) f
           on f.channel = a.channel and f.account = a.account and a.slots is not null) as send_at,
      (select min(leased_until) from outbox where state = 'sending') as lease_ends_at,
      (select min(due_at) from outbox where state = 'unknown' and doubt_checks < ${checksAllowed}) as doubt_at`);
  return {
    sendAt: dateOf(row?.send_at),
    leaseEndsAt: dateOf(row?.lease_ends_at),
    doubtAt: dateOf(row?.doubt_at),
  };
}

function recordset(accounts: readonly SendingAccount[]) {
  const rows = accounts.map(({ channel, account, limit, room }) => ({
    channel,
    account,
    slots: limit?.messages ?? null,
    period: limit?.perMilliseconds ?? null,
    room,
  }));
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as a (channel text, account text, slots int, period int, room int)`;
}

function instant(at: Date) {
  return sql`${at.toISOString()}::timestamptz`;
}

function dateOf(text: string | null | undefined): Date | null {
  return text == null ? null : new Date(text);
}
