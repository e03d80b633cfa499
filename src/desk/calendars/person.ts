import { NotPermitted } from '../../errors.ts';
import { mayDo } from '../../rules/visibility/permissions.ts';
import { officerById } from '../../store/organisation.ts';
import type { Act } from '../act.ts';

/** The administrator who acts. A key is nobody: two keys in one hand would approve their own proposal. */
export async function administratorActing({ tx, by }: Act, doing: string): Promise<{ id: number; name: string }> {
  if (by.kind !== 'officer') throw new NotPermitted(doing);
  const officer = await officerById(tx, by.officerId);
  if (officer?.active !== true || !mayDo(officer, 'administer')) throw new NotPermitted(doing);
  return { id: by.officerId, name: officer.name };
}
