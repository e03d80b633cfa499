import { and, eq, sql } from 'drizzle-orm';
import type { Db, Tx } from './database.ts';
import { caseReadings } from './schema/desk-tools.ts';

/** The last message of the case that the officer has read; null for a case never opened. */
export async function seenMessageOf(db: Db | Tx, caseId: number, officerId: number): Promise<number | null> {
  const [row] = await db
    .select({ seenMessageId: caseReadings.seenMessageId })
    .from(caseReadings)
    .where(and(eq(caseReadings.caseId, caseId), eq(caseReadings.officerId, officerId)));
  return row?.seenMessageId ?? null;
}

/** Notes that the officer has read everything so far, or leaves the newest word of the person unread. */
export async function saveReading(tx: Tx, caseId: number, officerId: number, isRead: boolean): Promise<void> {
  const newest = isRead
    ? sql`coalesce(max(m.id), 0)`
    : sql`coalesce(max(m.id) filter (where m.author = 'person'), 1) - 1`;
  await tx.execute(sql`
    insert into case_readings (officer_id, case_id, seen_message_id)
    select ${officerId}, ${caseId}, ${newest} from messages m where m.case_id = ${caseId}
    on conflict (officer_id, case_id) do update set seen_message_id = excluded.seen_message_id`);
}

/**
 * How many words of the person the officer has not read, by case; cases with none are left out. A case that the officer
 * never opened is news only to whoever has it, and in the officer's own unit.
 */
export async function unreadOf(
  db: Db | Tx,
  caseIds: readonly number[],
  officerId: number,
): Promise<ReadonlyMap<number, number>> {
  if (caseIds.length === 0) return new Map();
  const ids = sql.join(
    caseIds.map((id) => sql`${id}::bigint`),
    sql`, `,
  );
  const rows = await db.execute<{ caseId: string; unread: number }>(sql`
    select m.case_id as "caseId", count(*)::int as unread
    from messages m
    join cases c on c.id = m.case_id
    join officers o on o.id = ${officerId}
    left join case_readings r on r.case_id = m.case_id and r.officer_id = o.id
    where m.case_id in (${ids}) and m.author = 'person' and m.id > coalesce(r.seen_message_id, 0)
      and (r.case_id is not null or c.assignee_id = o.id or c.unit_id = o.unit_id)
    group by m.case_id`);
  return new Map(rows.map(({ caseId, unread }) => [Number(caseId), unread]));
}
