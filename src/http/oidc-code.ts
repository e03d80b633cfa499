import type { AsyncLocalStorage } from 'node:async_hooks';
import type { BetterAuthPlugin } from 'better-auth';
import { createAuthMiddleware } from 'better-auth/api';
import { deleteSessionCookie } from 'better-auth/cookies';
import { generateRandomString } from 'better-auth/crypto';
import { systemClock } from '../clock.ts';
import type { Admission } from '../desk/access/admit-from-directory.ts';

/** Why somebody who came by the directory is not in. */
export type DirectoryRefusal = Extract<Admission, { ok: false }>['refusal'] | 'down' | 'stale' | 'failed';

/** What is learnt of one visit between the directory's answer and ours. */
export interface Visit {
  refusal: DirectoryRefusal | null;
  assertsSecondFactor: boolean;
  needsCode: boolean;
}

const codeSeconds = 600;

/**
 * The code of our own second factor, for somebody who has one, unless the directory vouched for a second factor. The session
 * that was just made is taken back, and the next step is the one that follows a right password.
 */
export function askForCode(visits: AsyncLocalStorage<Visit>) {
  return {
    id: 'code-after-directory',
    hooks: {
      after: [
        {
          matcher: ({ path }) => path === '/callback/:id',
          handler: createAuthMiddleware(async (context) => {
            const made = context.context.newSession;
            const visit = visits.getStore();
            if (made === null || visit === undefined || visit.assertsSecondFactor) return;
            if (!('twoFactorEnabled' in made.user) || made.user.twoFactorEnabled !== true) return;
            visit.needsCode = true;
            const { internalAdapter, createAuthCookie, secret } = context.context;
            deleteSessionCookie(context, true);
            await internalAdapter.deleteSession(made.session.token);
            context.context.setNewSession(null);
            const identifier = `2fa-${generateRandomString(20)}`;
            const expiresAt = new Date(systemClock.now().getTime() + codeSeconds * 1000);
            await internalAdapter.createVerificationValue({ identifier, value: made.user.id, expiresAt });
            const attempts = `2fa-attempts-${identifier}`;
            await internalAdapter.createVerificationValue({ identifier: attempts, value: '0', expiresAt });
            const cookie = createAuthCookie('two_factor', { maxAge: codeSeconds });
            await context.setSignedCookie(cookie.name, identifier, secret, cookie.attributes);
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}
