import { officerById, rootUnit } from '../../store/organisation.ts';
import type { Act } from '../act.ts';

/** In whose name an answer goes out; a program answers for the officer on duty. */
export async function signatureOf(
  { tx }: Act,
  officerId: number | null,
): Promise<{ officerTitle: string; unitName: string }> {
  const officer = officerId === null ? null : await officerById(tx, officerId);
  if (officer === null) return { officerTitle: 'Cán bộ trực', unitName: (await rootUnit(tx)).name };
  return { officerTitle: officer.title, unitName: officer.unitName };
}
