import { isManager, type Viewer } from './can-see.ts';

/**
 * Whether an officer decides who speaks for an enterprise, and sees what proves it: administrators; the leader of the
 * department; heads of a unit that has to do with the enterprise. `unitIds` are those units, none where none is known.
 */
export function mayKeepLinks(viewer: Viewer, unitIds: ReadonlySet<number>): boolean {
  if (viewer.role === 'administrator' || viewer.role === 'departmentLeader') return true;
  return isLinkKeeper(viewer) && [...unitIds].some((id) => viewer.unitIds.has(id));
}

/** Whether an officer decides such things for some enterprises at least. */
export function isLinkKeeper({ role }: Pick<Viewer, 'role'>): boolean {
  return role === 'administrator' || (isManager(role) && role !== 'teamLead');
}
