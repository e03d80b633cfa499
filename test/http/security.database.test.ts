import { expect, test } from 'vitest';
import { openDesk } from '../support/desk.ts';
import { callerWith, openWeb } from '../support/web.ts';

const morning = '2026-03-06T09:00+07:00';

test('every answer says that it may not be framed, guessed at or run', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);

  for (const path of [
    '/healthz',
    '/api/v1/session',
    '/api/v1/openapi.json',
    '/api/docs',
    '/ratings/public',
    '/nowhere',
  ]) {
    const { headers } = await web.program.raw(path);
    expect([path, headers.get('content-security-policy')]).toEqual([
      path,
      expect.stringMatching(/^default-src 'none';.*frame-ancestors 'none'/u),
    ]);
    expect([path, headers.get('content-security-policy')?.includes('unsafe')]).toEqual([path, false]);
    expect([headers.get('x-content-type-options'), headers.get('x-frame-options')]).toEqual(['nosniff', 'DENY']);
    expect([headers.get('referrer-policy'), headers.get('permissions-policy')]).toEqual([
      'same-origin',
      expect.stringContaining('camera=()'),
    ]);
    expect(headers.get('strict-transport-security')).toBeNull();
  }
});

test('the style of a page without scripts carries the nonce of its answer, and the next answer has another', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);

  const nonces = [];
  for (const path of ['/api/docs', '/ratings/public', '/ratings/public']) {
    const answer = await web.stranger.raw(path);
    const nonce = /style-src 'nonce-([^']+)'/u.exec(answer.headers.get('content-security-policy') ?? '')?.[1];
    expect(await answer.text()).toContain(`<style nonce="${nonce}">`);
    nonces.push(nonce);
  }

  expect(new Set(nonces).size).toBe(3);
});

test('HTTPS is promised for a year where the public address is one', async () => {
  await using desk = await openDesk({ now: morning });
  const config = {
    publicUrl: 'https://donghanh.example',
    isDemonstration: false,
    telegramBotName: () => null,
    filesDirectory: '/nowhere',
  };
  await using web = await openWeb(desk, { config });

  const { headers } = await web.stranger.raw('/healthz');

  expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
});

test('no address that changes something takes a cookie from another site’s page, and none works without one', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const { cookie = '' } = await web.signIn(desk.organisation.officers.administrator);
  const tricked = callerWith(web.app, { cookie, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' });
  const nobody = callerWith(web.app, { origin: 'http://localhost:3000' });

  const writes = web.app.routes.filter(
    ({ method, path }) => /^(?:POST|PUT|PATCH|DELETE)$/u.test(method) && path.startsWith('/api/v1/'),
  );
  for (const { method, path } of writes) {
    const address = path.replace(/:(\w+)(\{[^}]*\})?/gu, '1');
    const init = { method, body: '{}', headers: { 'content-type': 'application/json' } };
    const [crossSite, signedOut] = [await tricked.raw(address, init), await nobody.raw(address, init)];
    expect([method, path, crossSite.status, signedOut.status]).toEqual([method, path, 403, 401]);
  }

  expect(writes.length).toBeGreaterThan(60);
});

test('no address that reads answers somebody who is not signed in', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);

  const reads = web.app.routes.filter(
    ({ method, path }) => method === 'GET' && path.startsWith('/api/v1/') && path !== '/api/v1/openapi.json',
  );
  for (const { path } of reads) {
    const { status } = await web.stranger.raw(path.replace(/:(\w+)(\{[^}]*\})?/gu, '1'));
    expect([path, status]).toEqual([path, 401]);
  }

  expect(reads.length).toBeGreaterThan(60);
});
