import { and, asc, eq, inArray, isNotNull, notInArray, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '../rules/case/words.ts';
import type { CaseRow } from './cases.ts';
import type { Db, Tx } from './database.ts';
import { caseExclusions, cases } from './schema/cases.ts';
import { units } from './schema/organisation.ts';

/**
 * How many cases of the unit are not over, of those that may be named to the one who asks. The unit's row is locked first:
 * a case that is being opened refers to it, so it is either counted here or opened after this transaction.
 */
export async function openCasesIn(tx: Tx, by: Actor, unitId: number): Promise<number> {
  await tx.select({ id: units.id }).from(units).where(eq(units.id, unitId)).for('update');
  return (await namedCasesIn(tx, by, unitId)).total;
}

/** Cases that are not over in units that ended by `date`, with the unit above, locked until the transaction ends. */
export async function lockCasesOfEndedUnits(tx: Tx, date: string): Promise<{ row: CaseRow; parentId: number }[]> {
  const rows = await tx
    .select({ row: cases, parentId: units.parentId })
    .from(cases)
    .innerJoin(units, eq(units.id, cases.unitId))
    .where(and(isNotNull(units.validTo), sql`${units.validTo} <= ${date}`, isUnderWay()))
    .orderBy(asc(cases.id))
    .for('update', { of: cases });
  return rows.flatMap(({ row, parentId }) => (parentId === null ? [] : [{ row, parentId }]));
}

export interface NamedCases {
  total: number;
  /** The first hundred. */
  references: string[];
}

/**
 * Numbers of open cases, for one who arranges the work and does not read it. Matters about conduct are not among them,
 * nor those from which the one who asks is excluded: that they exist is not for an administrator.
 */
async function namedCases(tx: Tx | Db, by: Actor, which: SQL | undefined): Promise<NamedCases> {
  const notExcluded =
    by.kind === 'officer'
      ? sql`not exists (select 1 from ${caseExclusions} where ${caseExclusions.caseId} = ${cases}.id
          and ${caseExclusions.officerId} = ${by.officerId})`
      : undefined;
  const shown = and(which, isUnderWay(), inArray(cases.kind, ['issue', 'question']), notExcluded);
  const rows = await tx
    .select({ reference: cases.reference })
    .from(cases)
    .where(shown)
    .orderBy(asc(cases.id))
    .limit(100);
  return { total: await tx.$count(cases, shown), references: rows.map(({ reference }) => reference) };
}

export async function namedCasesOf(tx: Tx | Db, by: Actor, officerId: number): Promise<NamedCases> {
  return namedCases(tx, by, eq(cases.assigneeId, officerId));
}

export async function namedCasesIn(tx: Tx | Db, by: Actor, unitId: number): Promise<NamedCases> {
  return namedCases(tx, by, eq(cases.unitId, unitId));
}

/** Open cases that keep the policy version they were opened with. */
export async function namedCasesUnder(tx: Tx | Db, by: Actor, policyId: number): Promise<NamedCases> {
  return namedCases(tx, by, eq(cases.policyId, policyId));
}

function isUnderWay() {
  return notInArray(cases.state, ['closed', 'merged']);
}
