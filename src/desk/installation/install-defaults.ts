import { defaultPolicies } from '../../rules/escalation/defaults.ts';
import { haiPhong20252027 } from '../../rules/working-time/data/hai-phong-2025-2027.ts';
import {
  hasCalendar,
  hasPolicies,
  insertApprovedCalendar,
  insertPolicies,
  lockInstallation,
} from '../../store/installation.ts';
import type { Act } from '../act.ts';

// The day on which the shipped appendices take effect.
const defaultsValidFrom = '2020-02-17';
const approvedBy = 'cài đặt mặc định';

/**
 * Gives a new installation its promises and its working calendar, so that a case can be opened and timed. Runs at every
 * start; where anything of a kind is stored already, an administrator has had the word and that kind is left alone.
 */
export async function installDefaults({ tx, at }: Act): Promise<{ policies: boolean; calendar: boolean }> {
  await lockInstallation(tx);
  const installed = { policies: !(await hasPolicies(tx)), calendar: !(await hasCalendar(tx)) };
  if (installed.policies) await insertPolicies(tx, defaultPolicies, defaultsValidFrom);
  if (installed.calendar)
    await insertApprovedCalendar(tx, { definition: haiPhong20252027, approvedBy, approvedAt: at });
  return installed;
}
