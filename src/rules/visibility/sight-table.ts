import { type CaseFacts, canSee, isManager, type Role } from './can-see.ts';
import { roles } from './permission-table.ts';

/** How somebody stands to a case. Excluded is whoever is the subject, or was kept away for another reason. */
export const relations = ['ownUnit', 'unitBelow', 'otherUnit', 'assignee', 'told', 'excluded'] as const;
export type Relation = (typeof relations)[number];

/** Problems and questions are read alike; so are reports and verifications. */
export const kindGroups = { plain: 'issue', conduct: 'report' } as const;

export interface SightRow {
  relation: Relation;
  kinds: keyof typeof kindGroups;
  /** Who sees such a case, in the order of `roles`. */
  sees: boolean[];
}

/** What `canSee` answers for every relation, kind and role: the reading half of the table of permissions. */
export function sightTable(): SightRow[] {
  return (['plain', 'conduct'] as const).flatMap((kinds) =>
    relations.map((relation) => ({
      relation,
      kinds,
      sees: roles.map((role) => canSee(viewer(role), { ...factsOf(relation), kind: kindGroups[kinds] })),
    })),
  );
}

const me = 1;
const own = 1;
const below = 2;
const elsewhere = 3;

function viewer(role: Role) {
  return { officerId: me, role, unitIds: new Set(isManager(role) ? [own, below] : [own]) };
}

function factsOf(relation: Relation): Omit<CaseFacts, 'kind'> {
  const nobody: ReadonlySet<number> = new Set();
  const facts = { unitId: elsewhere, assigneeId: null, excludedOfficerIds: nobody, toldOfficerIds: nobody };
  const self = new Set([me]);
  switch (relation) {
    case 'ownUnit':
      return { ...facts, unitId: own };
    case 'unitBelow':
      return { ...facts, unitId: below };
    case 'otherUnit':
      return facts;
    case 'assignee':
      return { ...facts, assigneeId: me };
    case 'told':
      return { ...facts, toldOfficerIds: self };
    case 'excluded':
      return { unitId: own, assigneeId: me, excludedOfficerIds: self, toldOfficerIds: self };
  }
}
