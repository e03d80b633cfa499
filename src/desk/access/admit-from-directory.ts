import {
  bindIdentity,
  type DirectoryIdentity,
  hasIdentityAt,
  officerOfIdentity,
} from '../../store/directory-sign-ins.ts';
import { appendLedger } from '../../store/ledger.ts';
import { officerByEmail, officerById } from '../../store/organisation.ts';
import { lockOrganisation } from '../../store/units.ts';
import type { Act } from '../act.ts';

export type Admission = { ok: true } | { ok: false; refusal: 'unverified' | 'unknown' | 'someoneElse' };

/**
 * Lets in whom the directory vouches for: by its subject once that is bound, whatever address it says; before, by the
 * verified address of an officer who works here, and the subject is bound. Whoever comes later with the same address and
 * another subject is somebody else.
 */
export async function admitFromDirectory(
  { tx, at, by }: Act,
  { identity, email, isEmailVerified }: { identity: DirectoryIdentity; email: string | null; isEmailVerified: boolean },
): Promise<Admission> {
  // Two first visits at once take turns.
  await lockOrganisation(tx);
  const boundTo = await officerOfIdentity(tx, identity);
  if (boundTo !== null)
    return (await officerById(tx, boundTo))?.active === true ? { ok: true } : { ok: false, refusal: 'unknown' };

  if (email === null || !isEmailVerified) return { ok: false, refusal: 'unverified' };
  const officer = await officerByEmail(tx, email.trim().toLowerCase());
  if (officer === null || !officer.active) return { ok: false, refusal: 'unknown' };
  if (await hasIdentityAt(tx, officer.id, identity.issuer)) return { ok: false, refusal: 'someoneElse' };
  await bindIdentity(tx, officer, identity, at);
  await appendLedger(tx, 'access', [{ type: 'directoryBound', detail: { officerId: officer.id } }], by, at);
  return { ok: true };
}
