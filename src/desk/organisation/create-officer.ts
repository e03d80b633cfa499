import { Conflict } from '../../errors.ts';
import type { Role } from '../../rules/visibility/can-see.ts';
import { insertOfficer } from '../../store/founding.ts';
import { officerByEmail } from '../../store/organisation.ts';
import { savePosts } from '../../store/posts.ts';
import { unitHistories } from '../../store/units.ts';
import type { Act } from '../act.ts';
import { asAdministrator } from './administrator.ts';
import { record } from './record.ts';
import { requireLasting } from './unit-history.ts';

export interface NewOfficer {
  name: string;
  title: string;
  email: string;
  role: Role;
  unitId: number;
  validFrom: string;
}

/** An officer with a first post. One whose post begins later is there, and inactive until that day. */
export async function createOfficer(current: Act, input: NewOfficer): Promise<number> {
  const { tx } = current;
  const today = await asAdministrator(current, 'thêm công chức');
  const email = input.email.trim().toLowerCase();
  if ((await officerByEmail(tx, email)) !== null)
    throw new Conflict('emailTaken', `Địa chỉ ${email} đã thuộc về một công chức khác.`);
  const { validFrom, unitId, role, title, name } = input;
  requireLasting(
    (await unitHistories(tx)).find(({ id }) => id === unitId),
    validFrom,
  );
  const officerId = await insertOfficer(tx, { name, title, email, role, unitId, active: validFrom <= today });
  await savePosts(tx, [{ officerId, unitId, role, title, validFrom, validTo: null, passingOn: null }]);
  await record(current, 'officerCreated', { officerId, unitId, role, validFrom });
  return officerId;
}
