import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { staticPages } from '../../src/http/static-pages.ts';

test('every address of the console is its one page, which a browser asks for anew each time', async () => {
  await using pages = await builtPages();
  const app = staticPages(pages.path);

  for (const address of ['/console', '/console/', '/console/cases/VM-2026-000001']) {
    const answer = await app.request(address);

    const nonce = /script-src 'nonce-([^']+)'/u.exec(answer.headers.get('content-security-policy') ?? '')?.[1];
    expect([address, answer.status, await answer.text()]).toEqual([address, 200, `trang công chức ${nonce}`]);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('content-security-policy')).not.toContain('unsafe');
  }
});

test('the chat has its page, and the first address leads there', async () => {
  await using pages = await builtPages();
  const app = staticPages(pages.path);

  const chat = await app.request('/chat');
  const root = await app.request('/');

  expect(await chat.text()).toBe('trang trò chuyện');
  expect(chat.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect([root.status, root.headers.get('location')]).toEqual([302, '/chat']);
});

test('what the build named by its content is kept for good; nothing outside the pages is served', async () => {
  await using pages = await builtPages();
  const app = staticPages(pages.path);

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

  const answer = await staticPages(pages.path).request('/assets/index-C0ffee.js', {
    headers: accepted === undefined ? {} : { 'accept-encoding': accepted },
  });

  expect([answer.headers.get('content-encoding'), await answer.text()]).toEqual([encoding, text]);
  expect(answer.headers.get('content-length')).toBe(String(text.length));
  expect(answer.headers.get('content-type')).toMatch(/javascript/);
  expect(answer.headers.get('vary')?.toLowerCase()).toBe('accept-encoding');
  expect(answer.headers.get('cache-control')).toContain('immutable');
});

test.each([
  ['cases', ['session', 'case-reminders', 'cases/counts', 'saved-filters', 'cases?box=mine']],
  ['cases?box=all', ['session', 'case-reminders', 'cases/counts', 'saved-filters', 'cases?box=all']],
  ['cases/VM-2026-000001?box=all', ['session', 'case-reminders', 'cases/counts', 'saved-filters', 'cases?box=all']],
  ['cases?box=all&q=an', ['session', 'case-reminders', 'cases/counts', 'saved-filters']],
  ['cases?box=%3E%3Bevil', ['session', 'case-reminders', 'cases/counts', 'saved-filters']],
  ['wall', ['session']],
  ['sign-in', []],
])('the browser is told what the page of %s will read first', async (address, reads) => {
  await using pages = await builtPages();
  const app = staticPages(pages.path);

  const known = await app.request(`/console/${address}`, { headers: { cookie: 'better-auth.session_token=a' } });
  const stranger = await app.request(`/console/${address}`);

  const announced = known.headers.get('link')?.split(', ') ?? [];
  expect(announced).toEqual(reads.map((read) => `</api/v1/${read}>; rel=preload; as=fetch; crossorigin`));
  expect(stranger.headers.get('link')).toBeNull();
});

async function builtPages(): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'dong-hanh-pages-'));
  const files = {
    'pages/console/index.html': 'trang công chức nonce-of-the-answer',
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
