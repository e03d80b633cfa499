import { and, asc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import type { Policy } from '../rules/escalation/policy.ts';
import type { ResponsibilityRule } from '../rules/routing/route.ts';
import type { Calendar } from '../rules/working-time/calendar.ts';
import { localDate } from '../rules/working-time/local-date.ts';
import { calendarForUnit } from '../rules/working-time/whose-calendar.ts';
import { calendarIdsInForce, holdCalendars, unitParents } from './calendars.ts';
import type { Tx } from './database.ts';
import { remember } from './in-transaction.ts';
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
  return remember(tx, `policies ${localDate(at, zone)}`, ['policies'], async () => {
    const today = localDate(at, zone);
    return tx
      .select({ id: policies.id, definition: policies.definition })
      .from(policies)
      .where(and(lte(policies.validFrom, today), or(isNull(policies.validTo), gt(policies.validTo, today))));
  });
}

/**
 * The calendar version that a case of the unit gets: the unit's own, else that of the nearest unit above, else the
 * department's. It stays in force until the transaction ends.
 */
export async function currentCalendarFor(tx: Tx, unitId: number): Promise<number> {
  return remember(tx, `calendar for ${unitId}`, ['calendars', 'units'], async () => {
    await holdCalendars(tx);
    const [units, inForce] = await Promise.all([unitParents(tx), calendarIdsInForce(tx)]);
    const parentOf = new Map(units.map(({ id, parentId }) => [id, parentId]));
    const chosen = calendarForUnit(unitId, parentOf, inForce);
    if (chosen === undefined) throw new Error('No working calendar is approved');
    return chosen.id;
  });
}

export async function responsibilityInForce(tx: Tx, at: Date, zone: string): Promise<ResponsibilityRule[]> {
  return remember(tx, `responsibility ${localDate(at, zone)}`, ['responsibility_rules'], async () => {
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
  });
}
