import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { secureHeaders } from 'hono/secure-headers';

/** Where the build puts each page, below the directory of the pages. */
const console = 'console/index.html';
const chat = 'channel/webchat/page/index.html';

/** The built pages of officers and of the web chat. Any address below /console is the console's one page. */
export function staticPages(directory: string): Hono {
  const page = (path: string) => serveStatic({ root: directory, path });
  return new Hono()
    .use('/console/*', pageHeaders, freshPage)
    .use('/chat/*', pageHeaders, freshPage)
    .get('/', (context) => context.redirect('/chat'))
    .use('/assets/*', secureHeaders(), keptForGood)
    .get('/assets/*', serveStatic({ root: directory }))
    .get('/console/*', page(console))
    .get('/chat', page(chat))
    .get('/chat/', page(chat));
}

// The page names the assets of its build; an old page would ask for assets that are gone.
const freshPage = createMiddleware(async (context, next) => {
  await next();
  if (context.res.headers.get('content-type')?.startsWith('text/html'))
    context.res.headers.set('cache-control', 'no-cache');
});

// A changed asset has another name.
const keptForGood = createMiddleware(async (context, next) => {
  await next();
  if (context.res.status === 200) context.res.headers.set('cache-control', 'public, max-age=31536000, immutable');
});

const pageHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    // Mantine writes its variables into style elements.
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    // Voice messages.
    mediaSrc: ["'self'"],
    fontSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    objectSrc: ["'none'"],
    frameSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: 'DENY',
});
