import { and, asc, eq, gt, isNotNull, isNull, lte, or } from 'drizzle-orm';
import type { Policy } from '../rules/escalation/policy.ts';
import type { ResponsibilityRule } from '../rules/routing/route.ts';
import type { Calendar } from '../rules/working-time/calendar.ts';
import { localDate } from '../rules/working-time/local-date.ts';
import type { Tx } from './database.ts';
import { calendars, policies, responsibilityRules } from './schema/organisation.ts';

/** Fails when the id is unknown: a case always names a stored version. */
export async function policyById(tx: Tx, id: number): Promise<Policy> {
  const [row] = await tx.select().from(policies).where(eq(policies.id, id));
  if (row === undefined) throw new Error(`Policy ${id} is not stored`);
  return row.definition;
}

/** Fails when the id is unknown. */
export async function calendarById(tx: Tx, id: number): Promise<Calendar> {
  const [row] = await tx.select().from(calendars).where(eq(calendars.id, id));
  if (row === undefined) throw new Error(`Calendar ${id} is not stored`);
  return row.definition;
}

export async function policiesInForce(tx: Tx, at: Date, zone: string): Promise<{ id: number; definition: Policy }[]> {
  const today = localDate(at, zone);
  return tx
    .select({ id: policies.id, definition: policies.definition })
    .from(policies)
    .where(and(lte(policies.validFrom, today), or(isNull(policies.validTo), gt(policies.validTo, today))));
}

/** The approved calendar of the unit, or the department's where the unit has none of its own. */
export async function currentCalendarFor(tx: Tx, unitId: number): Promise<number> {
  const rows = await tx
    .select({ id: calendars.id, unitId: calendars.unitId })
    .from(calendars)
    .where(
      and(
        isNotNull(calendars.approvedAt),
        isNull(calendars.supersededAt),
        or(isNull(calendars.unitId), eq(calendars.unitId, unitId)),
      ),
    );
  const chosen = rows.find((row) => row.unitId === unitId) ?? rows.find((row) => row.unitId === null);
  if (chosen === undefined) throw new Error('No working calendar is approved');
  return chosen.id;
}

export async function responsibilityInForce(tx: Tx, at: Date, zone: string): Promise<ResponsibilityRule[]> {
  const today = localDate(at, zone);
  return tx
    .select()
    .from(responsibilityRules)
    .where(
      and(
        lte(responsibilityRules.validFrom, today),
        or(isNull(responsibilityRules.validTo), gt(responsibilityRules.validTo, today)),
      ),
    )
    .orderBy(asc(responsibilityRules.precedence));
}
