import { NotFound, NotPermitted } from '../../errors.ts';
import { acknowledgeOnce, alertById } from '../../store/alerts.ts';
import { lockCaseById } from '../../store/cases.ts';
import { noteChange } from '../../store/live.ts';
import type { Act } from '../act.ts';
import { happen } from '../cases/happen.ts';
import { mayOfficerSee } from '../visibility.ts';

/** "I know": the addressee acknowledges, and the alert climbs no further. False when it was acknowledged before. */
export async function acknowledgeAlert(current: Act, { alertId }: { alertId: number }): Promise<boolean> {
  const { tx, at, by } = current;
  if (by.kind !== 'officer') throw new NotPermitted('xác nhận cảnh báo');
  const alert = await alertById(tx, alertId);
  // Somebody else's alert is not there for this officer.
  if (alert === null || alert.officerId !== by.officerId) throw new NotFound('cảnh báo');
  const row = await lockCaseById(tx, alert.caseId);
  if (row === null || !(await mayOfficerSee(tx, by.officerId, row))) throw new NotFound('cảnh báo');
  if (!(await acknowledgeOnce(tx, alertId, at))) return false;
  await happen(current, row, [{ type: 'alertAcknowledged', alertId, officerId: by.officerId }]);
  await noteChange(tx, { topic: 'alert', officerId: by.officerId, caseId: row.id, at });
  return true;
}
