import { type CaseFacts, canSee, type Viewer } from './can-see.ts';
import { type Permission, type Role, reachOf, roles } from './permission-table.ts';

/** Whether the role has the permission anywhere at all. */
export function mayDo({ role }: Pick<Viewer, 'role'>, permission: Permission): boolean {
  return reachOf(role, permission) !== 'nowhere';
}

/** Whether the viewer has the permission for what belongs to any of these units. */
export function mayDoIn(viewer: Viewer, permission: Permission, unitIds: Iterable<number>): boolean {
  const reach = reachOf(viewer.role, permission);
  return reach === 'everywhere' || (reach === 'ownUnits' && [...unitIds].some((id) => viewer.unitIds.has(id)));
}

/** Whether it reaches everything there is of its kind; a program acts for the office, within its scopes. */
export function mayDoEverywhere(viewer: Pick<Viewer, 'role'> | 'everything', permission: Permission): boolean {
  return viewer === 'everything' || reachOf(viewer.role, permission) === 'everywhere';
}

/** The roles that have the permission anywhere. */
export function rolesWith(permission: Permission): readonly Role[] {
  return roles.filter((role) => mayDo({ role }, permission));
}

export type CaseAnswer = 'allowed' | 'refused' | 'unknownToThem';

/** Whether the viewer may do this to the case. Whoever may not see it is told that it is not there, never that it is. */
export function mayDoToCase(viewer: Viewer, permission: Permission, facts: CaseFacts): CaseAnswer {
  if (!canSee(viewer, facts)) return 'unknownToThem';
  const reach = reachOf(viewer.role, permission);
  if (reach === 'ownUnits') return viewer.unitIds.has(facts.unitId) ? 'allowed' : 'refused';
  return reach === 'nowhere' ? 'refused' : 'allowed';
}
