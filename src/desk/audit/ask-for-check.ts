import { NotPermitted } from '../../errors.ts';
import { mayDo } from '../../rules/visibility/permissions.ts';
import { type AuditCheckRow, insertCheck, latestCheck } from '../../store/audit-checks.ts';
import { appendLedger } from '../../store/ledger.ts';
import { officerById } from '../../store/organisation.ts';
import type { Act } from '../act.ts';

/** Has all ledgers verified now. While a check is under way, that one is the answer. */
export async function askForCheck({ tx, at, by, jobs }: Act): Promise<AuditCheckRow> {
  if (by.kind === 'officer') {
    const officer = await officerById(tx, by.officerId);
    if (officer === null || !mayDo(officer, 'readAuditLog')) throw new NotPermitted('kiểm tra sổ kiểm toán');
  }
  const check = await insertCheck(tx, by, at);
  if (check === null) {
    const underWay = await latestCheck(tx);
    if (underWay === null) throw new Error('A check is under way and not to be found');
    return underWay;
  }
  await appendLedger(tx, 'audit', [{ type: 'checkAsked', detail: { checkId: check.id } }], by, at);
  await jobs.send(tx, 'check-ledgers', { checkId: check.id });
  return check;
}
