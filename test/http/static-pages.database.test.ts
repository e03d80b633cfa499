import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { staticPages } from '../../src/http/static-pages.ts';

const silentApi = new Hono();
const neverFails = (error: unknown) => {
  throw error;
};
const cookie = 'better-auth.session_token=a';

test('every address of the console is its one page, which a browser asks for anew each time', async () => {
  await using pages = await builtPages();
  const app = staticPages(pages.path, silentApi, neverFails);

  for (const address of ['/console', '/console/', '/console/cases/VM-2026-000001']) {
    const answer = await app.request(address);

    const nonce = /script-src 'nonce-([^']+)'/u.exec(answer.headers.get('content-security-policy') ?? '')?.[1];
    expect([address, answer.status, await answer.text()]).toEqual([
      address,
      200,
      `<html lang="vi"><body><div id="root"></div>trang công chức ${nonce}</body>`,
    ]);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('content-security-policy')).not.toContain('unsafe');
  }
});

test('the chat has its page, and the first address leads there', async () => {
  await using pages = await builtPages();
  const app = staticPages(pages.path, silentApi, neverFails);

  const chat = await app.request('/chat');
  const root = await app.request('/');

  expect(await chat.text()).toBe('trang trò chuyện');
  expect(chat.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect([root.status, root.headers.get('location')]).toEqual([302, '/chat']);
});

test('what the build named by its content is kept for good; nothing outside the pages is served', async () => {
  await using pages = await builtPages();
  const app = staticPages(pages.path, silentApi, neverFails);

  const asset = await app.request('/assets/index-C0ffee.js');
  const missing = await app.request('/assets/other.js');
  const outside = await app.request('/assets/..%2f..%2fsecret');

  expect(asset.headers.get('content-type')).toMatch(/javascript/);
  expect(asset.headers.get('cache-control')).toContain('immutable');
  expect([missing.status, outside.status]).toEqual([404, 404]);
});

test.each([
  ['gzip, deflate, br, zstd', 'br', 'brotli'],
  ['gzip, deflate', 'gzip', 'gzip!'],
  [undefined, null, 'export {};'],
])('a browser that accepts %s is sent an asset as %s', async (accepted, encoding, text) => {
  await using pages = await builtPages();

  const answer = await staticPages(pages.path, silentApi, neverFails).request('/assets/index-C0ffee.js', {
    headers: accepted === undefined ? {} : { 'accept-encoding': accepted },
  });

  expect([answer.headers.get('content-encoding'), await answer.text()]).toEqual([encoding, text]);
  expect(answer.headers.get('content-length')).toBe(String(text.length));
  expect(answer.headers.get('content-type')).toMatch(/javascript/);
  expect(answer.headers.get('vary')?.toLowerCase()).toBe('accept-encoding');
  expect(answer.headers.get('cache-control')).toContain('immutable');
});

const plainReads = ['session', 'case-reminders', 'cases/counts', 'saved-filters'];

test.each([
  ['cases', [...plainReads, 'cases?box=mine']],
  ['cases?box=all', [...plainReads, 'cases?box=all']],
  ['cases/VM-2026-000001?box=all', [...plainReads, 'cases?box=all']],
  ['cases?box=all&q=an', plainReads],
  ['cases?box=%3E%3Bevil', plainReads],
  ['wall', ['session']],
  ['sign-in', []],
])('the page of %s brings along what it will read first', async (address, reads) => {
  await using pages = await builtPages();
  const asked: string[] = [];
  const api = new Hono().get('/api/v1/*', (context) => {
    const { pathname, search } = new URL(context.req.url);
    asked.push(`${pathname}${search} for ${context.req.header('cookie')}`);
    return context.json({ about: pathname + search, items: [] });
  });
  const app = staticPages(pages.path, api, neverFails);

  const known = await app.request(`/console/${address}`, { headers: { cookie } });
  const text = await known.text();
  const stranger = await app.request(`/console/${address}`);

  const paths = reads.map((read) => `/api/v1/${read}`);
  expect(asked).toEqual(paths.map((path) => `${path} for ${cookie}`));
  expect(firstAnswersIn(text)).toEqual(
    reads.length === 0 ? null : Object.fromEntries(paths.map((path) => [path, { about: path, items: [] }])),
  );
  expect(known.headers.get('cache-control')).toBe(reads.length === 0 ? 'no-cache' : 'no-store');
  expect(firstAnswersIn(await stranger.text())).toBeNull();
});

test('what people wrote stays text in the page, and what was refused is left for the page to ask', async () => {
  await using pages = await builtPages();
  const evil = '</script><script>alert(1)</script><!--<img src=x onerror=alert(1)>';
  const api = new Hono()
    .get('/api/v1/session', (context) => context.json({ name: evil }))
    .get('/api/v1/*', (context) => context.json({ code: 'notPermitted' }, 403));

  const answer = await staticPages(pages.path, api, neverFails).request('/console/cases', {
    headers: { cookie },
  });
  const text = await answer.text();

  expect(text.match(/<\/?script|<!--|<img/gu)).toEqual(['<script', '</script']);
  expect(firstAnswersIn(text)).toEqual({ '/api/v1/session': { name: evil } });
});

test('a list is sent drawn, with what its cases are marked with, in the language and under the nonce of the page', async () => {
  await using pages = await builtPages({
    drawing: drawingOf(`'<p style="color:red">$& ' + JSON.stringify(wish) + '</p>'`),
  });
  const answer = await staticPages(pages.path, listApi(['VM-1', 'VM-2']), neverFails).request(
    '/console/cases?box=all',
    {
      headers: { cookie: `${cookie}; language=en` },
    },
  );
  const text = await answer.text();

  const nonce = /script-src 'nonce-([^']+)'/u.exec(answer.headers.get('content-security-policy') ?? '')?.[1];
  const style = `<style nonce="${nonce}">[data-style="0"]{color:red !important}</style>`;
  const marks = '/api/v1/case-marks?references=VM-1%2CVM-2';
  expect(text).toContain(`<html lang="en"><body><div id="root" aria-busy="true">${style}<p data-style="0">$& {`);
  expect(JSON.parse(/\$& (.*)<\/p>/u.exec(text)?.[1] ?? '')).toMatchObject({
    address: '/console/cases?box=all',
    language: 'en',
    nonce,
    answers: { [marks]: [], '/api/v1/session': [] },
  });
  expect(firstAnswersIn(text)).toHaveProperty([marks]);
});

test.each([
  ['a case stands beside it', 'cases/VM-2026-000001?box=all', undefined],
  ['the address filters', 'cases?box=all&q=an', undefined],
  ['one of its answers was refused', 'cases?box=all', 'saved-filters'],
])('no list is drawn where %s', async (_, address, refused) => {
  await using pages = await builtPages({ drawing: drawingOf(`'drawn'`) });

  const answer = await staticPages(pages.path, listApi(['VM-1'], refused), neverFails).request(`/console/${address}`, {
    headers: { cookie },
  });

  expect(await answer.text()).toContain('<body><div id="root"></div>');
});

test.each([
  ['fails', drawingOf('wish.answers.nobody.name')],
  ['is not there', null],
  ['never ends', 'export const drawFirstPicture = () => new Promise(() => {});'],
])('where the drawing %s the page comes all the same and draws itself, and somebody is told', async (_, drawing) => {
  await using pages = await builtPages({ drawing });
  const told: unknown[] = [];
  const app = staticPages(pages.path, listApi(['VM-1']), (error) => told.push(error));

  const answer = await app.request('/console/cases', { headers: { cookie } });

  const text = await answer.text();
  expect(text).toContain('<body><div id="root"></div>');
  expect(firstAnswersIn(text)).toHaveProperty(['/api/v1/session']);
  expect(told).toHaveLength(1);
});

function listApi(references: readonly string[], refused?: string): Hono {
  return new Hono()
    .get('/api/v1/cases', (context) => context.json({ items: references.map((reference) => ({ reference })) }))
    .get('/api/v1/*', (context) => context.json([], context.req.path.endsWith(`/${refused}`) ? 403 : 200));
}

/** What the build leaves beside the pages, for an expression of what it draws. */
function drawingOf(expression: string): string {
  return `export const drawFirstPicture = async (wish) => ${expression};`;
}

/** Null where the page brings nothing along. */
function firstAnswersIn(page: string): unknown {
  const json = /<script id="first-answers" type="application\/json">([^<]*)<\/script><\/body>/u.exec(page)?.[1];
  return json === undefined ? null : JSON.parse(json);
}

async function builtPages({
  drawing = drawingOf(`''`),
}: {
  drawing?: string | null;
} = {}): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'dong-hanh-pages-'));
  const files = {
    'pages/console/index.html': '<html lang="vi"><body><div id="root"></div>trang công chức nonce-of-the-answer</body>',
    ...(drawing === null
      ? {}
      : { 'pages/drawing/first-picture.js': drawing, 'pages/drawing/package.json': '{"type":"module"}' }),
    'pages/channel/webchat/page/index.html': 'trang trò chuyện',
    'pages/assets/index-C0ffee.js': 'export {};',
    'pages/assets/index-C0ffee.js.gz': 'gzip!',
    'pages/assets/index-C0ffee.js.br': 'brotli',
    secret: 'bí mật',
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), text);
  }
  return { path: join(path, 'pages'), [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}
