import { taxCodesIn } from '../../rules/identity/tax-code.ts';
import { isForEnterprise } from '../../rules/linking/verified-later.ts';
import { enterpriseById } from '../../store/enterprise-links.ts';
import { declarantAmong, representedBy } from '../../store/represented.ts';
import { lockUnverifiedCases } from '../../store/unverified-cases.ts';
import type { Act } from '../act.ts';
import { happen } from '../cases/happen.ts';

/**
 * The open cases that a person raised before they had shown for whom they speak are that enterprise's from now on, where
 * what they say fits. A report stays as it was made: whoever reports an officer is not named by anybody else.
 */
export async function verifyCases(
  current: Act,
  { contactId, enterpriseId }: { contactId: number; enterpriseId: number },
): Promise<void> {
  const { tx, at } = current;
  const cases = await lockUnverifiedCases(tx, contactId);
  if (cases.length === 0) return;
  const { taxCode } = await enterpriseById(tx, enterpriseId);
  const isOnlyOne = (await representedBy(tx, contactId, at)).length === 1;
  for (const row of cases) {
    const said = {
      taxCodes: taxCodesIn(row.description),
      declarant: row.declarationNo === null ? null : await declarantOf(current, row.declarationNo),
    };
    if (!isForEnterprise(said, { id: enterpriseId, taxCode }, isOnlyOne)) continue;
    const verified = { type: 'verified' as const, enterpriseId };
    await happen(current, row, [verified], { enterpriseId, isVerified: true });
  }
}

async function declarantOf({ tx }: Act, declarationNo: string): Promise<number | null> {
  return (await declarantAmong(tx, 'all', declarationNo))?.enterpriseId ?? null;
}
