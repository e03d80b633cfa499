import { type CaseKind, highestLevel, type Level } from '../../rules/case/words.ts';
import type { Policy } from '../../rules/escalation/policy.ts';
import { type Addressee, chooseAddressee, type Manager } from '../../rules/routing/addressee.ts';
import { chooseIndependent } from '../../rules/routing/independent.ts';
import type { RoutingReason } from '../../rules/routing/reason.ts';
import { chooseOfficer, chooseUnit, type OfficerChoice, type UnitChoice } from '../../rules/routing/route.ts';
import { recordedInQuestion } from '../../rules/routing/step-in-question.ts';
import { isAboutConduct, type Role } from '../../rules/visibility/can-see.ts';
import { controlRole, dealtRole, independentRoles, leaderRole, leadingRoles } from '../../rules/visibility/ranks.ts';
import type { CaseRow } from '../../store/cases.ts';
import {
  absentAt,
  excludedFrom,
  holdersIn,
  officeByCode,
  rootUnit,
  unitById,
  unitIdByCode,
} from '../../store/organisation.ts';
import {
  candidatesIn,
  holdersWithRole,
  independentPeople,
  knownOfficers,
  recordedSteps,
  unitTree,
  whoHasRole,
} from '../../store/routing.ts';
import { responsibilityInForce } from '../../store/rules.ts';
import type { Act } from '../act.ts';

/** What routing has to know of the act it serves. */
type Asking = Pick<Act, 'tx' | 'at' | 'zone'> & {
  /** The officer who tries it out, and must not learn from the answer of a case that they are kept away from. */
  askedBy?: number | null;
};

export interface Matter {
  kind: CaseKind;
  category: string;
  urgent: boolean;
  officeCode: string | null;
}

/** To whom routing gives a matter, and why. */
export interface Responsible {
  unitId: number;
  /** Null: it waits in the queue of the unit. */
  officerId: number | null;
  reason: RoutingReason;
  /** Who hears at once that a matter about conduct has nobody: somebody who may know of it, or nobody. */
  tell: number | null;
}

/** Who takes a matter now. Nobody in `excluded` is ever given it or told of it. */
export async function responsibleFor(
  current: Asking,
  matter: Matter & { declarationNo: string | null },
  excluded: ReadonlySet<number>,
): Promise<Responsible> {
  const { tx, at } = current;
  if (isAboutConduct(matter.kind)) return independentOf(current, matter, excluded);
  const { unitId, because, rule, officeUnitId } = await unitFor(current, matter);
  const candidates = await candidatesIn(tx, unitId, dealtRole(matter.kind), at, excluded, current.askedBy);
  const recorded = recordedInQuestion(await recordedSteps(tx, matter.declarationNo), matter.category);
  const recordedIds = recorded.map(({ officerId }) => officerId);
  const away = await absentAt(tx, recordedIds, at);
  const standIns = recordedIds.flatMap((id) => away.get(id) ?? []);
  const choice = chooseOfficer(candidates, { recorded: recordedIds, standIns });
  const officerId = choice.to === 'officer' ? choice.officerId : null;
  const done =
    choice.because === 'recordedOnStep'
      ? recorded.find((each) => each.officerId === officerId)
      : recorded.find((each) => choice.because === 'standsInForRecorded' && away.get(each.officerId) === officerId);
  return {
    unitId,
    officerId,
    reason: {
      unit: because,
      rule: rule === null ? null : { id: rule.id, precedence: rule.precedence, note: rule.note },
      officer: choice.because,
      step: done?.step ?? null,
      otherThanUnitId: officeUnitId === unitId ? null : officeUnitId,
    },
    tell: null,
  };
}

async function independentOf(current: Asking, matter: Matter, excluded: ReadonlySet<number>): Promise<Responsible> {
  const { tx, at } = current;
  const office = matter.officeCode === null ? null : await officeByCode(tx, matter.officeCode);
  const theirs = (await knownOfficers(tx)).filter(({ id }) => excluded.has(id)).map(({ unitId }) => unitId);
  const choice = chooseIndependent({
    units: await unitTree(tx),
    people: await independentPeople(tx, at, excluded, current.askedBy),
    concernedUnitIds: office === null ? theirs : [...theirs, office.unitId],
  });
  const { unitId, because } = choice;
  const reason = { unit: because, officer: because, rule: null, step: null, otherThanUnitId: null };
  return choice.to === 'officer'
    ? { unitId, officerId: choice.officerId, reason, tell: null }
    : { unitId, officerId: null, reason, tell: choice.tell };
}

/** The unit that answers for a matter. */
export async function responsibleUnit(current: Asking, matter: Matter): Promise<{ unitId: number }> {
  return isAboutConduct(matter.kind) ? independentOf(current, matter, new Set()) : unitFor(current, matter);
}

async function unitFor(current: Asking, matter: Matter): Promise<UnitChoice & { officeUnitId: number | null }> {
  const { tx, at } = current;
  const office = matter.officeCode === null ? null : await officeByCode(tx, matter.officeCode);
  const officeUnitId = office?.unitId ?? null;
  const facts = { ...matter, officeUnitId, rootUnitId: (await rootUnit(tx)).id };
  return { ...chooseUnit(facts, await responsibilityInForce(tx, at, current.zone)), officeUnitId };
}

/** Who in the unit takes it, and why. */
export async function responsibleOfficer(
  current: Asking,
  kind: CaseKind,
  unitId: number,
  excluded: ReadonlySet<number>,
): Promise<OfficerChoice> {
  return chooseOfficer(await candidatesIn(current.tx, unitId, dealtRole(kind), current.at, excluded));
}

/**
 * Who answers at `level`: the manager the policy names, a substitute, or the next level's. Null only when the whole
 * ladder above is empty, away or excluded. `rung` says how many levels up the addressee stands.
 */
export async function managerAt(current: Asking, row: CaseRow, level: Level, policy: Policy): Promise<Addressee> {
  const { tx } = current;
  const aboutConduct = isAboutConduct(row.kind);
  // Whoever has a matter about conduct already is not the one above.
  const excluded = await excludedFrom(tx, row.id);
  const passedOver = aboutConduct && row.assigneeId !== null ? new Set([...excluded, row.assigneeId]) : excluded;
  const managing = aboutConduct ? independentRoles : leadingRoles;
  const rungs: Manager[][] = [];
  for (let rung = Math.max(2, level); rung <= highestLevel; rung += 1) {
    const unitId = await answeringUnit(current, row, policy, rung as Exclude<Level, 1>);
    const holders = unitId === null ? [] : await holdersAt(current, unitId, managing);
    rungs.push(await managersOf(current, holders, passedOver, aboutConduct));
    // Mostly the first rung answers, and the ladder above need not be read.
    const addressee = chooseAddressee(rungs);
    if (addressee !== null) return addressee;
  }
  if (aboutConduct) {
    const control = await holdersWithRole(tx, controlRole);
    rungs.push(await managersOf(current, control, passedOver, aboutConduct));
  }
  return chooseAddressee(rungs);
}

async function answeringUnit(
  current: Asking,
  row: CaseRow,
  policy: Policy,
  level: Exclude<Level, 1>,
): Promise<number | null> {
  const answerer = policy.answerers[level];
  if (answerer.unit === 'own') return row.unitId;
  if (answerer.unit === 'root') return (await rootUnit(current.tx)).id;
  return unitIdByCode(current.tx, answerer.code);
}

async function holdersAt(current: Asking, unitId: number, roles: readonly Role[]): Promise<number[]> {
  const unit = await unitById(current.tx, unitId);
  const here = unit.parentId === null ? roles : roles.filter((role) => role !== leaderRole);
  return holdersIn(current.tx, unitId, here);
}

async function managersOf(
  current: Asking,
  holders: readonly number[],
  excluded: ReadonlySet<number>,
  aboutConduct: boolean,
): Promise<Manager[]> {
  const { tx, at } = current;
  const away = await absentAt(tx, holders, at);
  const substitutes = [...away.values()].filter((id): id is number => id !== null);
  const substitutesAway = await absentAt(tx, substitutes, at);
  // A substitute for a post is told of conduct only where that person's own role allows it.
  const mayKnow = aboutConduct ? new Set(await whoHasRole(tx, substitutes, independentRoles)) : new Set(substitutes);
  return holders.map((officerId) => {
    const substituteId = away.get(officerId) ?? null;
    return {
      officerId,
      isAbsent: away.has(officerId),
      isExcluded: excluded.has(officerId),
      substituteId,
      substituteIsAbsent: substituteId !== null && substitutesAway.has(substituteId),
      substituteIsExcluded: substituteId !== null && (excluded.has(substituteId) || !mayKnow.has(substituteId)),
    };
  });
}
