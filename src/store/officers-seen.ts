import { gt, lt } from 'drizzle-orm';
import type { Db } from './database.ts';
import { officersSeen } from './schema/attendance.ts';

// An open console asks every minute; one question may be late or lost.
const onlineForMs = 150_000;
const notedEveryMs = 40_000;

/** Notes that the officer's console is open; at most so often, however many pages are. */
export async function noteSeen(db: Db, officerId: number, at: Date): Promise<void> {
  await db
    .insert(officersSeen)
    .values({ officerId, seenAt: at })
    .onConflictDoUpdate({
      target: officersSeen.officerId,
      set: { seenAt: at },
      setWhere: lt(officersSeen.seenAt, new Date(at.getTime() - notedEveryMs)),
    });
}

/** Whose console is open at `now`. */
export async function officersOnline(db: Db, now: Date): Promise<ReadonlySet<number>> {
  const rows = await db
    .select({ id: officersSeen.officerId })
    .from(officersSeen)
    .where(gt(officersSeen.seenAt, new Date(now.getTime() - onlineForMs)));
  return new Set(rows.map(({ id }) => id));
}
