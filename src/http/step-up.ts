import { systemClock } from '../clock.ts';
import { isSteppedUp } from '../store/accounts.ts';
import type { Db } from '../store/database.ts';
import type { Reader } from './api-env.ts';
import { HttpProblem } from './problems.ts';

/** What an open console left alone for a moment must not be enough for. */
const sensitive: readonly (readonly [method: string, path: RegExp])[] = [
  ['POST', /^\/api\/v1\/policy-proposals\/\d+\/approval$/u],
  ['POST', /^\/api\/v1\/calendars\/\d+\/approval$/u],
  ['POST', /^\/api\/v1\/cases\/[^/]+\/exclusions\/\d+\/lift-(?:requests|approvals)$/u],
  ['POST', /^\/api\/v1\/api-keys$/u],
  ['POST', /^\/api\/v1\/officers\/\d+\/(?:invitations|sign-out)$/u],
  ['POST', /^\/api\/v1\/retention\/proposals\/\d+\/approval$/u],
];

const goodForMilliseconds = 10 * 60_000;

export function isSensitive(method: string, path: string): boolean {
  return sensitive.some(([each, pattern]) => each === method && pattern.test(path));
}

/** Refuses a sensitive act of an officer who has not said in the last ten minutes who they are. */
export async function requireStepUp(db: Db, reader: Reader, method: string, path: string): Promise<void> {
  if (reader.kind !== 'officer' || !isSensitive(method, path)) return;
  // As sessions do, it lives by the machine's clock: pushing a demonstration's clock asks nobody for a password.
  const since = new Date(systemClock.now().getTime() - goodForMilliseconds);
  if (!(await isSteppedUp(db, reader.sessionId, since)))
    throw new HttpProblem(
      403,
      'stepUpNeeded',
      'Việc này cần anh/chị nhập lại mật khẩu. (Say again who you are: POST /api/v1/me/step-ups.)',
    );
}
