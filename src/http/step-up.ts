import { systemClock } from '../clock.ts';
import { isSteppedUp } from '../store/accounts.ts';
import type { Db } from '../store/database.ts';
import type { Reader } from './api-env.ts';
import { HttpProblem } from './problems.ts';

/** What an open console left alone for a moment must not be enough for. */
const sensitive: readonly (readonly [method: string, path: RegExp])[] = [
  // What is promised.
  ['POST', /^\/api\/v1\/policy-proposals\/\d+\/approval$/u],
  ['POST', /^\/api\/v1\/calendars\/\d+\/approval$/u],
  // Who may see and do what.
  ['POST', /^\/api\/v1\/cases\/[^/]+\/exclusions\/\d+\/lift-(?:requests|approvals)$/u],
  ['POST', /^\/api\/v1\/organisation\/officers(?:\/\d+\/(?:posts|ending))?$/u],
  ['PATCH', /^\/api\/v1\/organisation\/officers\/\d+$/u],
  ['POST', /^\/api\/v1\/officers\/\d+\/(?:invitations|sign-out)$/u],
  // A list brings officers, and the telephone numbers that speak for enterprises.
  ['POST', /^\/api\/v1\/imports\/\d+\/start$/u],
  ['POST', /^\/api\/v1\/api-keys$/u],
  // What is kept of people, and what leaves the house about them.
  ['POST', /^\/api\/v1\/retention\/(?:changes|proposals\/\d+\/approval)$/u],
  ['GET', /^\/api\/v1\/(?:exports\/[a-z-]+|ratings\/breakdown\.csv)$/u],
  // What is found about a colleague.
  ['POST', /^\/api\/v1\/cases\/[^/]+\/verification\/outcome$/u],
];

const goodForMilliseconds = 10 * 60_000;

function isSensitive(method: string, path: string): boolean {
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
