import { randomBytes } from 'node:crypto';
import { NotFound } from '../../errors.ts';
import { saveSignIn } from '../../store/access.ts';
import {
  endInvitations,
  goodInvitation,
  insertInvitation,
  removeSecondFactor,
  spendInvitation,
} from '../../store/accounts.ts';
import { appendLedger } from '../../store/ledger.ts';
import { officerById } from '../../store/organisation.ts';
import type { Act } from '../act.ts';
import { asAdministrator } from '../organisation/administrator.ts';

const goodForMilliseconds = 72 * 3_600_000;

/** Invites an officer to set a password, once, within three days. Said here and never again: only its digest is kept. */
export async function inviteOfficer(
  current: Act,
  { officerId }: { officerId: number },
): Promise<{ secret: string; expiresAt: Date }> {
  const { tx, at, by } = current;
  await asAdministrator(current, 'mời công chức đăng nhập');
  const officer = await officerById(tx, officerId);
  if (officer === null || !officer.active) throw new NotFound('công chức');
  const secret = randomBytes(32).toString('base64url');
  const expiresAt = new Date(at.getTime() + goodForMilliseconds);
  await insertInvitation(tx, { officerId, secret, at, expiresAt });
  await appendLedger(tx, 'access', [{ type: 'officerInvited', detail: { officerId } }], by, at);
  return { secret, expiresAt };
}

/** Takes the officer's unused invitation back; where there is none, nothing is there to take. */
export async function revokeInvitation(current: Act, { officerId }: { officerId: number }): Promise<void> {
  const { tx, at, by } = current;
  await asAdministrator(current, 'thu hồi lời mời');
  if (!(await endInvitations(tx, officerId, at))) throw new NotFound('lời mời');
  await appendLedger(tx, 'access', [{ type: 'invitationRevoked', detail: { officerId } }], by, at);
}

/**
 * Sets the password by the link; it opens nothing a second time. Whoever was signed in is so no longer, a second factor has
 * to be set up anew and the directory is asked anew who this is: the way back for somebody who lost the one or has a new
 * account there. Answers the address to sign in with.
 */
export async function acceptInvitation(
  { tx, at }: Act,
  { secret, passwordHash, userId }: { secret: string; passwordHash: string; userId: string },
): Promise<string> {
  const invitation = await goodInvitation(tx, secret, at);
  const officer = invitation === null ? null : await officerById(tx, invitation.officerId);
  if (invitation === null || officer === null || !officer.active) throw new NotFound('lời mời');
  const email = officer.email.trim().toLowerCase();
  await spendInvitation(tx, invitation.id, at);
  await removeSecondFactor(tx, officer.id);
  await saveSignIn(tx, { id: userId, email, name: officer.name, officerId: officer.id, passwordHash, at });
  return email;
}
