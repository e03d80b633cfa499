import { createMiddleware } from 'hono/factory';
import { viewerOf } from '../desk/visibility.ts';
import { NotPermitted } from '../errors.ts';
import { mayCall } from '../rules/visibility/scopes.ts';
import { usableKey } from '../store/api-keys.ts';
import type { ApiEnv, HttpParts, OfficerReader, Reader } from './api-env.ts';
import { openKeyLimits } from './key-limits.ts';
import { HttpProblem } from './problems.ts';
import { requireSameOrigin } from './same-origin.ts';
import { requireStepUp } from './step-up.ts';

type Parts = Pick<HttpParts, 'desk' | 'auth' | 'config'>;

/**
 * Lets nobody pass who is not known, writes only from our own pages or with a key, and a key only where its scopes reach.
 * The one place where scopes and limits of keys are enforced.
 */
export function identify(parts: Parts) {
  const keepWithinLimit = openKeyLimits(parts.desk.database.db);
  return createMiddleware<ApiEnv>(async (context, next) => {
    const reader = await readerOf(parts, context.req.raw.headers);
    if (reader === null) throw new HttpProblem(401, 'notSignedIn', 'Anh/chị cần đăng nhập. (Sign in first.)');
    // A browser sends the cookie for anybody's page; a key is only sent on purpose.
    if (reader.kind === 'officer') {
      requireSameOrigin(context.req.raw, parts.config.publicUrl);
      requireSecondFactor(parts, reader, context.req.path);
    }
    await requireStepUp(parts.desk.database.db, reader, context.req.method, context.req.path);
    if (reader.kind === 'apiKey') {
      await keepWithinLimit(context, reader.key);
      if (!mayCall(reader.key.scopes, context.req.method, context.req.path))
        throw new HttpProblem(
          403,
          'outOfScope',
          'Khóa này không có quyền cho yêu cầu này. (The scopes of the key do not reach this.)',
        );
    }
    context.set('reader', reader);
    await next();
  });
}

// Enough to set the second factor up.
const withoutSecondFactor = /^\/api\/v1\/(?:session|me\/account)$/u;

function requireSecondFactor({ config }: Parts, { sight, hasSecondFactor }: OfficerReader, path: string): void {
  if (hasSecondFactor || config.secondFactorFor?.includes(sight.role) !== true || withoutSecondFactor.test(path))
    return;
  throw new HttpProblem(
    403,
    'secondFactorNeeded',
    'Anh/chị cần bật xác thực hai bước ở trang Tài khoản trước khi làm việc.',
  );
}

/** Null for an unknown key, and for no session or one of somebody who no longer works here. A key that is given decides alone. */
export async function readerOf({ desk, auth }: Parts, headers: Headers): Promise<Reader | null> {
  const { db } = desk.database;
  const authorization = headers.get('authorization');
  if (authorization !== null) {
    const key = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    const found = key === undefined ? null : await usableKey(db, key, desk.clock.now());
    if (found === null) return null;
    return { kind: 'apiKey', actor: { kind: 'apiKey', name: found.name }, sight: 'everything', key: found };
  }
  const session = headers.has('cookie') ? await auth.api.getSession({ headers }) : null;
  const officerId = session?.user.officerId;
  if (session === null || officerId == null) return null;
  const sight = await viewerOf(db, officerId);
  return sight === null
    ? null
    : {
        kind: 'officer',
        actor: { kind: 'officer', officerId },
        sight,
        email: session.user.email,
        sessionId: session.session.id,
        hasSecondFactor: session.user.twoFactorEnabled === true || session.session.directoryFactor === true,
      };
}

/** For what belongs to a person: a key has no alerts and no chats. */
export function officerOnly(reader: Reader): OfficerReader {
  if (reader.kind === 'officer') return reader;
  throw new NotPermitted('làm việc này bằng khóa API');
}
