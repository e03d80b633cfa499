import { localDate } from '../../rules/working-time/local-date.ts';
import {
  addMembers,
  associationNamed,
  changeAssociation,
  endMembers,
  insertAssociation,
  membersOn,
  saveRegulation,
} from '../../store/associations.ts';
import { lockRegistry } from '../../store/enterprises.ts';
import { enterprisesOf } from './enterprises-of.ts';
import type { Taken, Taking } from './taken.ts';

/** What a row tells of an association: with its whole list of members, with one of them, or without any. */
export type AssociationTold = {
  code: string | null;
  name: string;
  regulationNumber: string | null;
  regulationSignedOn: string | null;
} & ({ form: 'association'; members: readonly string[] | null } | { form: 'member'; member: string });

/** Enters associations with their regulations and members. Who is missing from a whole list is a member no more. */
export async function takeAssociations(current: Taking, rows: readonly AssociationTold[]): Promise<Taken[]> {
  await lockRegistry(current.tx);
  const taken: Taken[] = [];
  for (const row of rows) taken.push(await take(current, row));
  return taken;
}

async function take(current: Taking, row: AssociationTold): Promise<Taken> {
  const { tx, at, zone } = current;
  const { code, name, regulationNumber: number, regulationSignedOn: signedOn } = row;
  if (number !== null && signedOn === null) {
    return { column: 'Ngày ký quy chế', value: '', because: 'Có số quy chế thì phải có ngày ký.' };
  }
  const present = await associationNamed(tx, row);
  const id = present?.id ?? (await insertAssociation(tx, { code: code ?? name, name, createdAt: at, updatedAt: at }));
  const isRenamed = present !== null && (present.name !== name || (code !== null && present.code !== code));
  if (isRenamed) await changeAssociation(tx, id, { name, ...(code === null ? {} : { code }), updatedAt: at });
  const isRegulated =
    number !== null && signedOn !== null && (await saveRegulation(tx, { associationId: id, number, signedOn }));

  const listed = row.form === 'member' ? [row.member] : (row.members ?? []);
  const enterprises = await enterprisesOf(
    current,
    listed.map((taxCode) => ({ taxCode, name: null })),
  );
  const wanted = [...new Set(enterprises.values())];
  const today = localDate(at, zone);
  const members = await membersOn(tx, id, today);
  const joined = wanted.filter((each) => !members.includes(each));
  const isWhole = row.form === 'association' && row.members !== null;
  const left = isWhole ? members.filter((each) => !wanted.includes(each)) : [];
  await addMembers(tx, id, joined, today);
  await endMembers(tx, id, left, today);

  if (present === null) return 'added';
  return isRenamed || isRegulated || joined.length + left.length > 0 ? 'changed' : 'unchanged';
}
