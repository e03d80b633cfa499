/** A responsibility rule; null matches everything. */
export interface ResponsibilityRule {
  id: number;
  precedence: number;
  category: string | null;
  officeCode: string | null;
  /** Null: the unit of the office on the declaration. */
  unitId: number | null;
  note: string;
}

export interface RoutingFacts {
  category: string;
  officeCode: string | null;
  /** The unit that answers for `officeCode`, if it is known. */
  officeUnitId: number | null;
  rootUnitId: number;
}

export type UnitChoice = {
  unitId: number;
  because: 'rule' | 'office' | 'nothingKnown' | 'internalControl';
  rule: ResponsibilityRule | null;
};

/** Which unit answers: the first rule by precedence that matches, else the unit of the office, else the tree's root. */
export function chooseUnit(facts: RoutingFacts, rules: readonly ResponsibilityRule[]): UnitChoice {
  const matching = rules
    .filter((rule) => rule.category === null || rule.category === facts.category)
    .filter((rule) => rule.officeCode === null || rule.officeCode === facts.officeCode)
    .toSorted((a, b) => a.precedence - b.precedence || a.id - b.id);
  for (const rule of matching) {
    const unitId = rule.unitId ?? facts.officeUnitId;
    if (unitId !== null) return { unitId, because: 'rule', rule };
  }
  if (facts.officeUnitId !== null) return { unitId: facts.officeUnitId, because: 'office', rule: null };
  return { unitId: facts.rootUnitId, because: 'nothingKnown', rule: null };
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
  | { to: 'officer'; officerId: number; because: 'onDuty' | 'nobodyOnDuty' }
  | { to: 'queue'; because: 'nobodyEligible' };

/** Who takes a case in a unit: the lightest loaded of those on duty, else of those present. Equal inputs, equal choice. */
export function chooseOfficer(candidates: readonly Candidate[]): OfficerChoice {
  const eligible = candidates.filter((candidate) => !candidate.isExcluded && !candidate.isAbsent);
  const onDuty = eligible.filter((candidate) => candidate.isOnDuty);
  const [first] = (onDuty.length > 0 ? onDuty : eligible).toSorted(lightestThenLongestIdle);
  if (first === undefined) return { to: 'queue', because: 'nobodyEligible' };
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
