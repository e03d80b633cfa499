import type { CaseKind } from '../case/words.ts';

/** A responsibility rule; null matches everything. */
export interface ResponsibilityRule {
  id: number;
  /** Lower wins. Two rules that could both match never share one, see `clashesOf`. */
  precedence: number;
  category: string | null;
  officeCode: string | null;
  kind: CaseKind | null;
  urgent: boolean | null;
  /** Null: the unit of the office on the declaration. */
  unitId: number | null;
  note: string;
}

export interface RoutingFacts {
  kind: CaseKind;
  category: string;
  urgent: boolean;
  officeCode: string | null;
  /** The unit that answers for `officeCode`, if it is known. */
  officeUnitId: number | null;
  rootUnitId: number;
}

export type UnitChoice = {
  unitId: number;
  because: 'rule' | 'office' | 'nothingKnown';
  rule: ResponsibilityRule | null;
};

/** Which unit answers: the first rule by precedence that matches, else the unit of the office, else the tree's root. */
export function chooseUnit(facts: RoutingFacts, rules: readonly ResponsibilityRule[]): UnitChoice {
  const matching = rules
    .filter((rule) => matches(rule, facts))
    .toSorted((a, b) => a.precedence - b.precedence || a.id - b.id);
  for (const rule of matching) {
    const unitId = rule.unitId ?? facts.officeUnitId;
    if (unitId !== null) return { unitId, because: 'rule', rule };
  }
  if (facts.officeUnitId !== null) return { unitId: facts.officeUnitId, because: 'office', rule: null };
  return { unitId: facts.rootUnitId, because: 'nothingKnown', rule: null };
}

function matches(rule: ResponsibilityRule, facts: RoutingFacts): boolean {
  return (
    (rule.category === null || rule.category === facts.category) &&
    (rule.officeCode === null || rule.officeCode === facts.officeCode) &&
    (rule.kind === null || rule.kind === facts.kind) &&
    (rule.urgent === null || rule.urgent === facts.urgent)
  );
}

export interface Candidate {
  officerId: number;
  isOnDuty: boolean;
  isAbsent: boolean;
  isExcluded: boolean;
  openCases: number;
  lastAssignedAt: Date | null;
}

export type OfficerChoice =
  | { to: 'officer'; officerId: number; because: 'recordedOnStep' | 'standsInForRecorded' | 'onDuty' | 'nobodyOnDuty' }
  | { to: 'queue'; because: 'nobodyEligible' };

/** Those who did the step the matter is about, and who stands in for the ones of them that are away. Best first. */
export interface Preferred {
  recorded: readonly number[];
  standIns: readonly number[];
}

const nobodyPreferred: Preferred = { recorded: [], standIns: [] };

/**
 * Who takes a case in a unit, of those on duty or else of those present: whoever did the step it is about, else who
 * stands in for them, else the lightest loaded. Equal inputs, equal choice.
 */
export function chooseOfficer(candidates: readonly Candidate[], preferred: Preferred = nobodyPreferred): OfficerChoice {
  const eligible = candidates.filter((candidate) => !candidate.isExcluded && !candidate.isAbsent);
  const onDuty = eligible.filter((candidate) => candidate.isOnDuty);
  const pool = (onDuty.length > 0 ? onDuty : eligible).toSorted(lightestThenLongestIdle);
  const [first] = pool;
  if (first === undefined) return { to: 'queue', because: 'nobodyEligible' };

  const isInPool = (officerId: number) => pool.some((candidate) => candidate.officerId === officerId);
  const recorded = preferred.recorded.find(isInPool);
  if (recorded !== undefined) return { to: 'officer', officerId: recorded, because: 'recordedOnStep' };
  const standIn = preferred.standIns.find(isInPool);
  if (standIn !== undefined) return { to: 'officer', officerId: standIn, because: 'standsInForRecorded' };
  return { to: 'officer', officerId: first.officerId, because: onDuty.length > 0 ? 'onDuty' : 'nobodyOnDuty' };
}

// The id settles a dead heat, so two servers reading the same roster reach the same answer.
function lightestThenLongestIdle(a: Candidate, b: Candidate): number {
  return (
    a.openCases - b.openCases ||
    (a.lastAssignedAt?.getTime() ?? 0) - (b.lastAssignedAt?.getTime() ?? 0) ||
    a.officerId - b.officerId
  );
}
