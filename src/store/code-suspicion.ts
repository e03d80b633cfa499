import { sql } from 'drizzle-orm';
import type { Db } from './database.ts';
import { conversations } from './schema/conversations.ts';

/**
 * How many wrong codes stand in the chats that have had no right one since, and how many chats were shut out. Somebody who
 * tries out codes from many chats shows here before any one chat is shut.
 */
export async function codeSuspicion(db: Db): Promise<{ failures: number; refusedChats: number }> {
  const [row] = await db
    .select({
      failures: sql<number>`coalesce(sum(${conversations.codeFailures}), 0)::int`,
      refusedChats: sql<number>`(count(*) filter (where ${conversations.codesRefusedUntil} is not null))::int`,
    })
    .from(conversations);
  return row ?? { failures: 0, refusedChats: 0 };
}
