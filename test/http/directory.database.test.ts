import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { openDirectorySignIn } from '../../src/http/oidc.ts';
import { account, user } from '../../src/store/schema/access.ts';
import { ledger } from '../../src/store/schema/ledger.ts';
import { officers } from '../../src/store/schema/organisation.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { startDirectory } from '../support/directory-stand-in.ts';
import { totpOf } from '../support/totp.ts';
import { type Caller, callerWith, openWeb, type Web } from '../support/web.ts';

const morning = '2026-03-06T09:00+07:00';
const origin = 'http://localhost:3000';

test('an officer whom the administrator has comes in by the verified address, and from then on by the subject', async () => {
  await using rig = await openRig();
  const { desk, directory } = rig;
  const { lan, minh } = desk.organisation.officers;
  directory.person = { sub: 'lan-01', email: lan.email.toUpperCase(), email_verified: true };

  const first = await rig.signIn('/console/cases?q=%C4%91á');
  directory.person = { sub: 'lan-01', email: 'doi-ten@haiquan.example', email_verified: false };
  const renamed = await rig.signIn();
  directory.person = { sub: 'ke-khac-99', email: lan.email, email_verified: true };
  const reused = await rig.signIn();

  expect(first.to).toBe('/console/cases?q=%C4%91%C3%A1');
  expect((await first.caller.get('/api/v1/session')).body).toMatchObject({ officer: { id: lan.id } });
  expect((await renamed.caller.get('/api/v1/session')).body).toMatchObject({ officer: { id: lan.id } });
  expect(reused.to).toBe('/console/sign-in?refused=someoneElse');
  expect((await reused.caller.get('/api/v1/session')).status).toBe(401);
  const kept = await desk.database.db.select().from(account).where(eq(account.providerId, 'directory'));
  expect(kept).toMatchObject([{ accountId: `${directory.issuer} lan-01`, idToken: null, accessToken: null }]);
  const told = await desk.database.db.select().from(ledger).where(eq(ledger.type, 'directoryBound'));
  expect(told).toMatchObject([{ detail: { officerId: lan.id } }]);

  await desk.database.db.update(officers).set({ active: false }).where(eq(officers.id, lan.id));
  directory.person = { sub: 'lan-01', email: lan.email, email_verified: true };
  const gone = await rig.signIn();
  expect(gone.to).toBe('/console/sign-in?refused=unknown');

  // A sign-in that passes to somebody else with its address takes no way in of the former owner along.
  const taken = await rig.web.signIn({ ...minh, email: lan.email });
  expect((await taken.get('/api/v1/session')).body).toMatchObject({ officer: { id: minh.id } });
  expect((await rig.signIn()).to).toBe('/console/sign-in?refused=unknown');
});

test('nobody gets in, and nothing is kept, by what the directory did not vouch for', async () => {
  await using rig = await openRig();
  const { desk, directory } = rig;
  const { lan } = desk.organisation.officers;
  const known = { sub: 'lan-01', email: lan.email, email_verified: true };
  const now = () => Math.floor(Date.now() / 1000);
  const outcomes: Record<string, string> = {};

  directory.person = { ...known, email: 'nguoi.la@haiquan.example' };
  outcomes.stranger = (await rig.signIn()).to;
  directory.person = { ...known, email_verified: false };
  outcomes.unverified = (await rig.signIn()).to;
  directory.person = { ...known, auth_time: now() - 3600 };
  outcomes.longAgo = (await rig.signIn()).to;
  directory.person = known;
  const bent: Record<string, Record<string, unknown>> = {
    nonce: { nonce: 'của lần khác' },
    noNonce: { nonce: undefined },
    audience: { aud: 'another-desk' },
    party: { aud: [directory.clientId, 'another-desk'], azp: 'another-desk' },
    issuer: { iss: 'https://elsewhere.example' },
    expired: { iat: now() - 7200, exp: now() - 3600 },
  };
  for (const [name, change] of Object.entries(bent)) {
    directory.bend = (claims) => ({ ...claims, ...change });
    outcomes[name] = (await rig.signIn()).to;
  }
  directory.bend = (claims) => claims;
  directory.usesStrangeKey = true;
  outcomes.strangeKey = (await rig.signIn()).to;

  expect(outcomes).toEqual({
    stranger: '/console/sign-in?refused=unknown',
    unverified: '/console/sign-in?refused=unverified',
    longAgo: '/console/sign-in?refused=stale',
    ...Object.fromEntries(
      [...Object.keys(bent), 'strangeKey'].map((name) => [name, '/console/sign-in?refused=failed']),
    ),
  });
  expect(await desk.database.db.select().from(user)).toEqual([]);
});

test('an answer of the directory opens once, and only in the browser that asked', async () => {
  await using rig = await openRig();
  const { desk, directory } = rig;
  directory.person = { sub: 'lan-01', email: desk.organisation.officers.lan.email, email_verified: true };

  const begun = await rig.begin();
  const back = await directory.visit(begun.url);
  const elsewhere = await rig.arrive(back, '');
  const again = await rig.begin();
  const second = await directory.visit(again.url);
  const first = await rig.arrive(second, again.cookie);
  const replayed = await rig.arrive(second, again.cookie);
  const forged = await callerWith(rig.web.app, { origin: 'https://evil.example' }).post('/api/auth/directory', {});
  const led = await callerWith(rig.web.app, { origin }).post('/api/auth/directory', { from: 'https://evil.example/' });

  expect([elsewhere.to, first.to, replayed.to]).toEqual([
    '/console/sign-in?refused=failed',
    '/console/',
    '/console/sign-in?refused=failed',
  ]);
  expect([forged.status, led.status]).toEqual([403, 400]);
  expect((await callerWith(rig.web.app, { origin }).post('/api/auth/sign-in/social', {})).status).toBe(404);
});

describe('the second factor', () => {
  test('is asked for where the directory asserts none, and not where it does', async () => {
    await using rig = await openRig();
    const { desk, directory, web } = rig;
    const { lan } = desk.organisation.officers;
    const before = await web.signIn(lan);
    const { body } = await before.post('/api/auth/two-factor/enable', { password: 'mật khẩu thử' });
    const uri = String(body.totpURI);
    await before.post('/api/auth/two-factor/verify-totp', { code: totpOf(uri, Date.now()) });
    directory.person = { sub: 'lan-01', email: lan.email, email_verified: true };

    const half = await rig.signIn('/console/wall');
    const opens = (await half.caller.get('/api/v1/session')).status;
    const wrong = await half.caller.post('/api/auth/two-factor/verify-totp', { code: '000000' });
    const right = await half.caller.post('/api/auth/two-factor/verify-totp', { code: totpOf(uri, Date.now()) });
    directory.person = { ...directory.person, amr: ['pwd', 'mfa'] };
    const whole = await rig.signIn('/console/wall');

    expect(half.to).toBe('/console/sign-in?step=code&from=%2Fconsole%2Fwall');
    expect([opens, wrong.status, right.status]).toEqual([401, 422, 200]);
    expect(whole.to).toBe('/console/wall');
    expect((await whole.caller.get('/api/v1/session')).status).toBe(200);
  });

  test('of the directory is enough for roles that must have one', async () => {
    await using rig = await openRig(['officer']);
    const { desk, directory } = rig;
    directory.person = { sub: 'lan-01', email: desk.organisation.officers.lan.email, email_verified: true };

    const without = await rig.signIn();
    directory.person = { ...directory.person, amr: ['mfa'] };
    const vouched = await rig.signIn();

    expect((await without.caller.get('/api/v1/cases')).body).toMatchObject({ code: 'secondFactorNeeded' });
    expect((await vouched.caller.get('/api/v1/cases')).status).toBe(200);
  });
});

test('a directory that is away is said to be so, and the password opens as ever', async () => {
  await using rig = await openRig();
  const { desk, directory, web } = rig;
  const { lan } = desk.organisation.officers;
  const label = await web.stranger.get('/api/auth/directory');
  directory.person = { sub: 'lan-01', email: lan.email, email_verified: true };
  const begun = await rig.begin();
  const back = await directory.visit(begun.url);

  directory.mood = 'failing';
  const refused = await callerWith(web.app, { origin }).post('/api/auth/directory', {});
  const late = await rig.arrive(back, begun.cookie);
  const byPassword = await web.signIn(lan);

  expect(label.body).toEqual({ label: 'Tài khoản Cục' });
  expect([refused.status, refused.body.code]).toEqual([503, 'directoryDown']);
  expect(String(refused.body.detail)).toContain('Tài khoản Cục');
  expect(late.to).toBe('/console/sign-in?refused=down');
  expect((await byPassword.get('/api/v1/session')).status).toBe(200);

  directory.mood = 'well';
  expect((await rig.signIn()).to).toBe('/console/');
});

interface Rig extends AsyncDisposable {
  desk: TestDesk;
  web: Web;
  directory: Awaited<ReturnType<typeof startDirectory>>;
  begin(from?: string): Promise<{ url: string; cookie: string }>;
  arrive(back: string, cookie: string): Promise<{ to: string; caller: Caller }>;
  signIn(from?: string): Promise<{ to: string; caller: Caller }>;
}

async function openRig(secondFactorFor: readonly 'officer'[] = []): Promise<Rig> {
  const desk = await openDesk({ now: morning });
  const directory = await startDirectory({ redirectUri: `${origin}/api/auth/callback/directory` });
  const { issuer, clientId, clientSecret } = directory;
  const settings = { issuer, clientId, clientSecret, label: 'Tài khoản Cục' };
  const web = await openWeb(desk, {
    directory: openDirectorySignIn(desk, { publicUrl: origin, settings }),
    config: {
      publicUrl: origin,
      isDemonstration: false,
      telegramBotName: () => null,
      filesDirectory: '/nowhere',
      secondFactorFor,
    },
  });

  async function begin(from?: string) {
    const answer = await callerWith(web.app, { origin }).raw('/api/auth/directory', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(from === undefined ? {} : { from }),
    });
    const { url } = (await answer.json()) as { url: string };
    return { url, cookie: cookiesOf(answer) };
  }

  async function arrive(back: string, cookie: string) {
    const answer = await callerWith(web.app, { cookie }).raw(back.slice(origin.length));
    expect(answer.status).toBe(302);
    return {
      to: answer.headers.get('location') ?? '',
      caller: callerWith(web.app, { cookie: cookiesOf(answer), origin }),
    };
  }

  return {
    desk,
    web,
    directory,
    begin,
    arrive,
    async signIn(from) {
      const { url, cookie } = await begin(from);
      return arrive(await directory.visit(url), cookie);
    },
    async [Symbol.asyncDispose]() {
      await directory[Symbol.asyncDispose]();
      await web[Symbol.asyncDispose]();
      await desk[Symbol.asyncDispose]();
    },
  };
}

/** As a browser keeps them: the last of a name counts, and an empty one is gone. */
function cookiesOf(answer: Response): string {
  const kept = new Map<string, string>();
  for (const text of answer.headers.getSetCookie()) {
    const [pair = ''] = text.split(';');
    kept.set(pair.slice(0, pair.indexOf('=')), pair);
  }
  return [...kept.values()].filter((pair) => !pair.endsWith('=')).join('; ');
}
