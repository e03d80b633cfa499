import { eq, inArray, sql } from 'drizzle-orm';
import type { Actor } from '../rules/case/words.ts';
import type { Db, Tx } from './database.ts';
import type { EnterpriseRow } from './enterprise-links.ts';
import { enterprises } from './schema/enterprises.ts';
import { enterpriseHistory, registeredPhones } from './schema/registry.ts';

export type NewEnterpriseRow = Omit<typeof enterprises.$inferInsert, 'id'>;
export type RegisteredPhoneRow = typeof registeredPhones.$inferSelect;

const registryLock = 0x4d4d;

/** Makes those who write the registry take turns until the transaction ends. */
export async function lockRegistry(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${registryLock})`);
}

/** One whose tax code is there already is left as it is. */
export async function insertEnterprises(tx: Tx, rows: readonly NewEnterpriseRow[]): Promise<Map<string, number>> {
  if (rows.length === 0) return new Map();
  // A parameter for each value would cost our process more than the whole statement costs the server.
  const stored = await tx.execute<{ id: string; taxCode: string }>(sql`
    insert into enterprises (tax_code, name, name_english, address, phone, email, note, is_broker, shares_cases,
      created_at, updated_at)
    select told."taxCode", told."name", told."nameEnglish", told."address", told."phone", told."email", told."note",
      coalesce(told."isBroker", false), coalesce(told."sharesCases", false), told."createdAt", told."updatedAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as told("taxCode" text, "name" text,
      "nameEnglish" text, "address" text, "phone" text, "email" text, "note" text, "isBroker" boolean,
      "sharesCases" boolean, "createdAt" timestamptz, "updatedAt" timestamptz)
    on conflict (tax_code) do nothing
    returning id, tax_code as "taxCode"`);
  return new Map(stored.map(({ id, taxCode }) => [taxCode, Number(id)]));
}

export async function enterpriseIds(tx: Tx | Db, taxCodes: readonly string[]): Promise<Map<string, number>> {
  if (taxCodes.length === 0) return new Map();
  const rows = await tx
    .select({ id: enterprises.id, taxCode: enterprises.taxCode })
    .from(enterprises)
    .where(sql`${enterprises.taxCode} in (select jsonb_array_elements_text(${JSON.stringify(taxCodes)}::text::jsonb))`);
  return new Map(rows.map(({ id, taxCode }) => [taxCode, id]));
}

/** Changes the entry and keeps what it said before. */
export async function changeEnterprise(
  tx: Tx,
  id: number,
  change: Partial<EnterpriseRow>,
  kept: { before: Record<string, unknown>; by: Actor; at: Date },
): Promise<void> {
  await tx
    .update(enterprises)
    .set({ ...change, updatedAt: kept.at })
    .where(eq(enterprises.id, id));
  await keepEarlier(tx, id, kept);
}

/** Keeps what was said about an enterprise before it changed. */
export async function keepEarlier(
  tx: Tx,
  enterpriseId: number,
  { before, by, at }: { before: Record<string, unknown>; by: Actor; at: Date },
): Promise<void> {
  await tx.insert(enterpriseHistory).values({ enterpriseId, before, changedAt: at, by });
}

export async function phonesOf(tx: Tx | Db, ids: readonly number[]): Promise<RegisteredPhoneRow[]> {
  if (ids.length === 0) return [];
  return tx
    .select()
    .from(registeredPhones)
    .where(sql`${registeredPhones.enterpriseId} = any(string_to_array(${ids.join(',')}, ',')::bigint[])`);
}

/** The number counts from `at` on, also where it did not count any more. */
export async function registerPhones(
  tx: Tx,
  rows: readonly { enterpriseId: number; phone: string }[],
  at: Date,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into registered_phones (enterprise_id, phone, valid_from)
    select told."enterpriseId", told."phone", ${at.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as told("enterpriseId" bigint, "phone" text)
    on conflict (phone, enterprise_id) do update set valid_from = excluded.valid_from, valid_until = null`);
}

export async function endPhones(tx: Tx, ids: readonly number[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(registeredPhones)
    .set({ validUntil: at })
    .where(inArray(registeredPhones.id, [...ids]));
}
