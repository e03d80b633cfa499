import { desc, eq } from 'drizzle-orm';
import type { Db, Tx } from './database.ts';
import { officerNotices } from './schema/verifications.ts';

export type OfficerNoticeRow = typeof officerNotices.$inferSelect;

const minuteMilliseconds = 60_000;

/** Keeps what an officer is told; to the minute, since a second could be looked up among the ratings' own. */
export async function insertOfficerNotice(
  tx: Tx,
  { officerId, text, at }: Omit<OfficerNoticeRow, 'id'>,
): Promise<void> {
  const minute = new Date(Math.floor(at.getTime() / minuteMilliseconds) * minuteMilliseconds);
  await tx.insert(officerNotices).values({ officerId, text, at: minute });
}

/** The newest first. */
export async function noticesOf(db: Db | Tx, officerId: number, limit: number): Promise<OfficerNoticeRow[]> {
  return db
    .select()
    .from(officerNotices)
    .where(eq(officerNotices.officerId, officerId))
    .orderBy(desc(officerNotices.id))
    .limit(limit);
}
