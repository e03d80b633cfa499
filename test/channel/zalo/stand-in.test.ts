import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { get, post, queryButton, say, templated } from '../../support/zalo-stand-in/calls.ts';
import { startZaloStandIn, type ZaloStandIn } from '../../support/zalo-stand-in.ts';

// The stand-in is what every other test of this channel believes, so its own rules are tested too.

const hourMs = 3_600_000;
const noon = Date.parse('2026-11-20T12:00:00+07:00');

test('a code is good for one exchange within ten minutes', async () => {
  const clock = { now: noon };
  await using zalo = await startZaloStandIn({ now: () => clock.now });
  const [used, stale] = [zalo.grantCode(), zalo.grantCode()];

  const first = await exchange(zalo, { code: used });
  const second = await exchange(zalo, { code: used });
  clock.now += 10 * 60_000;
  const late = await exchange(zalo, { code: stale });

  expect(first).toEqual({
    access_token: zalo.tokens.accessToken,
    refresh_token: zalo.tokens.refreshToken,
    expires_in: '90000',
  });
  expect(second).toMatchObject({ error: -14012 });
  expect(late).toMatchObject({ error: -14012 });
});

test('a code asked for with a challenge needs its verifier', async () => {
  await using zalo = await startZaloStandIn();
  const verifier = 'v'.repeat(43);
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const page = new URL(`${zalo.origin}/v4/oa/permission`);
  page.search = String(
    new URLSearchParams({
      app_id: zalo.account.appId,
      redirect_uri: 'https://a.vn/ve',
      code_challenge: challenge,
      state: 's',
    }),
  );

  const grant = await fetch(page, { redirect: 'manual' });
  const back = new URL(grant.headers.get('location') ?? '');
  const tokens = await exchange(zalo, { code: back.searchParams.get('code') ?? '', code_verifier: verifier });

  expect(back.searchParams.get('oa_id')).toBe(zalo.account.oaId);
  expect(back.searchParams.get('state')).toBe('s');
  expect(tokens).toHaveProperty('access_token');
  expect(await exchange(zalo, { code: zalo.grantCode(challenge), code_verifier: 'w'.repeat(43) })).toHaveProperty(
    'error',
  );
});

test('a refresh token is good once, and the new access token ends the old one', async () => {
  await using zalo = await startZaloStandIn({ refreshToken: 'from-the-console' });
  const before = zalo.tokens;

  const refreshed = await refresh(zalo, 'from-the-console');
  const again = await refresh(zalo, 'from-the-console');

  expect(refreshed).toMatchObject({ access_token: zalo.tokens.accessToken, expires_in: '90000' });
  expect(again).toMatchObject({ error: -14014 });
  expect(await get(zalo, '/v2.0/oa/getoa', {}, before.accessToken)).toMatchObject({ error: -216 });
  expect(await get(zalo, '/v2.0/oa/getoa')).toMatchObject({ error: 0, data: { oaid: zalo.account.oaId } });
});

test('a token from before a restart is good once where that is allowed', async () => {
  await using zalo = await startZaloStandIn({ settings: { unknownRefreshTokens: 'accepted' } });

  expect(await refresh(zalo, 'from-before')).toHaveProperty('access_token');
  expect(await refresh(zalo, 'from-before')).toMatchObject({ error: -14014 });
});

test('a refused refresh may come without a number, and is HTTP 200 all the same', async () => {
  await using zalo = await startZaloStandIn({ settings: { oauthErrors: 'bare' } });

  const response = await askForTokens(
    zalo,
    { grant_type: 'refresh_token', refresh_token: 'x' },
    zalo.account.appSecret,
  );
  const answer = JSON.parse(await response.text());

  expect(response.status).toBe(200);
  expect(answer).not.toHaveProperty('error');
  expect(answer).toHaveProperty('error_name');
});

test('a wrong app secret or app id gets no tokens, and uses nothing up', async () => {
  await using zalo = await startZaloStandIn();
  const { refreshToken } = zalo.tokens;
  const form = { grant_type: 'refresh_token', refresh_token: refreshToken };

  const wrongSecret = await askForTokens(zalo, form, 'x');
  const wrongApp = await askForTokens(zalo, { ...form, app_id: '1' }, zalo.account.appSecret);

  expect(await wrongSecret.json()).toMatchObject({ error: -14004 });
  expect(await wrongApp.json()).toMatchObject({ error: -14002 });
  expect(await refresh(zalo, refreshToken)).toHaveProperty('access_token');
});

test('a refresh whose answer is lost has used up the refresh token', async () => {
  await using zalo = await startZaloStandIn();
  const { refreshToken } = zalo.tokens;
  zalo.failNext({ kind: 'reset', accepted: true }, { path: '/v4/oa/access_token' });

  await expect(refresh(zalo, refreshToken)).rejects.toThrow();

  expect(await refresh(zalo, refreshToken)).toMatchObject({ error: -14014 });
});

test('an access token ends after 25 hours', async () => {
  const clock = { now: noon };
  await using zalo = await startZaloStandIn({ now: () => clock.now });

  clock.now += 25 * hourMs - 1;
  const before = await get(zalo, '/v2.0/oa/getoa');
  clock.now += 1;

  expect(before).toMatchObject({ error: 0 });
  expect(await get(zalo, '/v2.0/oa/getoa')).toMatchObject({ error: -216 });
});

test('more calls than a minute allows are refused with the one who exceeded it, and pass a minute later', async () => {
  const clock = { now: noon };
  await using zalo = await startZaloStandIn({ now: () => clock.now, enforceLimits: { oaPerMinute: 2 } });

  const answers = [];
  for (let call = 0; call < 3; call += 1) answers.push(await get(zalo, '/v2.0/oa/getoa'));
  clock.now += 60_000;
  const response = await fetch(`${zalo.origin}/v2.0/oa/getoa`, { headers: { access_token: zalo.tokens.accessToken } });

  expect(answers.map(({ error }) => error)).toEqual([0, 0, -32]);
  expect(answers[2]?.message).toContain('OA');
  expect(response.headers.get('x-ratelimit-remain')).toBe('1');
  expect(zalo.rateLimitedCount).toBe(1);
});

test('what the account knows of a person is read through one JSON parameter', async () => {
  await using zalo = await startZaloStandIn({ now: () => noon });
  const an = zalo.person('1', { name: 'Trần Văn Bình', phone: '0912 345 678' });
  an.follows();
  an.submitsInfo({ name: 'Trần Văn Bình', phone: '84912345678' });
  await post(zalo, '/v2.0/oa/tag/tagfollower', { user_id: '1', tag_name: 'doanh nghiệp' });

  expect(await get(zalo, '/v3.0/oa/user/detail', { user_id: '1' })).toMatchObject({
    data: {
      display_name: 'Trần Văn Bình',
      user_is_follower: true,
      user_last_interaction_date: '20/11/2026',
      shared_info: { phone: '84912345678' },
      tags_and_notes_info: { tag_names: ['doanh nghiệp'] },
    },
  });
  expect(
    await get(zalo, '/v3.0/oa/user/getlist', { offset: 0, count: 50, last_interaction_period: 'TODAY' }),
  ).toMatchObject({
    data: { total: 1, users: [{ user_id: '1' }] },
  });
  expect(await get(zalo, '/v3.0/oa/user/getlist', { count: 51 })).toMatchObject({ error: -210 });
});

test('the history holds both sides, newest first, ten at a time', async () => {
  await using zalo = await startZaloStandIn();
  zalo.person('1').writes('Xin chào');
  await say(zalo, '1', { text: 'Dạ' });

  expect(await get(zalo, '/v2.0/oa/conversation', { user_id: '1', offset: 0, count: 10 })).toMatchObject({
    data: [
      { src: 0, message: 'Dạ', type: 'text' },
      { src: 1, message: 'Xin chào' },
    ],
  });
  expect(await get(zalo, '/v2.0/oa/conversation', { user_id: '1', count: 11 })).toMatchObject({ error: -210 });
});

test('the person waits for an answer and says in vain what was heard instead', async () => {
  await using zalo = await startZaloStandIn();
  const an = zalo.person('1', { name: 'An' });
  an.writes('Xin chào');

  const awaited = an.waitFor((message) => message.text.includes('hai'), 2_000);
  await say(zalo, '1', { text: 'một' });
  await say(zalo, '1', { text: 'hai' });

  expect(await awaited).toMatchObject({ text: 'hai', kind: 'text' });
  await expect(an.waitFor(() => false, 10)).rejects.toThrow('An waited 10 ms in vain and heard: “một”, “hai”');
});

test('a developer plays a person on the page, where nothing that is said becomes markup', async () => {
  await using zalo = await startZaloStandIn();
  const control = (path: string, body: unknown, type = 'application/json') =>
    fetch(`${zalo.origin}/__control/people${path}`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: JSON.stringify(body),
    }).then(async (response) => ({ status: response.status, ...JSON.parse(await response.text()) }));

  const { id } = await control('', { kind: 'oa', name: 'An <b>', phone: '0912345678' });
  await control(`/${id}/writes`, { text: '<script>alert(1)</script>' });
  await say(zalo, id, templated({ buttons: [queryButton('Đồng ý')] }, 'Chọn một mục'));
  const pressed = await control(`/${id}/presses`, { title: 'Đồng ý' });
  const page = await fetch(`${zalo.origin}/`).then((response) => response.text());

  expect(page).toContain('An &lt;b&gt;');
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page).toContain('data-deed="presses"');
  expect(pressed.done.msgId).toMatch(/^[0-9a-f]{20}$/);
  expect(await control(`/${id}/presses`, { title: 'Không có' })).toMatchObject({ status: 400 });
  expect(await control(`/${id}/writes`, { text: 'x' }, 'application/x-www-form-urlencoded')).toMatchObject({
    status: 415,
  });
  expect(await fetch(`${zalo.origin}/__control/people`).then((response) => response.json())).toMatchObject({
    people: [{ id, name: 'An <b>' }],
  });
});

async function exchange(zalo: ZaloStandIn, form: Record<string, string>) {
  const response = await askForTokens(zalo, { grant_type: 'authorization_code', ...form }, zalo.account.appSecret);
  return JSON.parse(await response.text());
}

async function refresh(zalo: ZaloStandIn, refresh_token: string) {
  const response = await askForTokens(zalo, { grant_type: 'refresh_token', refresh_token }, zalo.account.appSecret);
  return JSON.parse(await response.text());
}

function askForTokens(zalo: ZaloStandIn, form: Record<string, string>, secret_key: string) {
  const body = new URLSearchParams({ app_id: zalo.account.appId, ...form });
  return fetch(`${zalo.origin}/v4/oa/access_token`, { method: 'POST', headers: { secret_key }, body });
}
