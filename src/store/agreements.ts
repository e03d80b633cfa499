import { eq, sql } from 'drizzle-orm';
import type { Db, Tx } from './database.ts';
import { agreements } from './schema/registry.ts';

export type AgreementRow = typeof agreements.$inferSelect;
export type NewAgreementRow = Omit<typeof agreements.$inferInsert, 'id'>;

export async function agreementsOf(tx: Tx | Db, enterpriseIds: readonly number[]): Promise<AgreementRow[]> {
  if (enterpriseIds.length === 0) return [];
  return tx
    .select()
    .from(agreements)
    .where(sql`${agreements.enterpriseId} = any(string_to_array(${enterpriseIds.join(',')}, ',')::bigint[])`);
}

export async function insertAgreements(tx: Tx, rows: readonly NewAgreementRow[]): Promise<void> {
  if (rows.length === 0) return;
  // A parameter for each value would cost our process more than the whole statement costs the server.
  await tx.execute(sql`
    insert into agreements (enterprise_id, number, signed_on, template_version, state, unit_id, valid_until, created_at,
      updated_at)
    select told."enterpriseId", told."number", told."signedOn", told."templateVersion", told."state", told."unitId",
      told."validUntil", told."createdAt", told."updatedAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as told("enterpriseId" bigint, "number" text,
      "signedOn" date, "templateVersion" text, "state" text, "unitId" bigint, "validUntil" date,
      "createdAt" timestamptz, "updatedAt" timestamptz)`);
}

export async function changeAgreement(
  tx: Tx,
  id: number,
  change: Partial<NewAgreementRow> & { updatedAt: Date },
): Promise<void> {
  await tx.update(agreements).set(change).where(eq(agreements.id, id));
}
