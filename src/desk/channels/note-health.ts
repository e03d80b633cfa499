import type { AccountHealth } from '../../channel/port.ts';
import { type AccountKey, noteAccountHealth } from '../../store/channel-accounts.ts';
import type { Act } from '../act.ts';
import { tellAdministrators } from '../alerts/tell-administrators.ts';

const severity = { working: 0, warning: 1, broken: 2 } as const;

/** Keeps what a check of an account found. Administrators hear of it once when it gets worse, and once when it is mended. */
export async function noteHealth(current: Act, key: AccountKey, health: AccountHealth): Promise<void> {
  const before = (await noteAccountHealth(current.tx, key, health, current.at)) ?? 'working';
  const { channel } = key;
  const { state, whatToDo } = health;
  if (severity[state] > severity[before] && state !== 'working') {
    const message = current.phrasing.toAdministrator({ kind: 'accountTrouble', channel, state, whatToDo });
    // A warning can still be told through the account itself; what is broken cannot.
    await tellAdministrators(current, message, state === 'broken' ? { not: key } : {});
  }
  if (state === 'working' && before !== 'working') {
    await tellAdministrators(current, current.phrasing.toAdministrator({ kind: 'accountWorks', channel }));
  }
}
