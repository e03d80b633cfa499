import { NotFound } from '../../errors.ts';
import { endSession, endSessions, noteStepUp } from '../../store/accounts.ts';
import { appendLedger } from '../../store/ledger.ts';
import { officerById } from '../../store/organisation.ts';
import type { Act } from '../act.ts';
import { asAdministrator } from '../organisation/administrator.ts';

/** Ends one of the officer's own sessions. One of somebody else is not there. */
export async function endOwnSession(
  { tx, at, by }: Act,
  { officerId, sessionId }: { officerId: number; sessionId: string },
): Promise<void> {
  if (!(await endSession(tx, officerId, sessionId))) throw new NotFound('phiên đăng nhập');
  await appendLedger(tx, 'access', [{ type: 'sessionsEnded', detail: { officerId, count: 1 } }], by, at);
}

/** Ends all of the officer's own sessions but the one they are in; answers how many. */
export async function endOwnOtherSessions(
  { tx, at, by }: Act,
  { officerId, keepId }: { officerId: number; keepId: string },
): Promise<number> {
  const count = await endSessions(tx, officerId, keepId);
  if (count > 0) await appendLedger(tx, 'access', [{ type: 'sessionsEnded', detail: { officerId, count } }], by, at);
  return count;
}

/** An administrator signs an officer out everywhere; answers from how many places. */
export async function signOutOfficer(current: Act, { officerId }: { officerId: number }): Promise<number> {
  const { tx, at, by } = current;
  await asAdministrator(current, 'thu hồi phiên đăng nhập');
  if ((await officerById(tx, officerId)) === null) throw new NotFound('công chức');
  const count = await endSessions(tx, officerId, null);
  await appendLedger(tx, 'access', [{ type: 'sessionsEnded', detail: { officerId, count } }], by, at);
  return count;
}

/** The officer said again who they are, at `saidAt` by the clock that sessions live by. */
export async function stepUp(
  { tx, at, by }: Act,
  { sessionId, saidAt }: { sessionId: string; saidAt: Date },
): Promise<void> {
  await noteStepUp(tx, sessionId, saidAt);
  await appendLedger(tx, 'access', [{ type: 'steppedUp', detail: {} }], by, at);
}
