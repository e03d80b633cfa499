import { Conflict, NotFound } from '../../errors.ts';
import { lockEnterpriseCode, saveEnterpriseCode } from '../../store/enterprise-codes.ts';
import type { Act } from '../act.ts';
import { asKeeperOf, linkKeeper } from './link-keeper.ts';
import { recordLinking } from './record.ts';

/** Makes a code useless. One that was used has done its work: the link it made is revoked instead. */
export async function revokeEnterpriseCode(current: Act, { codeId }: { codeId: number }): Promise<number> {
  const { tx, at } = current;
  await linkKeeper(current, 'thu hồi mã của doanh nghiệp');
  const row = await lockEnterpriseCode(tx, codeId);
  if (row === null) throw new NotFound('mã này');
  await asKeeperOf(current, row.enterpriseId, 'thu hồi mã của doanh nghiệp', 'mã này');
  if (row.usedAt !== null) throw new Conflict('codeUsed', 'Mã này đã được dùng. Anh/chị thu hồi người đại diện giúp.');
  if (row.revokedAt !== null) throw new Conflict('codeRevoked', 'Mã này đã được thu hồi.');
  await saveEnterpriseCode(tx, codeId, { revokedAt: at });
  await recordLinking(current, 'enterpriseCodeRevoked', { codeId, enterpriseId: row.enterpriseId });
  return row.enterpriseId;
}
