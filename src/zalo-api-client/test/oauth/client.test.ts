import { expect, test } from 'vitest';
import { openOAuthClient } from '../../src/oauth/client.ts';
import { challengeOf, createVerifier, preparePkce } from '../../src/oauth/pkce.ts';
import type { Fetch } from '../../src/ports.ts';
import { clockAt } from '../support/clock.ts';
import { breaks, networkThat, type Reply, says } from '../support/network.ts';

function openOAuth(fetch: Fetch) {
  return openOAuthClient({ fetch, clock: clockAt(), appId: 'app-1', appSecret: 'app-secret' });
}

test('an administrator is sent to the page of their grant', () => {
  const { fetch } = networkThat();

  const bare = openOAuth(fetch).authorizeUrl({ redirectUri: 'https://desk.example.vn/zalo/' });
  const full = openOAuth(fetch).authorizeUrl({ redirectUri: 'https://d.vn/', state: 's&1', challenge: 'c1' });

  expect(bare).toBe(
    'https://oauth.zaloapp.com/v4/oa/permission?app_id=app-1&redirect_uri=https%3A%2F%2Fdesk.example.vn%2Fzalo%2F',
  );
  expect(Object.fromEntries(new URL(full).searchParams)).toEqual({
    app_id: 'app-1',
    redirect_uri: 'https://d.vn/',
    code_challenge: 'c1',
    state: 's&1',
  });
});

test('a code is exchanged and a refresh token spent with the secret in its own header', async () => {
  const network = networkThat(says({ access_token: 'a1', refresh_token: 'r1', expires_in: '90000' }));
  const oauth = openOAuth(network.fetch);

  const exchanged = await oauth.exchange({ code: 'c1', verifier: 'v1' });
  const refreshed = await oauth.refresh('r0');

  expect(exchanged).toEqual({
    ok: true,
    value: { accessToken: 'a1', refreshToken: 'r1', expiresInSeconds: 90_000 },
  });
  expect(refreshed.ok).toBe(true);
  expect(network.asked.map(({ url }) => url.href)).toEqual([
    'https://oauth.zaloapp.com/v4/oa/access_token',
    'https://oauth.zaloapp.com/v4/oa/access_token',
  ]);
  expect(network.asked[0]?.headers.get('secret_key')).toBe('app-secret');
  expect(network.asked[0]?.headers.get('content-type')).toBe('application/x-www-form-urlencoded');
  expect(network.asked.map(({ body }) => Object.fromEntries(new URLSearchParams(String(body))))).toEqual([
    { app_id: 'app-1', grant_type: 'authorization_code', code: 'c1', code_verifier: 'v1' },
    { app_id: 'app-1', grant_type: 'refresh_token', refresh_token: 'r0' },
  ]);
});

test.each<[string, Reply, object]>([
  [
    'a numbered refusal',
    says({ error: -14014, error_name: 'Invalid refresh token', error_description: 'used' }),
    { code: -14014, category: 'auth', whatToDo: 'askAdministrator' },
  ],
  ['a wrong app secret', says({ error: -14004, error_name: 'Invalid secret' }), { code: -14004, category: 'account' }],
  [
    'a refusal in words alone',
    says({ error_name: 'Invalid refresh token', error_reason: 'used', ref_doc: 'https://developers.zalo.me' }),
    { category: 'auth', whatToDo: 'askAdministrator', message: 'Zalo refused: Invalid refresh token; used' },
  ],
  ['an empty access token', says({ access_token: '', refresh_token: 'r1' }), { category: 'unknownOutcome' }],
  ['a grant without a refresh token', says({ access_token: 'a1' }), { category: 'unknownOutcome' }],
  ['a page', says('<html>', { status: 502 }), { category: 'unknownOutcome', whatToDo: 'reconcile' }],
  ['a busy gateway', says('', { status: 429 }), { category: 'rate' }],
  ['silence', breaks('ECONNRESET'), { category: 'unknownOutcome' }],
  ['nobody there', breaks('ECONNREFUSED'), { category: 'network' }],
])('%s is no grant', async (_, reply, error) => {
  const network = networkThat(reply);

  const result = await openOAuth(network.fetch).refresh('r0');

  expect(result).toMatchObject({ ok: false, error });
});

test('a grant that does not say how long it lasts is taken for an hour', async () => {
  const network = networkThat(says({ access_token: 'a1', refresh_token: 'r1' }));

  expect(await openOAuth(network.fetch).refresh('r0')).toMatchObject({ value: { expiresInSeconds: 3600 } });
});

test('a verifier has the 43 characters that are demanded, and its challenge is the published one', () => {
  expect(createVerifier()).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(createVerifier()).not.toBe(createVerifier());
  // The example of RFC 7636, appendix B.
  expect(challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  );
});

test('a grant is protected not at all, by one lasting pair, or by a new pair each time', () => {
  const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

  expect(preparePkce({ kind: 'none' })).toEqual({});
  expect(preparePkce({ kind: 'static', verifier })).toEqual({ verifier, challenge: challengeOf(verifier) });
  expect(preparePkce({ kind: 'perRequest' })).not.toEqual(preparePkce({ kind: 'perRequest' }));
});
