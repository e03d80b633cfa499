import { randomInt } from 'node:crypto';
import { newEnterpriseCode } from '../../rules/linking/enterprise-code.ts';
import type { ContactRole } from '../../rules/linking/represented.ts';
import { insertEnterpriseCodes } from '../../store/enterprise-codes.ts';
import { enterprisesWithTaxCodes } from '../../store/enterprise-links.ts';
import type { Act } from '../act.ts';
import { enterpriseCodeHash } from './code-hash.ts';
import { keptBy, linkKeeper } from './link-keeper.ts';
import { recordLinking } from './record.ts';

const dayMilliseconds = 24 * 3_600_000;

export interface CreatedCode {
  id: number;
  /** Said this once; only its hash is kept. */
  code: string;
  enterprise: { name: string; taxCode: string; address: string | null };
  expiresAt: Date;
}

/**
 * One code for each of these enterprises, for a letter to it. Tax codes of enterprises that are not there, or not for the
 * one who asks, come back unchanged. Codes made earlier stay good until they are used, revoked or expire.
 */
export async function createEnterpriseCodes(
  current: Act,
  input: { taxCodes: readonly string[]; role: ContactRole; validDays: number },
): Promise<{ codes: CreatedCode[]; notFound: string[] }> {
  const { tx, at, by } = current;
  const keeper = await linkKeeper(current, 'lấy mã cho doanh nghiệp');
  const wanted = [...new Set(input.taxCodes)];
  const found = await enterprisesWithTaxCodes(tx, wanted);
  const kept = await keptBy(
    tx,
    keeper,
    found.map(({ id }) => id),
  );
  const byTaxCode = new Map(found.filter(({ id }) => kept.has(id)).map((row) => [row.taxCode, row]));
  const receivers = wanted.flatMap((taxCode) => byTaxCode.get(taxCode) ?? []);
  const expiresAt = new Date(at.getTime() + input.validDays * dayMilliseconds);

  const plain = receivers.map((enterprise) => ({ enterprise, code: newEnterpriseCode((below) => randomInt(below)) }));
  const ids = await insertEnterpriseCodes(
    tx,
    plain.map(({ enterprise, code }) => ({
      codeHash: enterpriseCodeHash(code),
      enterpriseId: enterprise.id,
      role: input.role,
      createdAt: at,
      createdBy: by,
      expiresAt,
    })),
  );
  if (ids.length > 0) {
    const enterpriseIds = receivers.map(({ id }) => id);
    await recordLinking(current, 'enterpriseCodesCreated', { codeIds: ids, enterpriseIds, role: input.role });
  }
  return {
    codes: plain.map(({ enterprise: { name, taxCode, address }, code }, index) => ({
      // One id came back for each row, in order.
      id: ids[index] ?? 0,
      code,
      enterprise: { name, taxCode, address },
      expiresAt,
    })),
    notFound: wanted.filter((taxCode) => !byTaxCode.has(taxCode)),
  };
}
