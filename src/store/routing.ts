import { and, asc, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import type { KnownOfficer } from '../rules/routing/conflict-of-interest.ts';
import type { Independent, TreeUnit } from '../rules/routing/independent.ts';
import type { Candidate } from '../rules/routing/route.ts';
import type { RecordedStep } from '../rules/routing/step-in-question.ts';
import { isManager, type Role } from '../rules/visibility/can-see.ts';
import { controlRole, leadingRoles } from '../rules/visibility/ranks.ts';
import type { Db, Tx } from './database.ts';
import { remember } from './in-transaction.ts';
import { loadsOf, type Weighing } from './loads.ts';
import { absentAt } from './organisation.ts';
import { declarations } from './schema/enterprises.ts';
import { dutyRoster, officers, units } from './schema/organisation.ts';

/**
 * Those who could take a case in the unit, with their load at this moment; as far as `askedBy` may know it, where somebody
 * only asks. Managers lead, they are not dealt cases.
 */
export async function candidatesIn(
  tx: Tx | Db,
  unitId: number,
  role: Role,
  at: Date,
  excluded: ReadonlySet<number>,
  askedBy: number | null = null,
): Promise<Candidate[]> {
  const members = await remember(tx, `members ${unitId} ${role}`, ['officers'], () =>
    tx
      .select({ id: officers.id })
      .from(officers)
      .where(and(eq(officers.unitId, unitId), eq(officers.active, true), eq(officers.role, role))),
  );
  const ids = members.map(({ id }) => id);
  const present = await presenceOf(tx, ids, at, { withConduct: role === controlRole, askedBy });
  return ids.map((officerId) => present(officerId, excluded));
}

/** Internal control and all who lead a unit, as those to whom a matter about conduct may go. */
export async function independentPeople(
  tx: Tx | Db,
  at: Date,
  excluded: ReadonlySet<number>,
  askedBy: number | null = null,
): Promise<Independent[]> {
  const people = await tx
    .select({ officerId: officers.id, unitId: officers.unitId, role: officers.role })
    .from(officers)
    .where(and(eq(officers.active, true), inArray(officers.role, [controlRole, ...leadingRoles])))
    .orderBy(asc(officers.id));
  const ids = people.map(({ officerId }) => officerId);
  const present = await presenceOf(tx, ids, at, { withConduct: true, askedBy });
  const away = await absentAt(tx, ids, at);
  return people.map((person) => ({
    ...person,
    ...present(person.officerId, excluded),
    substituteId: away.get(person.officerId) ?? null,
  }));
}

/** Duty, absence and load of these officers at `at`, ready to be asked one by one. */
async function presenceOf(tx: Tx | Db, ids: readonly number[], at: Date, weighing: Weighing) {
  const wanted = [...ids];
  const onDuty =
    wanted.length === 0
      ? []
      : await remember(tx, `on duty ${at.getTime()} ${wanted.join()}`, ['duty_roster', 'officers'], () =>
          tx
            .select({ id: dutyRoster.officerId })
            .from(dutyRoster)
            .innerJoin(officers, and(eq(officers.id, dutyRoster.officerId), eq(officers.unitId, dutyRoster.unitId)))
            .where(and(inArray(dutyRoster.officerId, wanted), lte(dutyRoster.fromAt, at), gt(dutyRoster.untilAt, at))),
        );
  const away = await absentAt(tx, wanted, at);
  const loads = await loadsOf(tx, wanted, weighing);
  const dutyIds = new Set(onDuty.map(({ id }) => id));
  return (officerId: number, excluded: ReadonlySet<number>): Candidate => {
    const own = loads.get(officerId);
    return {
      officerId,
      isOnDuty: dutyIds.has(officerId),
      isAbsent: away.has(officerId),
      isExcluded: excluded.has(officerId),
      openCases: own?.openCases ?? 0,
      lastAssignedAt: own?.lastAssignedAt ?? null,
    };
  };
}

export async function unitTree(tx: Tx | Db): Promise<TreeUnit[]> {
  return remember(tx, 'unit tree', ['units'], async () => {
    return tx.select({ id: units.id, parentId: units.parentId }).from(units).orderBy(asc(units.id));
  });
}

/** Everybody who works here or did, as a report may name them. */
export async function knownOfficers(tx: Tx | Db): Promise<(KnownOfficer & { unitId: number })[]> {
  return remember(tx, 'known officers', ['officers', 'units'], async () => {
    const rows = await tx
      .select({
        id: officers.id,
        name: officers.name,
        title: officers.title,
        role: officers.role,
        unitId: officers.unitId,
        unitName: units.name,
        unitShortName: units.shortName,
      })
      .from(officers)
      .innerJoin(units, eq(units.id, officers.unitId));
    return rows.map(({ role, unitName, unitShortName, ...row }) => ({
      ...row,
      isManager: isManager(role),
      unitNames: [unitName, unitShortName],
    }));
  });
}

/** Who did which step of the declaration, whosever it is, by its first eleven digits. Steps of people we do not know are left out. */
export async function recordedSteps(tx: Tx | Db, declarationNo: string | null): Promise<RecordedStep[]> {
  if (declarationNo === null) return [];
  const number11 = declarationNo.slice(0, 11);
  return remember(tx, `steps of ${number11}`, ['declarations', 'officers'], () => readSteps(tx, number11));
}

async function readSteps(tx: Tx | Db, number11: string): Promise<RecordedStep[]> {
  const [row] = await tx
    .select({ steps: declarations.steps })
    .from(declarations)
    .where(eq(declarations.number11, number11));
  const emails = (row?.steps ?? []).flatMap(({ officerEmail }) => officerEmail?.toLowerCase() ?? []);
  if (row === undefined || emails.length === 0) return [];
  const people = await tx
    .select({ id: officers.id, email: sql<string>`lower(${officers.email})` })
    .from(officers)
    .where(inArray(sql`lower(${officers.email})`, emails));
  const byEmail = new Map(people.map(({ id, email }) => [email, id]));
  return row.steps.flatMap(({ step, at, officerEmail }) => {
    const officerId = byEmail.get(officerEmail?.toLowerCase() ?? '');
    return officerId === undefined ? [] : [{ step, at, officerId }];
  });
}

/** Everybody who holds the role, wherever. */
export async function holdersWithRole(tx: Tx | Db, role: Role): Promise<number[]> {
  const rows = await tx
    .select({ id: officers.id })
    .from(officers)
    .where(and(eq(officers.active, true), eq(officers.role, role)))
    .orderBy(asc(officers.id));
  return rows.map(({ id }) => id);
}

/** Those of `ids` whose role is one of `roles`. */
export async function whoHasRole(tx: Tx | Db, ids: readonly number[], roles: readonly Role[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: officers.id })
    .from(officers)
    .where(and(inArray(officers.id, [...ids]), eq(officers.active, true), inArray(officers.role, [...roles])));
  return rows.map(({ id }) => id);
}
