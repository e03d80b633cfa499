import { expect, test } from 'vitest';
import { readClaims } from '../../src/http/oidc-claims.ts';

const lan = { iss: 'https://directory.example', sub: 'lan-01' };

test.each([
  [{ amr: ['pwd', 'mfa'] }, true],
  [{ amr: ['http://schemas.microsoft.com/claims/multipleauthn'] }, true],
  [{ acr: 'urn:agency:mfa' }, true],
  [{ amr: ['pwd'], acr: '1' }, false],
  [{ amr: ['mfaless'] }, false],
  [{}, false],
])('a second factor counts where the directory says that it asked for one: %j', (claims, isAsserted) => {
  expect(readClaims(tokenOf({ ...lan, ...claims }))?.assertsSecondFactor).toBe(isAsserted);
});

test('an address is verified only where the directory says so', () => {
  const said = (email_verified?: unknown) =>
    readClaims(tokenOf({ ...lan, email: 'lan@haiquan.example', email_verified }));

  expect([said(true), said('true'), said(false), said('false'), said()].map((each) => each?.isEmailVerified)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

test.each(['', 'a.b.c', tokenOf({ iss: lan.iss }), tokenOf({ ...lan, email_verified: 1 })])(
  'of another shape it is nothing: %s',
  (token) => {
    expect(readClaims(token)).toBeNull();
  },
);

function tokenOf(claims: object): string {
  return `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;
}
