import { enterpriseIds, insertEnterprises, lockRegistry } from '../../store/enterprises.ts';
import type { Taking } from './taken.ts';

/**
 * The ids of the enterprises with these tax codes. One that the register does not know yet is entered under the name given,
 * or under its tax code until a list of enterprises brings its name.
 */
export async function enterprisesOf(
  { tx, at }: Pick<Taking, 'tx' | 'at'>,
  wanted: readonly { taxCode: string; name: string | null }[],
): Promise<Map<string, number>> {
  const names = new Map<string, string | null>();
  for (const { taxCode, name } of wanted) names.set(taxCode, names.get(taxCode) ?? name);
  const known = await enterpriseIds(tx, [...names.keys()]);
  if (known.size === names.size) return known;

  // Somebody else may enter the same ones at this moment.
  await lockRegistry(tx);
  const present = await enterpriseIds(tx, [...names.keys()]);
  const added = await insertEnterprises(
    tx,
    [...names]
      .filter(([taxCode]) => !present.has(taxCode))
      .map(([taxCode, name]) => ({ taxCode, name: name ?? `Doanh nghiệp MST ${taxCode}`, createdAt: at })),
  );
  return new Map([...present, ...added]);
}
