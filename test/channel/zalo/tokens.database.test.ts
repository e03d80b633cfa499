import { describe, expect, test } from 'vitest';
import { openOAuthClient, openTokens, type TokenStore } from 'zalo-api-client';
import { openTokenStore } from '../../../src/channel/zalo/token-store.ts';
import { openDatabase } from '../../../src/store/database.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';
import { startZaloStandIn, type ZaloStandIn, type ZaloStandInOptions } from '../../support/zalo-stand-in.ts';

const now = '2026-11-22T08:00+07:00';
const hour = 3_600_000;

test('a process that wants to renew while another is at it waits, and both hold the one new token', async () => {
  await using desk = await openDesk({ now });
  await using zalo = await standIn(desk);
  const { promise: mayLeave, resolve: letGo } = Promise.withResolvers<void>();
  const { promise: hasAsked, resolve: asks } = Promise.withResolvers<void>();
  const heldUp: typeof fetch = async (...request) => {
    asks();
    await mayLeave;
    return fetch(...request);
  };
  await using one = processOf(desk, zalo, { fetch: heldUp });
  await using other = processOf(desk, zalo);
  await one.store.seed(zalo.account.oaId, zalo.tokens.refreshToken);

  const first = one.tokens.current();
  await hasAsked;
  const second = other.tokens.current();
  await waitUntil(async () => (await waitingForLocks(desk)) === 1);
  letGo();
  const tokens = await Promise.all([first, second]);

  expect(tokens.map((token) => token.ok && token.value)).toEqual([zalo.tokens.accessToken, zalo.tokens.accessToken]);
  expect(refreshes(zalo)).toBe(1);
});

test('many senders that find their token refused at once renew it once, on a pool of very few connections', async () => {
  await using desk = await openDesk({ now });
  await using zalo = await standIn(desk);
  await using one = processOf(desk, zalo, { connections: 2 });
  await one.store.seed(zalo.account.oaId, zalo.tokens.refreshToken);
  const held = await one.tokens.current();
  const refused = held.ok ? held.value : '';

  const tokens = await Promise.all(Array.from({ length: 20 }, () => one.tokens.replace(refused)));

  expect(new Set(tokens.map((token) => token.ok && token.value))).toEqual(new Set([zalo.tokens.accessToken]));
  expect(refreshes(zalo)).toBe(2);
});

test('a process that dies between receiving and saving leaves a state that says exactly what to do', async () => {
  await using desk = await openDesk({ now });
  await using zalo = await standIn(desk);
  await using first = processOf(desk, zalo);
  await first.store.seed(zalo.account.oaId, zalo.tokens.refreshToken);
  await using dying = processOf(desk, zalo, { store: dyingAfterAnswer(first.store) });
  await expect(dying.tokens.current()).rejects.toThrow('killed');
  await using next = processOf(desk, zalo);

  const token = await next.tokens.current();
  const health = await next.tokens.health();

  expect(token).toMatchObject({ ok: false, error: { whatToDo: 'askAdministrator' } });
  expect(health).toMatchObject({ state: 'grantLost', because: 'answerLost' });
});

test.each(['numbered', 'bare'] as const)(
  'a refusal in Zalo’s %s form never replaces the pair that is stored, and a new grant puts it right',
  async (oauthErrors) => {
    await using desk = await openDesk({ now });
    await using zalo = await standIn(desk, { settings: { oauthErrors } });
    await using one = processOf(desk, zalo);
    await one.store.seed(zalo.account.oaId, 'spent-long-ago');

    const refused = await one.tokens.current();
    const health = await one.tokens.health();
    await one.store.seed(zalo.account.oaId, zalo.issueTokens().refreshToken);
    const renewed = await one.tokens.current();

    expect(refused.ok).toBe(false);
    expect(health).toMatchObject({ state: 'grantLost', because: 'refused' });
    expect(renewed).toMatchObject({ ok: true, value: zalo.tokens.accessToken });
    expect((await one.store.load(zalo.account.oaId))?.refreshToken).toBe(zalo.tokens.refreshToken);
  },
);

test('a network that fails keeps the old pair in use until it ends, and the next try goes through', async () => {
  await using desk = await openDesk({ now });
  await using zalo = await standIn(desk);
  await using one = processOf(desk, zalo);
  await one.store.seed(zalo.account.oaId, zalo.tokens.refreshToken);
  await one.tokens.current();
  const before = zalo.tokens.accessToken;
  desk.clock.advanceBy(13 * hour);
  zalo.failNext({ kind: 'reset', accepted: false }, { path: '/v4/oa/access_token' });

  const during = await one.tokens.current();
  const health = await one.tokens.health();
  desk.clock.advanceBy(hour);
  const after = await one.tokens.current();

  expect(during).toMatchObject({ ok: true, value: before });
  expect(health.state).toBe('refreshFailing');
  expect(after).toMatchObject({ ok: true, value: zalo.tokens.accessToken });
  expect(zalo.tokens.accessToken).not.toBe(before);
});

describe('the token of the settings', () => {
  test('starts an empty store and is not taken up again once it has been spent', async () => {
    await using desk = await openDesk({ now });
    await using zalo = await standIn(desk);
    const given = zalo.tokens.refreshToken;
    await using one = processOf(desk, zalo);
    await one.store.seed(zalo.account.oaId, given);
    await one.tokens.current();

    await using restarted = processOf(desk, zalo);
    await restarted.store.seed(zalo.account.oaId, given);

    expect((await restarted.store.load(zalo.account.oaId))?.refreshToken).toBe(zalo.tokens.refreshToken);
    expect(zalo.tokens.refreshToken).not.toBe(given);
  });
});

describe('what is stored', () => {
  test('holds no token that could be read out of a copy of the database', async () => {
    await using desk = await openDesk({ now });
    await using zalo = await standIn(desk);
    await using one = processOf(desk, zalo);
    await one.store.seed(zalo.account.oaId, zalo.tokens.refreshToken);
    await one.tokens.current();

    const rows = await desk.database.sql`select * from zalo_tokens, settings`;

    const { accessToken, refreshToken } = zalo.tokens;
    expect(rows.length).toBeGreaterThan(0);
    for (const secret of [accessToken, refreshToken]) expect(JSON.stringify(rows)).not.toContain(secret);
  });

  test('is nothing to a process with another app secret, and does not open for another account', async () => {
    await using desk = await openDesk({ now });
    await using zalo = await standIn(desk);
    await using one = processOf(desk, zalo);
    await one.store.seed(zalo.account.oaId, zalo.tokens.refreshToken);
    const { db } = desk.database;
    await desk.database.sql`insert into zalo_tokens select '42', sealed, updated_at from zalo_tokens`;

    const stranger = openTokenStore({ db, clock: desk.clock, appSecret: 'another' });

    expect(await stranger.load(zalo.account.oaId)).toBeUndefined();
    expect(await one.store.load('42')).toBeUndefined();
  });

  test('is replaced only by whoever knows what it replaces', async () => {
    await using desk = await openDesk({ now });
    await using zalo = await standIn(desk);
    await using one = processOf(desk, zalo);
    const pair = { refreshToken: 'b', refreshTokenObtainedAt: desk.clock.now() };
    await one.store.seed(zalo.account.oaId, 'a');

    const answers = [
      await one.store.save(zalo.account.oaId, null, pair),
      await one.store.save(zalo.account.oaId, 'x', pair),
      await one.store.save(zalo.account.oaId, 'a', pair),
    ];

    expect(answers).toEqual([false, false, true]);
  });
});

function standIn(desk: TestDesk, options: ZaloStandInOptions = {}): Promise<ZaloStandIn> {
  return startZaloStandIn({ now: () => desk.clock.now().getTime(), ...options });
}

function refreshes(zalo: ZaloStandIn): number {
  return zalo.calls.filter(({ path }) => path === '/v4/oa/access_token').length;
}

/** What one process has: connections, a store and a client of its own. */
function processOf(
  desk: TestDesk,
  zalo: ZaloStandIn,
  options: { connections?: number; store?: TokenStore; fetch?: typeof globalThis.fetch } = {},
) {
  const { appId, appSecret, oaId } = zalo.account;
  const database = openDatabase(desk.databaseUrl, { max: options.connections ?? 4 });
  const store = openTokenStore({ db: database.db, clock: desk.clock, appSecret });
  const oauth = openOAuthClient({
    fetch: options.fetch ?? globalThis.fetch,
    clock: desk.clock,
    appId,
    appSecret,
    oauthRoot: zalo.origin,
    timeoutSeconds: 2,
  });
  const tokens = openTokens({ store: options.store ?? store, oauth, clock: desk.clock, oaId });
  return { store, tokens, [Symbol.asyncDispose]: () => database.close() };
}

/** The mark before the call is saved; the pair after it is not. */
function dyingAfterAnswer(store: TokenStore): TokenStore {
  return {
    ...store,
    save: (oaId, expected, pair) =>
      pair.access === undefined ? store.save(oaId, expected, pair) : Promise.reject(new Error('killed')),
  };
}

async function waitingForLocks(desk: TestDesk): Promise<number> {
  const [row] = await desk.database.sql`
    select count(*)::int as count from pg_locks
    where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`;
  return row?.count;
}

async function waitUntil(isSo: () => Promise<boolean>): Promise<void> {
  const until = performance.now() + 5000;
  while (!(await isSo())) {
    if (performance.now() > until) throw new Error('Nobody waits');
  }
}
