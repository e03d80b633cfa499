import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { stream } from 'hono/streaming';
import { answersElement, firstAnswers, firstReads, isListWhole, parsed } from './first-answers.ts';
import { type DrawPicture, openDrawing } from './first-picture.ts';
import { builtPageHeaders, type WithNonce } from './security-headers.ts';

/** Where the build put each page, below the directory of the pages. */
const console = 'console/index.html';
const chat = 'channel/webchat/page/index.html';

// What the build wrote wherever a script or style of ours is named, see `html.cspNonce` in `vite.config.ts`.
const noncePlace = 'nonce-of-the-answer';

/**
 * The built pages of officers and of the web chat. Any address below /console is the console's one page, which brings along
 * what `api` answers to its first reads.
 */
export function staticPages(directory: string, api: Hono, notDrawn: (error: unknown) => void): Hono {
  return new Hono()
    .use('/console/*', builtPageHeaders)
    .use('/chat/*', builtPageHeaders)
    .get('/', (context) => context.redirect('/chat'))
    .use('/assets/*', keptForGood)
    .get('/assets/*', serveStatic({ root: directory, precompressed: true }))
    .get('/console/*', consolePage(join(directory, console), api, openDrawing(directory, notDrawn)))
    .get('/chat', page(join(directory, chat)))
    .get('/chat/', page(join(directory, chat)));
}

/** Answers with the page, which carries the nonce of this one answer. It names the assets of its build, so it is not kept. */
function page(path: string): MiddlewareHandler<WithNonce> {
  return async (context) => {
    const text = await readPage(path, context.var.secureHeadersNonce);
    if (text === null) return context.notFound();
    context.header('cache-control', 'no-cache');
    return context.html(text);
  };
}

/**
 * The console's page begins at once, so that its styles and letters are fetched while the desk reads what will be shown. What
 * it read comes as the page's last element, before any script runs; a list is drawn besides, and seen before one has run.
 * Only for whoever brings a session: the others would be refused.
 */
function consolePage(path: string, api: Hono, draw: DrawPicture): MiddlewareHandler<WithNonce> {
  const bare = page(path);
  return async (context, next) => {
    const address = new URL(context.req.url);
    const reads = context.req.header('cookie')?.includes('session_token=') ? firstReads(address) : [];
    if (reads.length === 0) return bare(context, next);
    const nonce = context.var.secureHeadersNonce ?? '';
    const text = await readPage(path, nonce);
    if (text === null) return context.notFound();
    const language = getCookie(context, 'language') === 'en' ? 'en' : 'vi';
    const whole = text.replace('<html lang="vi">', `<html lang="${language}">`);
    const [body, end] = [whole.lastIndexOf(rootElement), whole.lastIndexOf('</body>')];
    context.header('content-type', 'text/html; charset=UTF-8');
    context.header('cache-control', 'no-store');
    context.header('x-accel-buffering', 'no');
    return stream(context, async (out) => {
      await out.write(whole.slice(0, body));
      const answers = await firstAnswers(api, context.req.raw, context.env, reads).catch(() => []);
      const wish = { address: `${address.pathname}${address.search}`, language, nonce } as const;
      const picture = isListWhole(address, reads, answers) ? await draw({ ...wish, answers: parsed(answers) }) : '';
      // Until the page's own scripts have taken its place, a picture hears nobody.
      const root = picture === '' ? rootElement : `<div id="root" aria-busy="true">${picture}</div>`;
      const between = whole.slice(body + rootElement.length, end);
      await out.write(`${root}${between}${answersElement(answers)}${whole.slice(end)}`);
    });
  };
}

const rootElement = '<div id="root"></div>';

async function readPage(path: string, nonce = ''): Promise<string | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  return text?.replaceAll(noncePlace, nonce) ?? null;
}

// A changed asset has another name.
const keptForGood = createMiddleware(async (context, next) => {
  await next();
  if (context.res.status !== 200) return;
  context.res.headers.set('cache-control', 'public, max-age=31536000, immutable');
  // Also where it was sent as it is: a cache between must not hand the one form to who asked for the other.
  context.res.headers.set('vary', 'accept-encoding');
});
