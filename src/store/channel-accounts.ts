import { and, asc, eq, sql } from 'drizzle-orm';
import type { AccountHealth } from '../channel/port.ts';
import type { ChatKey } from './conversations.ts';
import type { Db, Tx } from './database.ts';
import { channelAccounts } from './schema/conversations.ts';

export type AccountKey = Pick<ChatKey, 'channel' | 'account'>;
export type ChannelAccountRow = typeof channelAccounts.$inferSelect;

/** Notes what a check of an account found. `since` moves only when its state does. Answers the state it had before. */
export async function noteAccountHealth(
  tx: Tx | Db,
  { channel, account }: AccountKey,
  { state, whatToDo, endsAt }: AccountHealth,
  at: Date,
): Promise<AccountHealth['state'] | null> {
  const [before] = await tx
    .select({ state: channelAccounts.state })
    .from(channelAccounts)
    .where(and(eq(channelAccounts.channel, channel), eq(channelAccounts.account, account)));
  await tx
    .insert(channelAccounts)
    .values({ channel, account, state, whatToDo, endsAt, since: at, checkedAt: at })
    .onConflictDoUpdate({
      target: [channelAccounts.channel, channelAccounts.account],
      set: {
        state,
        whatToDo,
        endsAt,
        checkedAt: at,
        since: sql`case when ${channelAccounts.state} = ${state} then ${channelAccounts.since} else excluded.since end`,
      },
    });
  return before?.state ?? null;
}

/** Keeps a whole account silent until `until`, unless it has to be silent for longer already. */
export async function silenceAccount(tx: Tx, { channel, account }: AccountKey, until: Date, at: Date): Promise<void> {
  await tx
    .insert(channelAccounts)
    .values({ channel, account, state: 'working', whatToDo: '', since: at, checkedAt: at, silentUntil: until })
    .onConflictDoUpdate({
      target: [channelAccounts.channel, channelAccounts.account],
      set: { silentUntil: sql`greatest(${channelAccounts.silentUntil}, excluded.silent_until)` },
    });
}

/** All accounts that something is known of, for administrators. */
export async function accountHealths(db: Db): Promise<ChannelAccountRow[]> {
  return db.select().from(channelAccounts).orderBy(asc(channelAccounts.channel), asc(channelAccounts.account));
}
