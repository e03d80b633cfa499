import { mayDo } from '../../rules/visibility/permissions.ts';
import { localDate } from '../../rules/working-time/local-date.ts';
import type { Tx } from '../../store/database.ts';
import { hasUnits, insertOfficer, insertUnit } from '../../store/founding.ts';
import { appendLedger } from '../../store/ledger.ts';
import { officerByEmail, rootUnit } from '../../store/organisation.ts';

/**
 * The officer with this address as administrator, made if there is none; with an empty organisation its first unit too.
 * Throws when the address belongs to an officer of another role: nobody is promoted by the way.
 */
export async function appointAdministrator(
  tx: Tx,
  { email, name, unitName, at, zone }: { email: string; name: string; unitName: string; at: Date; zone: string },
): Promise<number> {
  const known = await officerByEmail(tx, email);
  if (known !== null && !mayDo(known, 'administer'))
    throw new Error(`${email} đã là tài khoản của ${known.name}, ${known.title}.`);
  if (known !== null) return known.id;
  const unitId = (await hasUnits(tx))
    ? (await rootUnit(tx)).id
    : await insertUnit(tx, {
        code: 'ROOT',
        parentId: null,
        name: unitName,
        shortName: unitName,
        validFrom: localDate(at, zone),
      });
  const officerId = await insertOfficer(tx, { name, title: 'Quản trị hệ thống', email, role: 'administrator', unitId });
  const entry = { type: 'administratorAppointed', detail: { officerId } };
  await appendLedger(tx, 'access', [entry], { kind: 'schedule', name: 'installation' }, at);
  return officerId;
}
