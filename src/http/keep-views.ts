import { createMiddleware } from 'hono/factory';
import type { Look } from '../desk/oversight/keep-views.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';

const ofCase = /^\/api\/v1\/cases\/([A-Z]{2}-\d{4}-\d{6,})(?:\/|$)/u;
const ofFile = /^\/api\/v1\/files\/(\d+)$/u;

/**
 * Takes down whoever was shown a case: what a read below a case's own address answered, a file, an export. It stands
 * before the routes, so a new one under such an address is taken down as well. What officers do to a case stands in its
 * ledger.
 */
export function keepViews({ desk, views }: Pick<HttpParts, 'desk' | 'views'>) {
  return createMiddleware<ApiEnv>(async (context, next) => {
    await next();
    if (context.req.method !== 'GET' || context.res.status !== 200) return;
    const { actor: by } = context.var.reader;
    const note = (of: Look['of'], part: Look['part']) => views.note({ by, of, part, at: desk.clock.now() });
    const { path } = context.req;
    const reference = ofCase.exec(path)?.[1];
    const fileId = ofFile.exec(path)?.[1];
    if (reference !== undefined) note({ reference }, 'detail');
    else if (fileId !== undefined) note({ fileId: Number(fileId) }, 'file');
    for (const caseId of context.var.shownCaseIds ?? []) note({ caseId }, 'export');
  });
}
