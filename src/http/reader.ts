import { createMiddleware } from 'hono/factory';
import { viewerOf } from '../desk/visibility.ts';
import { NotPermitted } from '../errors.ts';
import { apiKeyName } from '../store/access.ts';
import type { ApiEnv, HttpParts, OfficerReader, Reader } from './api-env.ts';
import { HttpProblem } from './problems.ts';
import { requireSameOrigin } from './same-origin.ts';

type Parts = Pick<HttpParts, 'desk' | 'auth' | 'config'>;

/** Lets nobody pass who is not known, and writes only from our own pages or with a key. */
export function identify(parts: Parts) {
  return createMiddleware<ApiEnv>(async (context, next) => {
    const reader = await readerOf(parts, context.req.raw.headers);
    if (reader === null) throw new HttpProblem(401, 'notSignedIn', 'Anh/chị cần đăng nhập. (Sign in first.)');
    // A browser sends the cookie for anybody's page; a key is only sent on purpose.
    if (reader.kind === 'officer') requireSameOrigin(context.req.raw, parts.config.publicUrl);
    context.set('reader', reader);
    await next();
  });
}

/** Null for an unknown key, and for no session or one of somebody who no longer works here. A key that is given decides alone. */
export async function readerOf({ desk, auth }: Parts, headers: Headers): Promise<Reader | null> {
  const { db } = desk.database;
  const authorization = headers.get('authorization');
  if (authorization !== null) {
    const key = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    const name = key === undefined ? null : await apiKeyName(db, key, desk.clock.now());
    return name === null ? null : { kind: 'apiKey', actor: { kind: 'apiKey', name }, sight: 'everything' };
  }
  const session = headers.has('cookie') ? await auth.api.getSession({ headers }) : null;
  const officerId = session?.user.officerId;
  if (session === null || officerId == null) return null;
  const sight = await viewerOf(db, officerId);
  return sight === null
    ? null
    : { kind: 'officer', actor: { kind: 'officer', officerId }, sight, email: session.user.email };
}

/** For what belongs to a person: a key has no alerts and no chats. */
export function officerOnly(reader: Reader): OfficerReader {
  if (reader.kind === 'officer') return reader;
  throw new NotPermitted('làm việc này bằng khóa API');
}
