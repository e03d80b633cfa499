import { NotPermitted } from '../../errors.ts';
import type { Role } from '../../rules/visibility/can-see.ts';
import { roles } from '../../rules/visibility/permission-table.ts';
import { mayDo } from '../../rules/visibility/permissions.ts';
import { officerById } from '../../store/organisation.ts';
import type { Act } from '../act.ts';

/** Those who decide who is kept away from a case, in the order in which they are asked: internal control before the leader. */
export const decidingRoles: readonly Role[] = roles.filter((role) => mayDo({ role }, 'decideExclusions')).toReversed();

/** Throws unless the one who acts decides about exclusions; a program does so for the office. */
export async function requireExclusionAuthority({ tx, by }: Act): Promise<void> {
  if (by.kind === 'apiKey') return;
  const officer = by.kind === 'officer' ? await officerById(tx, by.officerId) : null;
  if (officer === null || !mayDo(officer, 'decideExclusions')) throw new NotPermitted('quyết định loại trừ công chức');
}

/** The person who decides. Two people are counted by name, so a program is neither of them. */
export async function requireDecidingPerson(current: Act): Promise<number> {
  await requireExclusionAuthority(current);
  if (current.by.kind !== 'officer') throw new NotPermitted('bỏ loại trừ bằng khóa API');
  return current.by.officerId;
}
