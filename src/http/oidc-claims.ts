import { z } from 'zod';

const claims = z.object({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  email: z.email().optional(),
  email_verified: z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]).optional(),
  azp: z.string().optional(),
  amr: z.array(z.string()).optional(),
  acr: z.string().optional(),
  auth_time: z.number().optional(),
});

export interface VouchedFor {
  issuer: string;
  subject: string;
  email: string | null;
  isEmailVerified: boolean;
  /** The directory asked for more than a password. */
  assertsSecondFactor: boolean;
  authorizedParty: string | null;
  /** When the person last said there who they are, where the directory tells. */
  saidAt: Date | null;
}

const secondFactor = /(?:^|[^a-z])mfa(?:[^a-z]|$)|multipleauthn/iu;

/** What an ID token says. Its signature, audience, times and nonce have been verified before; null for another shape. */
export function readClaims(idToken: string): VouchedFor | null {
  const read = claims.safeParse(payloadOf(idToken));
  if (!read.success) return null;
  const { iss, sub, email, email_verified, azp, amr = [], acr = '', auth_time } = read.data;
  return {
    issuer: iss,
    subject: sub,
    email: email ?? null,
    isEmailVerified: email_verified === true,
    assertsSecondFactor: [...amr, acr].some((each) => secondFactor.test(each)),
    authorizedParty: azp ?? null,
    saidAt: auth_time === undefined ? null : new Date(auth_time * 1000),
  };
}

function payloadOf(idToken: string): unknown {
  try {
    return JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
