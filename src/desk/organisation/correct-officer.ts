import { Conflict, NotFound } from '../../errors.ts';
import { officerByEmail, officerById } from '../../store/organisation.ts';
import { savePresentOfficer } from '../../store/posts.ts';
import type { Act } from '../act.ts';
import { asAdministrator } from './administrator.ts';
import { record } from './record.ts';

/** Puts a name or an address right. It is the same person, so this has no date; the ledger says which was corrected. */
export async function correctOfficer(
  current: Act,
  input: { officerId: number; name?: string; email?: string },
): Promise<void> {
  const { tx } = current;
  await asAdministrator(current, 'sửa thông tin công chức');
  const officer = await officerById(tx, input.officerId);
  if (officer === null) throw new NotFound('công chức');
  const name = input.name ?? officer.name;
  const email = input.email?.trim().toLowerCase() ?? officer.email;
  const fields = [name === officer.name ? [] : 'name', email === officer.email ? [] : 'email'].flat();
  if (fields.length === 0) throw new Conflict('nothingChanges', 'Thông tin đã đúng như vậy, không có gì thay đổi.');
  if (email !== officer.email && (await officerByEmail(tx, email)) !== null)
    throw new Conflict('emailTaken', `Địa chỉ ${email} đã thuộc về một công chức khác.`);
  await savePresentOfficer(tx, officer.id, { name, email });
  await record(current, 'officerCorrected', { officerId: officer.id, fields });
}
