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
    .get('/assets/*', serveStatic({ root: directory }))
    .get('/console/*', page(join(directory, console)))
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

// A changed asset has another name.
const keptForGood = createMiddleware(async (context, next) => {
  await next();
  if (context.res.status === 200) context.res.headers.set('cache-control', 'public, max-age=31536000, immutable');
});
