import type { CaseKind } from '../case/words.ts';
import { isAboutConduct, type Role } from './can-see.ts';

// Whom work is given and told, by role. What anybody sees and does of it is the table's to say.

/** To whom matters of this kind are dealt. */
export function dealtRole(kind: CaseKind): Role {
  return isAboutConduct(kind) ? controlRole : officerRole;
}

const officerRole: Role = 'officer';
/** Leads a unit, and hears of what goes wrong in it. */
export const headRole: Role = 'unitHead';
/** The end of every ladder. */
export const leaderRole: Role = 'departmentLeader';
/** Independent of all units (PL07 Điều 4). */
export const controlRole: Role = 'internalControl';

/** Those who lead others, the highest first. */
export const leadingRoles: readonly Role[] = [leaderRole, headRole, 'teamLead'];
// PL07 Điều 5 khoản 3: what internal control does not settle in time goes to the leader of the department.
export const independentRoles: readonly Role[] = [leaderRole, controlRole];
/** Those who have cases of their own, whose load and absence a manager asks about. */
export const handlingRoles: readonly Role[] = [officerRole, 'teamLead'];
