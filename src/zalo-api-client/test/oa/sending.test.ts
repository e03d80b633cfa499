import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { openOaClient } from '../../src/oa/client.ts';
import { fixedToken } from '../../src/oauth/access-tokens.ts';
import { failed, succeeded } from '../../src/result.ts';
import { openAccount, ourToken, person } from '../support/accounts.ts';
import { clockAt } from '../support/clock.ts';
import { accepts, breaks, jsonOf, networkThat, refuses, says } from '../support/network.ts';

const hello = { kind: 'text', text: 'Xin chào' } as const;

test('a message goes to the consultation address with the token in its own header', async () => {
  const network = networkThat(accepts({ message_id: 'm1', user_id: person }));

  await openAccount(network.fetch).send(person, hello);

  const [asked] = network.asked;
  expect(asked?.url.href).toBe('https://openapi.zalo.me/v3.0/oa/message/cs');
  expect(asked?.headers.get('access_token')).toBe(ourToken);
  expect(asked?.headers.get('authorization')).toBeNull();
  expect(jsonOf(asked)).toEqual({ recipient: { user_id: person }, message: { text: 'Xin chào' } });
});

test('what the platform says about a message it took is read whatever is missing', async () => {
  const quota = { quota_type: 'reply', remain: '7', total: '8', owner_type: 'OA', owner_id: 'o1' };
  const full = { message_id: 'm1', user_id: person, sent_time: '1700000000000', quota };
  const network = networkThat(accepts(full), says('{"error":0,"data":{"message_id":9007199254740993}}'));
  const account = openAccount(network.fetch);

  const first = await account.send(person, hello);
  const second = await account.send(person, hello);

  expect(first).toEqual({
    ok: true,
    value: {
      messageId: 'm1',
      userId: person,
      sentAt: new Date(1_700_000_000_000),
      quota: { type: 'reply', remaining: 7, total: 8, ownerType: 'OA', ownerId: 'o1' },
    },
  });
  expect(second).toEqual({ ok: true, value: { messageId: '9007199254740993' } });
});

test('a refusal inside HTTP 200 is a refusal', async () => {
  const network = networkThat(refuses(-230, 'User has not interacted with the OA in the past 7 days'));

  const result = await openAccount(network.fetch).send(person, hello);

  expect(result).toMatchObject({
    ok: false,
    error: { code: -230, category: 'window', whatToDo: 'useOtherChannel', httpStatus: 200 },
  });
});

test('a number nobody has described is passed on with its text', async () => {
  const network = networkThat(refuses(-9999, 'Something new'));

  const result = await openAccount(network.fetch).send(person, hello);

  expect(result).toMatchObject({ error: { code: -9999, category: 'unknown', whatToDo: 'askAdministrator' } });
  expect(result).toHaveProperty('error.message', expect.stringContaining('Something new'));
});

test('at night the caller is told how long to wait', async () => {
  const network = networkThat(refuses(-234));

  const clock = clockAt(new Date('2026-11-22T23:00:00+07:00'));
  const result = await openAccount(network.fetch, clock).send(person, hello);

  expect(result).toMatchObject({ error: { category: 'night', retryAfterSeconds: 7 * 3600 } });
});

test.each([
  ['a gateway that is busy', says('', { status: 429, headers: { 'retry-after': '30' } }), 'rate', 30],
  ['a busy gateway that names an hour', busyUntil('Sun, 22 Nov 2026 05:02:00 GMT'), 'rate', 120],
  ['a page from a gateway', says('<html>Bad gateway</html>', { status: 502 }), 'unknownOutcome', undefined],
  ['an empty success', says(''), 'unknownOutcome', undefined],
  ['a success without a verdict', says({ data: {} }), 'unknownOutcome', undefined],
  ['a timeout at a gateway', says('', { status: 408 }), 'unknownOutcome', undefined],
  ['a redirect', says('', { status: 302, headers: { location: 'https://elsewhere.example' } }), 'unknown', undefined],
  ['a locked door', says('<html>Forbidden</html>', { status: 403 }), 'unknown', undefined],
  ['a connection that was reset', breaks('ECONNRESET'), 'unknownOutcome', undefined],
  ['a connection that was refused', breaks('ECONNREFUSED'), 'network', undefined],
  ['a name that does not resolve', breaks('ENOTFOUND'), 'network', undefined],
])('%s is told by its own value and never tried again', async (_, reply, category, retryAfterSeconds) => {
  const network = networkThat(reply);

  const result = await openAccount(network.fetch).send(person, hello);

  expect(result).toMatchObject({ ok: false, error: { category } });
  expect(result.ok ? undefined : result.error.retryAfterSeconds).toBe(retryAfterSeconds);
  expect(network.asked).toHaveLength(1);
});

function busyUntil(date: string) {
  return says('', { status: 429, headers: { 'retry-after': date } });
}

test('asking about somebody can be repeated, so silence is only a network fault', async () => {
  const network = networkThat(breaks('ECONNRESET'));

  const result = await openAccount(network.fetch).userDetail(person);

  expect(result).toMatchObject({ error: { category: 'network', whatToDo: 'backOff' } });
});

test.each([-216, -220])('a token refused with %i is replaced once and the message sent once more', async (code) => {
  const network = networkThat(refuses(code), accepts({ message_id: 'm1' }));
  const refused: string[] = [];
  const tokens = {
    current: async () => succeeded('old'),
    replace: async (token: string) => {
      refused.push(token);
      return succeeded('new');
    },
  };

  const result = await openOaClient({ fetch: network.fetch, clock: clockAt(), tokens }).send(person, hello);

  expect(result).toMatchObject({ ok: true, value: { messageId: 'm1' } });
  expect(refused).toEqual(['old']);
  expect(network.asked.map(({ headers }) => headers.get('access_token'))).toEqual(['old', 'new']);
});

test('a token that is refused twice is not tried a third time', async () => {
  const network = networkThat(refuses(-216));
  const tokens = { current: async () => succeeded('old'), replace: async () => succeeded('new') };

  const result = await openOaClient({ fetch: network.fetch, clock: clockAt(), tokens }).send(person, hello);

  expect(result).toMatchObject({ error: { code: -216, category: 'auth' } });
  expect(network.asked).toHaveLength(2);
});

test('without a token nothing is sent', async () => {
  const network = networkThat(accepts({}));
  const noToken = failed({ category: 'auth', whatToDo: 'askAdministrator', message: 'Grant again' });
  const tokens = { current: async () => noToken, replace: async () => noToken };

  const result = await openOaClient({ fetch: network.fetch, clock: clockAt(), tokens }).send(person, hello);

  expect(result).toEqual(noToken);
  expect(network.asked).toEqual([]);
});

test('an app that has to prove itself does so with each call', async () => {
  const network = networkThat(accepts({}));
  const tokens = fixedToken(ourToken);

  await openOaClient({ fetch: network.fetch, clock: clockAt(), tokens, appSecret: 's3' }).send(person, hello);

  const proof = createHmac('sha256', 's3').update(ourToken).digest('hex');
  expect(network.asked[0]?.headers.get('appsecret_proof')).toBe(proof);
});

test('what is left of the rate is passed on when the platform tells it', async () => {
  const network = networkThat(
    says({ error: 0, data: {} }, { headers: { 'X-RateLimit-Remain': '12' } }),
    says({ error: -32, message: 'limit' }, { headers: { 'X-RateLimit-Remain': '0' } }),
  );
  const account = openAccount(network.fetch);

  expect(await account.send(person, hello)).toMatchObject({ ok: true, rateLimitRemaining: 12 });
  expect(await account.send(person, hello)).toMatchObject({ ok: false, rateLimitRemaining: 0 });
});

test('a template goes to somebody by user id, and a reaction to a message of theirs', async () => {
  const network = networkThat(accepts({ message_id: 'm1', user_id: person }));
  const account = openAccount(network.fetch);

  await account.sendTemplate(person, { templateId: '301', data: { ma_yeu_cau: 'TK-1' } });
  await account.react(person, { messageId: 'm0', icon: '/-heart' });

  expect(network.asked.map(({ url }) => url.pathname)).toEqual(['/v3.0/oa/message/template', '/v2.0/oa/message']);
  expect(network.asked.map(jsonOf)).toEqual([
    { user_id: person, template_id: '301', template_data: { ma_yeu_cau: 'TK-1' } },
    { recipient: { user_id: person }, sender_action: { react_icon: '/-heart', react_message_id: 'm0' } },
  ]);
});
