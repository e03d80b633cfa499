import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { builtPageHeaders, type WithNonce } from './security-headers.ts';

/** Where the build put each page, below the directory of the pages. */
const console = 'console/index.html';
const chat = 'channel/webchat/page/index.html';

// What the build wrote wherever a script or style of ours is named, see `html.cspNonce` in `vite.config.ts`.
const noncePlace = 'nonce-of-the-answer';

/** The built pages of officers and of the web chat. Any address below /console is the console's one page. */
export function staticPages(directory: string): Hono {
  return new Hono()
    .use('/console/*', builtPageHeaders)
    .use('/chat/*', builtPageHeaders)
    .get('/', (context) => context.redirect('/chat'))
    .use('/assets/*', keptForGood)
    .get('/assets/*', serveStatic({ root: directory, precompressed: true }))
    .get('/console/*', announceFirstReads, page(join(directory, console)))
    .get('/chat', page(join(directory, chat)))
    .get('/chat/', page(join(directory, chat)));
}

/** Answers with the page, which carries the nonce of this one answer. It names the assets of its build, so it is not kept. */
function page(path: string): MiddlewareHandler<WithNonce> {
  return async (context) => {
    const text = await readFile(path, 'utf8').catch(() => null);
    if (text === null) return context.notFound();
    context.header('cache-control', 'no-cache');
    return context.html(text.replaceAll(noncePlace, context.var.secureHeadersNonce ?? ''));
  };
}

/**
 * Has the browser ask for what the console will read first while its scripts are still on their way. Only for whoever brings
 * a session: the others would be refused. An address that filters reads its list itself, as the page words it.
 */
const announceFirstReads = createMiddleware(async (context, next) => {
  await next();
  const { pathname, searchParams } = new URL(context.req.url);
  if (context.res.status !== 200 || !context.req.header('cookie')?.includes('session_token=')) return;
  if (/^\/console\/(?:sign-in|invitation)/u.test(pathname)) return;
  const box = searchParams.get('box') ?? 'mine';
  const isPlainList = /^(?:mine|unassigned|all)$/u.test(box) && searchParams.size <= (searchParams.has('box') ? 1 : 0);
  const isInbox = /^\/console\/cases(?:\/|$)/u.test(pathname);
  const reads = [
    'session',
    ...(isInbox ? ['case-reminders', 'cases/counts', 'saved-filters'] : []),
    ...(isInbox && isPlainList ? [`cases?box=${box}`] : []),
  ];
  const links = reads.map((read) => `</api/v1/${read}>; rel=preload; as=fetch; crossorigin`);
  context.res.headers.set('link', links.join(', '));
});

// A changed asset has another name.
const keptForGood = createMiddleware(async (context, next) => {
  await next();
  if (context.res.status !== 200) return;
  context.res.headers.set('cache-control', 'public, max-age=31536000, immutable');
  // Also where it was sent as it is: a cache between must not hand the one form to who asked for the other.
  context.res.headers.set('vary', 'accept-encoding');
});
