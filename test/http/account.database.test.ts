import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { account, session, twoFactor } from '../../src/store/schema/access.ts';
import { openDesk } from '../support/desk.ts';
import { totpOf } from '../support/totp.ts';
import { type Caller, callerWith, openWeb, type Web } from '../support/web.ts';

const morning = '2026-03-06T09:00+07:00';
const origin = 'http://localhost:3000';
const password = 'mật khẩu thử';

test('with a second factor the password alone opens nothing; a code or a recovery code does, the latter once', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const { lan } = desk.organisation.officers;
  const first = await web.signIn(lan);

  const wrong = await first.post('/api/auth/two-factor/enable', { password: 'sai rồi nhé' });
  const { body: set } = await first.post('/api/auth/two-factor/enable', { password });
  const uri = String(set.totpURI);
  const before = await enter(web, lan.email);
  const turnedOn = await first.post('/api/auth/two-factor/verify-totp', { code: totpOf(uri, Date.now()) });

  expect([wrong.status, wrong.body.code]).toEqual([422, 'wrongPassword']);
  expect(before.body).not.toHaveProperty('twoFactorRedirect');
  expect(turnedOn.status).toBe(200);
  const [kept] = await desk.database.db.select().from(twoFactor);
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  expect(JSON.stringify(kept)).not.toContain(secret);

  const half = await enter(web, lan.email);
  expect(half.body).toMatchObject({ twoFactorRedirect: true });
  expect((await half.caller.get('/api/v1/session')).status).toBe(401);
  const guessed = await half.caller.post('/api/auth/two-factor/verify-totp', { code: '000000' });
  expect([guessed.status, guessed.body.code]).toEqual([422, 'wrongCode']);
  const whole = await second(web, half.caller, 'verify-totp', totpOf(uri, Date.now()));
  expect((await whole.get('/api/v1/me/account')).body).toMatchObject({ hasSecondFactor: true });

  const [recovery = ''] = set.backupCodes as string[];
  const lost = await enter(web, lan.email);
  const recovered = await second(web, lost.caller, 'verify-backup-code', recovery);
  const again = await enter(web, lan.email);
  const reused = await again.caller.post('/api/auth/two-factor/verify-backup-code', { code: recovery });
  expect((await recovered.get('/api/v1/session')).status).toBe(200);
  expect([reused.status, reused.body.code]).toEqual([422, 'wrongCode']);
});

test('where the role must have a second factor, nothing but setting it up is open without one', async () => {
  await using desk = await openDesk({ now: morning });
  const config = {
    publicUrl: origin,
    isDemonstration: false,
    telegramBotName: () => null,
    filesDirectory: '/nowhere',
    secondFactorFor: ['administrator' as const],
  };
  await using web = await openWeb(desk, { config });
  const administrator = await web.signIn(desk.organisation.officers.administrator);

  const refused = await administrator.get('/api/v1/api-keys');
  const own = await administrator.get('/api/v1/me/account');

  expect([refused.status, refused.body.code]).toEqual([403, 'secondFactorNeeded']);
  expect(own.body).toMatchObject({ needsSecondFactor: true, hasSecondFactor: false });
  expect((await (await web.signIn(desk.organisation.officers.lan)).get('/api/v1/cases')).status).toBe(200);
});

test('an officer sees where they are signed in and ends what they do not know, and nobody else’s', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const { lan, minh, administrator } = desk.organisation.officers;
  const here = await web.signIn(lan);
  const { caller: there } = await enter(web, lan.email);
  const { caller: elsewhere } = await enter(web, lan.email);
  const other = await web.signIn(minh);

  const seen = sessionsIn(await here.get('/api/v1/me/account'));
  const strangers = sessionsIn(await other.get('/api/v1/me/account'));
  const [notHere] = seen.filter(({ isThisOne }) => isThisOne !== true);
  const guessed = await here.raw(`/api/v1/me/sessions/${strangers[0]?.id}`, { method: 'DELETE' });
  const ended = await here.raw(`/api/v1/me/sessions/${notHere?.id}`, { method: 'DELETE' });
  const rest = await here.post('/api/v1/me/sessions/revocation');

  expect(seen.map(({ isThisOne }) => isThisOne).toSorted()).toEqual([false, false, true]);
  expect(JSON.stringify(seen)).not.toContain('token');
  expect([guessed.status, ended.status, rest.body]).toEqual([404, 204, { count: 1 }]);
  expect([await statusOf(here), await statusOf(there), await statusOf(elsewhere), await statusOf(other)]).toEqual([
    200, 401, 401, 200,
  ]);

  const boss = await web.signIn(administrator);
  const out = await boss.post(`/api/v1/officers/${lan.id}/sign-out`);
  expect([out.body, await statusOf(here)]).toEqual([{ count: 1 }, 401]);
  expect((await other.post(`/api/v1/officers/${lan.id}/sign-out`)).status).toBe(403);
});

/** Files with names in them, who may do what, what is kept, and what is found about a colleague. */
const alsoSensitive = [
  ['GET', 'exports/cases?box=all'],
  ['GET', 'exports/today'],
  ['GET', 'ratings/breakdown.csv?by=officer'],
  ['POST', 'organisation/officers'],
  ['POST', 'organisation/officers/1/posts'],
  ['PATCH', 'organisation/officers/1'],
  ['POST', 'officers/1/invitations'],
  ['POST', 'retention/changes'],
  ['POST', 'policy-proposals/1/approval'],
  ['POST', 'cases/DG-2026-000001/verification/outcome'],
  ['POST', 'cases/VM-2026-000001/exclusions/1/lift-requests'],
] as const;

test('ten minutes after signing in, a sensitive act asks for the password again', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const { db } = desk.database;
  const caller = await web.signIn(desk.organisation.officers.administrator);
  const key = { name: 'kho dữ liệu', scopes: ['cases:read'] };
  await db.update(session).set({ createdAt: sql`now() - interval '11 minutes'` });

  const refused = await caller.post('/api/v1/api-keys', key);
  const others = await Promise.all(
    alsoSensitive.map(async ([method, path]) => {
      const answer = await caller.raw(`/api/v1/${path}`, { method });
      return [method, path, (await answer.json()).code];
    }),
  );
  const wrong = await caller.post('/api/v1/me/step-ups', { password: 'đoán mò' });
  const still = await caller.post('/api/v1/api-keys', key);
  const right = await caller.post('/api/v1/me/step-ups', { password });
  const made = await caller.post('/api/v1/api-keys', key);

  expect([refused.status, refused.body.code]).toEqual([403, 'stepUpNeeded']);
  expect(others).toEqual(alsoSensitive.map(([method, path]) => [method, path, 'stepUpNeeded']));
  expect([wrong.status, still.status, right.status, made.status]).toEqual([422, 403, 204, 201]);
  expect((await caller.get('/api/v1/api-keys')).status).toBe(200);
  expect((await caller.raw('/api/v1/exports/cases')).status).toBe(200);
  expect((await web.program.post('/api/v1/api-keys', { ...key, name: 'khác' })).status).toBe(201);
});

test('an invitation sets a password once, within three days, and the newest alone counts', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const { lan, administrator } = desk.organisation.officers;
  const boss = await web.signIn(administrator);
  const former = await web.signIn(lan);
  const invite = async () => {
    const { body } = await boss.post(`/api/v1/officers/${lan.id}/invitations`);
    return new URL(String(body.link)).hash.slice(1);
  };
  const accept = (secret: string, chosen = 'mật khẩu mới toanh') =>
    callerWith(web.app, { origin }).post('/api/auth/invitation', { secret, password: chosen });

  const older = await invite();
  const newer = await invite();
  const superseded = await accept(older);
  const short = await accept(newer, 'ngắn');
  const accepted = await accept(newer);
  const repeated = await accept(newer);
  const late = await invite();
  desk.clock.set('2026-03-09T09:00+07:00');
  const expired = await accept(late);
  const fromElsewhere = await callerWith(web.app, { origin: 'https://evil.example' }).post('/api/auth/invitation', {
    secret: late,
    password,
  });

  const states = () => stateOf(boss, lan.id);
  const idle = await states();
  const taken = await invite();
  const invited = await states();
  const revoke = () => boss.raw(`/api/v1/officers/${lan.id}/invitations`, { method: 'DELETE' });
  const [revoked, nothingLeft] = [await revoke(), await revoke()];
  const afterRevocation = await accept(taken);

  expect([idle.invitedUntil, idle.hasPassword, invited.invitedUntil]).toEqual([null, true, '2026-03-12T02:00:00.000Z']);
  expect([revoked.status, nothingLeft.status, afterRevocation.status]).toEqual([204, 404, 404]);
  const plain = await web.signIn(desk.organisation.officers.minh);
  expect((await plain.get('/api/v1/officer-sign-ins')).status).toBe(403);
  const statuses = [superseded, short, accepted, repeated, expired, fromElsewhere].map(({ status }) => status);
  expect(statuses).toEqual([404, 400, 200, 404, 404, 403]);
  expect(accepted.body).toEqual({ email: lan.email });
  expect(await statusOf(former)).toBe(401);
  expect(await statusOf((await enter(web, lan.email, 'mật khẩu mới toanh')).caller)).toBe(200);
  expect((await former.post(`/api/v1/officers/${lan.id}/invitations`)).status).toBe(401);
  const rows = await desk.database.db.select().from(account).where(eq(account.providerId, 'credential'));
  expect(JSON.stringify(rows)).not.toContain('mật khẩu');
});

/** What somebody gets who knows the password; the cookies are kept whatever the answer. */
async function enter(web: Web, email: string, chosen = password) {
  const answer = await callerWith(web.app, { origin }).raw('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: chosen }),
  });
  const body = (await answer.json()) as Record<string, unknown>;
  return { body, caller: callerWith(web.app, { cookie: cookiesOf(answer), origin }) };
}

async function second(web: Web, half: Caller, how: string, code: string): Promise<Caller> {
  const answer = await half.raw(`/api/auth/two-factor/${how}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });
  expect(answer.status).toBe(200);
  return callerWith(web.app, { cookie: cookiesOf(answer), origin });
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((text) => text.split(';')[0] ?? '')
    .filter((text) => !text.endsWith('='))
    .join('; ');
}

function sessionsIn({ body }: { body: Readonly<Record<string, unknown>> }): Record<string, unknown>[] {
  return body.sessions as Record<string, unknown>[];
}

async function stateOf(boss: Caller, officerId: number): Promise<Record<string, unknown>> {
  const { body } = await boss.get('/api/v1/officer-sign-ins');
  return body.find((each) => each.officerId === officerId) ?? {};
}

async function statusOf(caller: Caller): Promise<number> {
  return (await caller.get('/api/v1/session')).status;
}
