import { randomBytes, randomUUID } from 'node:crypto';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { hashPassword } from 'better-auth/crypto';
import { twoFactor as secondFactor } from 'better-auth/plugins/two-factor';
import { saveSignIn, settledText } from '../store/access.ts';
import type { Db } from '../store/database.ts';
import { officerById } from '../store/organisation.ts';
import { account, session, twoFactor, user, verification } from '../store/schema/access.ts';

export type Auth = Awaited<ReturnType<typeof openAuth>>;

// An officer signs in once a working day, overtime included.
const sessionSeconds = 14 * 3600;

export const leastPasswordLength = 8;

/** Where `sign-in-routes.ts` says from which address a request came; whatever a sender put there is overwritten. */
export const clientAddressHeader = 'x-desk-client-address';

/** What signing in stands on, by password or by a directory. */
export interface AuthBase {
  db: Db;
  publicUrl: string;
  /** Where none is given, one is made once and kept in the database. */
  secret?: string;
}

/** The sign-in of officers: e-mail address, password and, where it is set up, a code. */
export async function openAuth(base: AuthBase) {
  return betterAuth(await authOptions(base));
}

/** What every way to sign in has in common, so that a session of one is a session of the other. */
export async function authOptions({ db, publicUrl, secret }: AuthBase) {
  return {
    appName: 'Đồng Hành',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret: secret ?? (await settledText(db, 'authSecret', () => randomBytes(32).toString('base64url'))),
    database: drizzleAdapter(db, { provider: 'pg', schema: { user, session, account, verification, twoFactor } }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: leastPasswordLength },
    user: { additionalFields: { officerId: { type: 'number', required: false, input: false } } },
    session: {
      expiresIn: sessionSeconds,
      disableSessionRefresh: true,
      additionalFields: { directoryFactor: { type: 'boolean', required: false, input: false, defaultValue: false } },
    },
    trustedOrigins: (request: Request | undefined) => trustedOrigins(publicUrl, request),
    advanced: { ipAddress: { ipAddressHeaders: [clientAddressHeader], ipv6Subnet: 128 } },
    // No device is trusted to do without the code: desks are shared.
    plugins: [secondFactor({ issuer: 'Đồng Hành' })],
    // Attempts are counted by address and account in front of it, see `sign-in-routes.ts`.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  } satisfies BetterAuthOptions;
}

/** Whoever is at our public address, and pages served under the very name by which this request reached us. */
function trustedOrigins(publicUrl: string, request: Request | undefined): string[] {
  const trusted = [new URL(publicUrl).origin];
  const origin = request?.headers.get('origin');
  if (request !== undefined && origin != null && URL.parse(origin)?.host === new URL(request.url).host)
    trusted.push(origin);
  return trusted;
}

/** Gives an officer an e-mail address and password to sign in with; for a known address, a new password. */
export async function createOfficerSignIn(
  db: Db,
  { email, password, officerId, at }: { email: string; password: string; officerId: number; at: Date },
): Promise<void> {
  const passwordHash = await hashPassword(password);
  await db.transaction(async (tx) => {
    const officer = await officerById(tx, officerId);
    if (officer === null) throw new Error(`Officer ${officerId} is not stored`);
    const { name } = officer;
    await saveSignIn(tx, { id: randomUUID(), email: email.trim().toLowerCase(), name, officerId, passwordHash, at });
  });
}
