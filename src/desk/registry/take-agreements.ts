import { type AgreementRow, agreementsOf, changeAgreement, insertAgreements } from '../../store/agreements.ts';
import { keepEarlier, lockRegistry } from '../../store/enterprises.ts';
import { unitHistories } from '../../store/units.ts';
import { differing } from './differing.ts';
import { enterprisesOf } from './enterprises-of.ts';
import type { Taken, Taking } from './taken.ts';

/** What a row of a list tells of a partnership agreement. Null where it does not say; that changes nothing. */
export interface AgreementTold {
  taxCode: string;
  enterpriseName: string | null;
  number: string;
  signedOn: string;
  templateVersion: AgreementRow['templateVersion'];
  state: AgreementRow['state'] | null;
  unitCode: string | null;
  validUntil: string | null;
}

/** Enters agreements, and changes those that are there: one enterprise has a number once, in capitals or not. */
export async function takeAgreements(current: Taking, rows: readonly AgreementTold[]): Promise<Taken[]> {
  const { tx, at, by } = current;
  await lockRegistry(tx);
  const enterprises = await enterprisesOf(
    current,
    rows.map(({ taxCode, enterpriseName: name }) => ({ taxCode, name })),
  );
  const units = new Map((await unitHistories(tx)).map(({ code, id }) => [code.toLowerCase(), id]));
  const stored = await agreementsOf(tx, [...new Set(enterprises.values())]);
  const known = new Map(stored.map((row) => [keyOf(row), row]));

  const added: Parameters<typeof insertAgreements>[1][number][] = [];
  const taken: Taken[] = [];
  for (const row of rows) {
    const enterpriseId = enterprises.get(row.taxCode);
    if (enterpriseId === undefined) throw new Error(`Enterprise ${row.taxCode} was not stored`);
    const unitId = row.unitCode === null ? null : units.get(row.unitCode.toLowerCase());
    if (unitId === undefined) {
      const because = 'Không có đơn vị với mã này. Hãy nhập cơ cấu tổ chức trước hoặc sửa mã.';
      taken.push({ column: 'Mã đơn vị ký', value: row.unitCode ?? '', because });
      continue;
    }
    const present = known.get(keyOf({ enterpriseId, number: row.number }));
    if (present === undefined) {
      const { number, signedOn, templateVersion, validUntil } = row;
      const signed = { enterpriseId, number, signedOn, templateVersion, unitId, validUntil };
      added.push({ ...signed, state: row.state ?? 'inForce', createdAt: at, updatedAt: at });
      taken.push('added');
      continue;
    }
    const said = differing(present, saidOf(row, unitId));
    taken.push(said === null ? 'unchanged' : 'changed');
    if (said === null) continue;
    await changeAgreement(tx, present.id, { ...said.change, updatedAt: at });
    await keepEarlier(tx, enterpriseId, { before: { agreement: present.number, ...said.before }, by, at });
  }
  await insertAgreements(tx, added);
  return taken;
}

function keyOf({ enterpriseId, number }: { enterpriseId: number; number: string }): string {
  return `${enterpriseId} ${number.toLowerCase()}`;
}

/** The columns that the row fills. */
function saidOf({ signedOn, templateVersion, state, validUntil }: AgreementTold, unitId: number | null) {
  return {
    signedOn,
    templateVersion,
    ...(state === null ? {} : { state }),
    ...(unitId === null ? {} : { unitId }),
    ...(validUntil === null ? {} : { validUntil }),
  };
}
