import { expect, test } from 'vitest';
import { pairFromRefreshToken } from '../../src/oauth/token-pair.ts';
import { memoryTokenStore, type TokenStore } from '../../src/oauth/token-store.ts';
import { oaId } from '../support/accounts.ts';
import { after, clockAt, hour, noon, second } from '../support/clock.ts';
import { granted, grantingOffice, openTokensOver } from '../support/granting.ts';
import { breaks, networkThat, says } from '../support/network.ts';

const halfLife = 12.5 * hour;

test('a token is used until half of its life is gone and renewed after that', async () => {
  const desk = await granted(grantingOffice('r0').reply);

  desk.clock.advanceBy(halfLife);
  const before = await desk.tokens.current();
  desk.clock.advanceBy(1);
  const behind = await desk.tokens.current();

  expect(before).toMatchObject({ value: 'a0' });
  expect(behind).toMatchObject({ value: 'a1' });
  expect(desk.asked).toHaveLength(1);
});

test('a pair that begins with a refresh token alone is renewed before its first use', async () => {
  const store = memoryTokenStore();
  const network = networkThat(grantingOffice('r0').reply);
  const tokens = openTokensOver(store, network.fetch, clockAt());

  await tokens.adoptPair(pairFromRefreshToken('r0', noon));

  expect(await tokens.current()).toMatchObject({ value: 'a1' });
});

test('without any grant the administrator is asked for one', async () => {
  const network = networkThat();
  const tokens = openTokensOver(memoryTokenStore(), network.fetch, clockAt());

  expect(await tokens.current()).toMatchObject({ error: { category: 'auth', whatToDo: 'askAdministrator' } });
  expect(await tokens.health()).toEqual({ state: 'noGrant' });
});

test('the new pair is stored before anybody uses it', async () => {
  const desk = await granted(grantingOffice('r0').reply);

  const token = await desk.tokens.replace('a0');

  expect(token).toMatchObject({ value: 'a1' });
  expect(await desk.store.load(oaId)).toEqual({
    refreshToken: 'r1',
    refreshTokenObtainedAt: noon,
    access: { token: 'a1', obtainedAt: noon, expiresAt: after(noon, 25 * hour) },
  });
});

test('two processes that renew at once make one call', async () => {
  const office = grantingOffice('r0');
  const desk = await granted(office.reply);
  const network = networkThat(office.reply);
  const elsewhere = openTokensOver(desk.store, network.fetch, desk.clock);

  desk.clock.advanceBy(halfLife + 1);
  const both = await Promise.all([desk.tokens.current(), elsewhere.current()]);

  expect(both).toMatchObject([{ value: 'a1' }, { value: 'a1' }]);
  expect(office.spent).toEqual(['r0']);
  expect(desk.asked.length + network.asked.length).toBe(1);
});

test('two processes whose token is refused at once make one call', async () => {
  const office = grantingOffice('r0');
  const desk = await granted(office.reply);
  const elsewhere = openTokensOver(desk.store, networkThat(office.reply).fetch, desk.clock);

  const both = await Promise.all([desk.tokens.replace('a0'), elsewhere.replace('a0')]);

  expect(both).toMatchObject([{ value: 'a1' }, { value: 'a1' }]);
  expect(office.spent).toEqual(['r0']);
});

test('without the lock two processes would spend one refresh token twice', async () => {
  const office = grantingOffice('r0');
  const desk = await granted(office.reply);
  const unlocked: TokenStore = { ...desk.store, withLock: (_, work) => work() };
  const one = openTokensOver(unlocked, networkThat(office.reply).fetch, desk.clock);
  const other = openTokensOver(unlocked, networkThat(office.reply).fetch, desk.clock);

  const both = await Promise.all([one.replace('a0'), other.replace('a0')]);

  expect(both.filter(({ ok }) => !ok)).toHaveLength(1);
});

test('a process that dies between receiving and storing leaves a state that says what to do', async () => {
  const office = grantingOffice('r0');
  const desk = await granted(office.reply);
  const dying: TokenStore = {
    ...desk.store,
    save: (id, old, pair) =>
      pair.access?.token === 'a1' ? Promise.reject(new Error('power failure')) : desk.store.save(id, old, pair),
  };
  await expect(openTokensOver(dying, networkThat(office.reply).fetch, desk.clock).replace('a0')).rejects.toThrow();
  desk.clock.advanceBy(10 * 60 * second);
  const health = await desk.tokens.health();

  const token = await desk.tokens.replace('a0');

  expect(health).toMatchObject({ state: 'refreshFailing', since: noon });
  expect(token).toMatchObject({ error: { category: 'auth', whatToDo: 'askAdministrator' } });
  expect(await desk.tokens.health()).toMatchObject({
    state: 'grantLost',
    because: 'answerLost',
    instruction: expect.stringContaining('Grant again'),
  });
});

test('a store that fails for a moment does not lose what Zalo handed out', async () => {
  const office = grantingOffice('r0');
  const desk = await granted(office.reply);
  let isDown = true;
  const shaky: TokenStore = {
    ...desk.store,
    save: (id, old, pair) =>
      isDown && pair.refreshToken === 'r1' ? Promise.reject(new Error('down')) : desk.store.save(id, old, pair),
  };
  const tokens = openTokensOver(shaky, networkThat(office.reply).fetch, desk.clock);
  await expect(tokens.replace('a0')).rejects.toThrow('down');

  isDown = false;
  const token = await tokens.replace('a0');

  expect(token).toMatchObject({ value: 'a1' });
  expect(office.spent).toEqual(['r0']);
});

test('when Zalo does not answer a refresh, the old token serves until it expires', async () => {
  const desk = await granted(breaks('ECONNRESET'));

  desk.clock.advanceBy(halfLife + 1);
  const during = await desk.tokens.current();
  desk.clock.advanceBy(halfLife - 2);
  const lastMoment = await desk.tokens.current();
  desk.clock.advanceBy(1);
  const expired = await desk.tokens.current();

  expect(during).toMatchObject({ value: 'a0' });
  expect(lastMoment).toMatchObject({ value: 'a0' });
  expect(expired).toMatchObject({ ok: false, error: { category: 'network', whatToDo: 'backOff' } });
  expect(await desk.tokens.health()).toMatchObject({
    state: 'refreshFailing',
    since: after(noon, halfLife + 1),
    lastFault: { category: 'unknownOutcome' },
  });
});

test('a refresh that failed is not repeated with every message, and succeeds once Zalo is back', async () => {
  const office = grantingOffice('r0');
  const desk = await granted(breaks('ECONNREFUSED'), office.reply);
  desk.clock.advanceBy(halfLife + 1);

  await desk.tokens.current();
  desk.clock.advanceBy(59 * second);
  await desk.tokens.current();
  const callsWithinAMinute = desk.asked.length;
  desk.clock.advanceBy(second);
  const back = await desk.tokens.current();

  expect(callsWithinAMinute).toBe(1);
  expect(back).toMatchObject({ value: 'a1' });
  expect(await desk.tokens.health()).toMatchObject({ state: 'healthy' });
});

test('a refresh whose answer was lost on the way is recognised when its token is refused later', async () => {
  const office = grantingOffice('r0');
  const swallowed = breaks('ECONNRESET');
  const desk = await granted((asked) => {
    office.reply(asked);
    return swallowed(asked);
  }, office.reply);
  await desk.tokens.replace('a0');
  desk.clock.advanceBy(60 * second);

  const token = await desk.tokens.replace('a0');

  expect(token).toMatchObject({ error: { message: expect.stringContaining('lost before they could be stored') } });
  expect(await desk.tokens.health()).toMatchObject({ state: 'grantLost', because: 'answerLost' });
});

test('a refused refresh token is not tried again, and the old access token still serves', async () => {
  const desk = await granted(says({ error: -14014, error_name: 'Invalid refresh token' }));
  desk.clock.advanceBy(halfLife + 1);

  const first = await desk.tokens.current();
  desk.clock.advanceBy(hour);
  const second = await desk.tokens.current();

  expect([first, second]).toMatchObject([{ value: 'a0' }, { value: 'a0' }]);
  expect(desk.asked).toHaveLength(1);
  expect(await desk.tokens.health()).toMatchObject({ state: 'grantLost', because: 'refused' });
});

test('a refusal in words alone loses the grant only if it speaks of the token', async () => {
  const aboutToken = await granted(says({ error_name: 'Invalid refresh token' }));
  const aboutApp = await granted(says({ error_name: 'Invalid secret key' }));

  await aboutToken.tokens.replace('a0');
  await aboutApp.tokens.replace('a0');

  expect(await aboutToken.tokens.health()).toMatchObject({ state: 'grantLost' });
  expect(await aboutApp.tokens.health()).toMatchObject({ state: 'refreshFailing' });
});

test('a wrong app secret is a matter of settings: once mended, the same refresh token works', async () => {
  const desk = await granted(says({ error: -14004, error_name: 'Invalid secret key' }), grantingOffice('r0').reply);

  const refused = await desk.tokens.replace('a0');
  desk.clock.advanceBy(60 * second);
  const mended = await desk.tokens.replace('a0');

  expect(refused).toMatchObject({ error: { category: 'account', whatToDo: 'askAdministrator' } });
  expect(mended).toMatchObject({ value: 'a1' });
});

test('an app that is refused after a silence says nothing about the refresh token', async () => {
  const office = grantingOffice('r0');
  const notApproved = says({ error: -14029, error_name: 'Not approved for this grant' });
  const desk = await granted(breaks('ECONNRESET'), notApproved, office.reply);

  await desk.tokens.replace('a0');
  desk.clock.advanceBy(60 * second);
  await desk.tokens.replace('a0');
  const health = await desk.tokens.health();
  desk.clock.advanceBy(60 * second);
  const mended = await desk.tokens.replace('a0');

  expect(health).toMatchObject({ state: 'refreshFailing', lastFault: { code: -14029 } });
  expect(mended).toMatchObject({ value: 'a1' });
});

test('a new grant ends whatever was wrong', async () => {
  const desk = await granted(says({ error: -14014, error_name: 'Invalid refresh token' }));
  await desk.tokens.replace('a0');

  await desk.tokens.adopt({ accessToken: 'fresh', refreshToken: 'r9', expiresInSeconds: 90_000 });

  expect(await desk.tokens.current()).toMatchObject({ value: 'fresh' });
  expect(await desk.tokens.health()).toMatchObject({ state: 'healthy' });
});

test('a refresh never passes for a message whose outcome is unknown', async () => {
  const desk = await granted(breaks('ECONNRESET'));

  const token = await desk.tokens.replace('a0');

  expect(token).toMatchObject({ error: { category: 'network', whatToDo: 'backOff' } });
});
