import { type CaseKind, highestLevel, type Level } from '../../rules/case/words.ts';
import type { Policy } from '../../rules/escalation/policy.ts';
import { type Addressee, chooseAddressee, type Manager } from '../../rules/routing/addressee.ts';
import { chooseOfficer, chooseUnit, type OfficerChoice, type UnitChoice } from '../../rules/routing/route.ts';
import { isAboutConduct, type Role } from '../../rules/visibility/can-see.ts';
import type { CaseRow } from '../../store/cases.ts';
import type { Tx } from '../../store/database.ts';
import {
  absentAt,
  candidatesIn,
  excludedFrom,
  holdersIn,
  officeByCode,
  rootUnit,
  unitById,
  unitIdByCode,
  unitWithRole,
} from '../../store/organisation.ts';
import { responsibilityInForce } from '../../store/rules.ts';
import type { Act } from '../act.ts';

const managing: readonly Role[] = ['departmentLeader', 'unitHead', 'teamLead'];

/** The unit that answers for a matter, and why. */
export async function responsibleUnit(
  current: Act,
  matter: { kind: CaseKind; category: string; officeCode: string | null },
): Promise<UnitChoice> {
  const { tx, at } = current;
  if (isAboutConduct(matter.kind)) return { unitId: await controlUnitId(tx), because: 'internalControl', rule: null };
  const office = matter.officeCode === null ? null : await officeByCode(tx, matter.officeCode);
  const root = await rootUnit(tx);
  const facts = { ...matter, officeUnitId: office?.unitId ?? null, rootUnitId: root.id };
  return chooseUnit(facts, await responsibilityInForce(tx, at, current.zone));
}

/** Who in the unit takes it, and why. */
export async function responsibleOfficer(
  current: Act,
  kind: CaseKind,
  unitId: number,
  excluded: ReadonlySet<number>,
): Promise<OfficerChoice> {
  const role = isAboutConduct(kind) ? 'internalControl' : 'officer';
  return chooseOfficer(await candidatesIn(current.tx, unitId, role, current.at, excluded));
}

// Where internal control sits; with nobody there, the top of the tree, which hears that nobody is eligible.
async function controlUnitId(tx: Tx): Promise<number> {
  return (await unitWithRole(tx, 'internalControl')) ?? (await rootUnit(tx)).id;
}

/**
 * Who answers at `level`: the manager the policy names, a substitute, or the next level's. Null only when the whole
 * ladder above is empty, away or excluded. `rung` says how many levels up the addressee stands.
 */
export async function managerAt(current: Act, row: CaseRow, level: Level, policy: Policy): Promise<Addressee> {
  const excluded = await excludedFrom(current.tx, row.id);
  const rungs: Manager[][] = [];
  for (let rung = Math.max(2, level); rung <= highestLevel; rung += 1) {
    const unitId = await answeringUnit(current, row, policy, rung as Exclude<Level, 1>);
    rungs.push(unitId === null ? [] : await managersOf(current, unitId, excluded));
  }
  return chooseAddressee(rungs);
}

async function answeringUnit(
  current: Act,
  row: CaseRow,
  policy: Policy,
  level: Exclude<Level, 1>,
): Promise<number | null> {
  const answerer = policy.answerers[level];
  if (answerer.unit === 'own') return row.unitId;
  if (answerer.unit === 'root') return (await rootUnit(current.tx)).id;
  return unitIdByCode(current.tx, answerer.code);
}

async function managersOf(current: Act, unitId: number, excluded: ReadonlySet<number>): Promise<Manager[]> {
  const { tx, at } = current;
  const unit = await unitById(tx, unitId);
  const roles = unit.parentId === null ? managing : managing.slice(1);
  const holders = await holdersIn(tx, unitId, roles);
  const away = await absentAt(tx, holders, at);
  const substitutes = [...away.values()].filter((id): id is number => id !== null);
  const substitutesAway = await absentAt(tx, substitutes, at);
  return holders.map((officerId) => {
    const substituteId = away.get(officerId) ?? null;
    return {
      officerId,
      isAbsent: away.has(officerId),
      isExcluded: excluded.has(officerId),
      substituteId,
      substituteIsAbsent: substituteId !== null && substitutesAway.has(substituteId),
      substituteIsExcluded: substituteId !== null && excluded.has(substituteId),
    };
  });
}
