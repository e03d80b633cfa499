import { and, asc, eq, gt, inArray, lte, ne } from 'drizzle-orm';
import type { Db, Tx } from './database.ts';
import { casePresences } from './schema/desk-tools.ts';
import { officers } from './schema/organisation.ts';

export type Activity = (typeof casePresences.$inferSelect)['activity'];

/** Whoever has not said so for this long has left. Pages say so every ten seconds. */
const presentSeconds = 25;

export interface Present {
  caseId: number;
  officerId: number;
  name: string;
  activity: Activity;
}

/** Notes that the officer has the case open; true when that is news to the others. */
export async function notePresent(
  tx: Tx,
  { caseId, officerId, activity, at }: typeof casePresences.$inferSelect,
): Promise<boolean> {
  const [before] = await tx
    .select()
    .from(casePresences)
    .where(and(eq(casePresences.caseId, caseId), eq(casePresences.officerId, officerId)))
    .for('update');
  await tx
    .insert(casePresences)
    .values({ caseId, officerId, activity, at })
    .onConflictDoUpdate({ target: [casePresences.caseId, casePresences.officerId], set: { activity, at } });
  return before === undefined || before.activity !== activity || before.at <= lastHeartbeat(at);
}

/** True when the others have still believed the officer to be there. Whoever left without a word goes too. */
export async function noteGone(tx: Tx, caseId: number, officerId: number, at: Date): Promise<boolean> {
  const rows = await tx
    .delete(casePresences)
    .where(and(eq(casePresences.caseId, caseId), eq(casePresences.officerId, officerId)))
    .returning({ at: casePresences.at });
  await tx.delete(casePresences).where(and(eq(casePresences.caseId, caseId), lte(casePresences.at, lastHeartbeat(at))));
  return rows.some((row) => row.at > lastHeartbeat(at));
}

/** Who else has these cases open at `at`. */
export async function presentOn(
  db: Db | Tx,
  caseIds: readonly number[],
  otherThan: number,
  at: Date,
): Promise<Present[]> {
  if (caseIds.length === 0) return [];
  return db
    .select({
      caseId: casePresences.caseId,
      officerId: casePresences.officerId,
      name: officers.name,
      activity: casePresences.activity,
    })
    .from(casePresences)
    .innerJoin(officers, eq(officers.id, casePresences.officerId))
    .where(
      and(
        inArray(casePresences.caseId, [...caseIds]),
        ne(casePresences.officerId, otherThan),
        gt(casePresences.at, lastHeartbeat(at)),
      ),
    )
    .orderBy(asc(officers.name));
}

function lastHeartbeat(at: Date): Date {
  return new Date(at.getTime() - presentSeconds * 1000);
}
