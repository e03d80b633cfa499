import type { CaseKind } from '../case/words.ts';
import { choosePolicy, type Policy } from '../escalation/policy.ts';
import { categoryCodes } from '../identity/categories.ts';

type Match = Policy['match'];

/** Whether some case meets both sets of conditions. A condition that is not given is met by every case. */
export function matchesOverlap(a: Match, b: Match): boolean {
  if (a.urgent !== undefined && b.urgent !== undefined && a.urgent !== b.urgent) return false;
  return share(a.kinds, b.kinds) && share(a.categories, b.categories) && share(a.unitCodes, b.unitCodes);
}

function share<Value>(a: readonly Value[] | undefined, b: readonly Value[] | undefined): boolean {
  return a === undefined || b === undefined || a.some((value) => b.includes(value));
}

const kinds: readonly CaseKind[] = ['issue', 'report', 'verification', 'question'];

export interface UncoveredCase {
  kind: CaseKind;
  category: string;
  urgent: boolean;
  unitCode: string;
}

/** The units whose cases could be treated differently: those that a policy names, and one for all the others. */
function tellingCodes(policies: readonly { definition: Policy }[], unitCodes: readonly string[]): string[] {
  const named = new Set(policies.flatMap(({ definition }) => definition.match.unitCodes ?? []));
  const other = unitCodes.find((code) => !named.has(code));
  return [...unitCodes.filter((code) => named.has(code)), ...(other === undefined ? [] : [other])];
}

/** A case that no policy of the set would promise anything; null when every case is covered. */
export function uncoveredCase(
  policies: readonly { definition: Policy }[],
  unitCodes: readonly string[],
): UncoveredCase | null {
  const codes = tellingCodes(policies, unitCodes);
  for (const kind of kinds)
    for (const urgent of [false, true])
      for (const category of categoryCodes)
        for (const unitCode of codes) {
          const facts = { kind, category, urgent, unitCode };
          if (choosePolicy(policies, facts) === null) return facts;
        }
  return null;
}
