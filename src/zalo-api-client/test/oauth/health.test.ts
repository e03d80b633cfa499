import { expect, test } from 'vitest';
import { tokenHealth } from '../../src/oauth/health.ts';
import { readPair, writePair } from '../../src/oauth/pair-json.ts';
import { pairFromGrant, pairFromRefreshToken, type TokenPair } from '../../src/oauth/token-pair.ts';
import { after, day, hour, noon, second } from '../support/clock.ts';

const fresh = pairFromGrant({ accessToken: 'a0', refreshToken: 'r0', expiresInSeconds: 90_000 }, noon);
const lastFault = { category: 'network', whatToDo: 'backOff', message: 'No connection' } as const;

test.each<[string, TokenPair | undefined, number, object]>([
  ['nothing is granted', undefined, 0, { state: 'noGrant' }],
  ['a fresh pair is healthy', fresh, 0, { state: 'healthy', accessExpiresAt: after(noon, 25 * hour) }],
  ['half of its life is left', fresh, 12.5 * hour, { state: 'healthy' }],
  ['less than half of its life is left', fresh, 12.5 * hour + 1, { state: 'expiring' }],
  ['there is a refresh token alone', pairFromRefreshToken('r0', noon), 0, { state: 'expiring' }],
  ['a refresh is under way', { ...fresh, refreshingSince: noon }, 300 * second, { state: 'healthy' }],
  [
    'a refresh began and left no trace',
    { ...fresh, refreshingSince: noon },
    301 * second,
    { state: 'refreshFailing', since: noon },
  ],
  [
    'refreshes fail',
    { ...fresh, failing: { since: noon, lastAttemptAt: noon, lastFault } },
    hour,
    { state: 'refreshFailing', since: noon, lastFault },
  ],
  ['the refresh token has two weeks left', fresh, 75 * day, { state: 'expiring' }],
  [
    'the refresh token has less than two weeks left',
    fresh,
    75 * day + 1,
    { state: 'refreshTokenExpiresSoon', refreshTokenExpiresAt: after(noon, 89 * day) },
  ],
  ['the refresh token has expired', fresh, 89 * day, { state: 'grantLost', because: 'refreshTokenExpired' }],
  [
    'the grant is lost',
    { ...fresh, grantLost: { at: noon, because: 'refused' } },
    0,
    { state: 'grantLost', at: noon, because: 'refused' },
  ],
])('when %s, the health says so', (_, pair, elapsed, health) => {
  expect(tokenHealth(pair, after(noon, elapsed))).toMatchObject(health);
});

test('a pair survives being written down, with everything known about it', () => {
  const troubled: TokenPair = {
    ...fresh,
    refreshingSince: noon,
    failing: {
      since: noon,
      lastAttemptAt: after(noon, hour),
      lastFault: { ...lastFault, code: -14004, httpStatus: 200 },
    },
    grantLost: { at: noon, because: 'answerLost' },
  };

  expect(readPair(writePair(troubled))).toEqual(troubled);
  expect(readPair(writePair(fresh))).toEqual(fresh);
  expect(readPair(writePair(pairFromRefreshToken('r0', noon)))).toEqual(pairFromRefreshToken('r0', noon));
});

test.each(['', 'null', '{}', '{"refreshToken":"r0"}', '{"refreshToken":"r0","refreshTokenObtainedAt":"soon"}'])(
  'the text %s was never a pair',
  (text) => {
    expect(readPair(text)).toBeUndefined();
  },
);
