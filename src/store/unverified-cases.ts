import { and, asc, eq, sql } from 'drizzle-orm';
import type { CaseRow } from './cases.ts';
import type { Tx } from './database.ts';
import { cases } from './schema/cases.ts';

/** The open cases of a person that are nobody's enterprise yet, locked; what concerns conduct is not among them. */
export async function lockUnverifiedCases(tx: Tx, contactId: number): Promise<CaseRow[]> {
  return tx
    .select()
    .from(cases)
    .where(
      and(
        eq(cases.contactId, contactId),
        eq(cases.isVerified, false),
        sql`${cases.enterpriseId} is null`,
        sql`${cases.state} not in ('closed', 'merged')`,
        sql`${cases.kind} not in ('report', 'verification')`,
      ),
    )
    .orderBy(asc(cases.id))
    .for('update');
}
