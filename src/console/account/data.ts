import { queryOptions } from '@tanstack/react-query';
import type { AccountView } from '../../http/account-routes.ts';
import { answerOf, done, v1 } from '../data/api.ts';
import { post } from '../data/outside-api.ts';

export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: (): Promise<AccountView> => answerOf(v1.me.account.$get()),
});

export function endSession(id: string): Promise<void> {
  return done(v1.me.sessions[':id'].$delete({ param: { id } }));
}

export function endOtherSessions(): Promise<{ count: number }> {
  return answerOf(v1.me.sessions.revocation.$post());
}

export function inviteOfficer(id: string): Promise<{ link: string; expiresAt: string }> {
  return answerOf(v1.officers[':id'].invitations.$post({ param: { id } }));
}

export function signOutOfficer(id: string): Promise<{ count: number }> {
  return answerOf(v1.officers[':id']['sign-out'].$post({ param: { id } }));
}

export interface NewFactor {
  /** What the authenticator app scans. */
  totpURI: string;
  backupCodes: string[];
}

export function beginSecondFactor(password: string): Promise<NewFactor> {
  return post('/api/auth/two-factor/enable', { password });
}

/** With a session: the new factor works. On the way in: the second half of signing in. */
export function sayCode(code: string): Promise<unknown> {
  return post('/api/auth/two-factor/verify-totp', { code });
}

export function sayRecoveryCode(code: string): Promise<unknown> {
  return post('/api/auth/two-factor/verify-backup-code', { code });
}

export function endSecondFactor(password: string): Promise<unknown> {
  return post('/api/auth/two-factor/disable', { password });
}

export async function newRecoveryCodes(password: string): Promise<string[]> {
  const made = await post<{ backupCodes: string[] }>('/api/auth/two-factor/generate-backup-codes', { password });
  return made.backupCodes;
}

export function acceptInvitation(secret: string, password: string): Promise<{ email: string }> {
  return post('/api/auth/invitation', { secret, password });
}
