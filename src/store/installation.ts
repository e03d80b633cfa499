import { isNull, sql } from 'drizzle-orm';
import type { Policy } from '../rules/escalation/policy.ts';
import type { Calendar } from '../rules/working-time/calendar.ts';
import type { Tx } from './database.ts';
import { calendars, policies } from './schema/organisation.ts';

// Any number does, as long as every process uses the same one.
const installationLock = 0x4d4a;

/** Makes processes that start together take turns until the transaction ends. */
export async function lockInstallation(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${installationLock})`);
}

/** Whether any policy was ever stored, in force or not. */
export async function hasPolicies(tx: Tx): Promise<boolean> {
  return (await tx.select({ id: policies.id }).from(policies).limit(1)).length > 0;
}

export async function insertPolicies(tx: Tx, definitions: readonly Policy[], validFrom: string): Promise<void> {
  await tx.insert(policies).values(definitions.map((definition) => ({ definition, validFrom })));
}

/** Whether the department has a calendar, approved or still proposed. A unit's own calendar does not count. */
export async function hasCalendar(tx: Tx): Promise<boolean> {
  return (await tx.select({ id: calendars.id }).from(calendars).where(isNull(calendars.unitId)).limit(1)).length > 0;
}

export async function insertApprovedCalendar(
  tx: Tx,
  row: { definition: Calendar; approvedBy: string; approvedAt: Date },
): Promise<void> {
  await tx.insert(calendars).values({ ...row, proposedBy: row.approvedBy });
}
