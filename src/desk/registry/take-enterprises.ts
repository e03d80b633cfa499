import { type EnterpriseRow, enterprisesWithTaxCodes } from '../../store/enterprise-links.ts';
import {
  changeEnterprise,
  endPhones,
  insertEnterprises,
  keepEarlier,
  lockRegistry,
  phonesOf,
  type RegisteredPhoneRow,
  registerPhones,
} from '../../store/enterprises.ts';
import { differing } from './differing.ts';
import type { Taken, Taking } from './taken.ts';

/** What a row of a list tells of an enterprise. Null where it does not say; that changes nothing. */
export interface EnterpriseTold {
  taxCode: string;
  name: string;
  nameEnglish: string | null;
  address: string | null;
  phones: readonly string[] | null;
  email: string | null;
  isCustomsBroker: boolean | null;
  note?: string | null;
}

/** Enters enterprises, and changes those that are there. A list of telephone numbers replaces the earlier list. */
export async function takeEnterprises(current: Taking, rows: readonly EnterpriseTold[]): Promise<Taken[]> {
  const { tx, at } = current;
  await lockRegistry(tx);
  const known = new Map(
    (
      await enterprisesWithTaxCodes(
        tx,
        rows.map(({ taxCode }) => taxCode),
      )
    ).map((row) => [row.taxCode, row]),
  );
  const added = await insertEnterprises(
    tx,
    rows.filter(({ taxCode }) => !known.has(taxCode)).map((row) => ({ ...saidOf(row), createdAt: at })),
  );
  const phones = Map.groupBy(
    await phonesOf(
      tx,
      [...known.values()].map(({ id }) => id),
    ),
    ({ enterpriseId }) => enterpriseId,
  );

  const taken: Taken[] = [];
  const reachable: { enterpriseId: number; phone: string }[] = [];
  for (const row of rows) {
    const present = known.get(row.taxCode);
    if (present === undefined) {
      const enterpriseId = added.get(row.taxCode);
      if (enterpriseId === undefined) throw new Error(`Enterprise ${row.taxCode} was not stored`);
      reachable.push(...[...new Set(row.phones)].map((phone) => ({ enterpriseId, phone })));
      taken.push('added');
    } else taken.push(await change(current, present, row, phones.get(present.id) ?? []));
  }
  await registerPhones(tx, reachable, at);
  return taken;
}

async function change(
  { tx, at, by }: Taking,
  present: EnterpriseRow,
  row: EnterpriseTold,
  registered: readonly RegisteredPhoneRow[],
): Promise<Taken> {
  const said = differing(present, saidOf(row));
  const counting = registered.filter(({ validUntil }) => validUntil === null || validUntil > at);
  const numbers = row.phones ?? counting.map(({ phone }) => phone);
  const fresh = numbers.filter((phone) => !counting.some((each) => each.phone === phone));
  const gone = counting.filter(({ phone }) => !numbers.includes(phone));
  const isReachedOtherwise = fresh.length + gone.length > 0;
  if (said === null && !isReachedOtherwise) return 'unchanged';

  await registerPhones(
    tx,
    fresh.map((phone) => ({ enterpriseId: present.id, phone })),
    at,
  );
  await endPhones(
    tx,
    gone.map(({ id }) => id),
    at,
  );
  const phones = isReachedOtherwise ? { phones: counting.map(({ phone }) => phone) } : {};
  const kept = { before: { ...said?.before, ...phones }, by, at };
  if (said === null) await keepEarlier(tx, present.id, kept);
  else await changeEnterprise(tx, present.id, said.change, kept);
  return 'changed';
}

/** The columns that the row fills. */
function saidOf({ taxCode, name, nameEnglish, address, phones, email, isCustomsBroker, note }: EnterpriseTold) {
  return {
    taxCode,
    name,
    ...(nameEnglish === null ? {} : { nameEnglish }),
    ...(address === null ? {} : { address }),
    ...(phones?.[0] === undefined ? {} : { phone: phones[0] }),
    ...(email === null ? {} : { email }),
    ...(isCustomsBroker === null ? {} : { isBroker: isCustomsBroker }),
    ...(note == null ? {} : { note }),
  };
}
