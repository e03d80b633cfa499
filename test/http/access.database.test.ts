import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { apiKeys } from '../../src/store/schema/access.ts';
import { officers } from '../../src/store/schema/organisation.ts';
import { openACase } from '../support/cases.ts';
import { openDesk } from '../support/desk.ts';
import { callerWith, openWeb } from '../support/web.ts';

const morning = '2026-03-06T09:00+07:00';
const cases = '/api/v1/cases';

test('the session tells who is signed in and what time it is at the desk', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const { lan } = desk.organisation.officers;

  const answer = await (await web.signIn(lan)).get('/api/v1/session');

  expect(answer.body).toEqual({
    officer: {
      id: lan.id,
      name: 'Nguyễn Thị Lan',
      title: 'Công chức giám sát',
      role: 'officer',
      unitName: 'Hải quan cửa khẩu cảng Hải Phòng khu vực 3',
      email: 'lan@haiquan.example',
    },
    permissions: ['readCases', 'workOnCases', 'readRatings', 'readCannedReplies', 'findEnterprises'],
    unacknowledgedAlerts: 0,
    watchingNews: 0,
    correctiveActions: 0,
    isDemonstration: false,
    hasAssistant: false,
    serverTime: '2026-03-06T02:00:00.000Z',
  });
});

test('the session cookie is out of reach of scripts and of other sites', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  await web.signIn(desk.organisation.officers.lan);

  const answer = await web.stranger.raw('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { origin: 'http://localhost:3000', 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'lan@haiquan.example', password: 'mật khẩu thử' }),
  });

  expect(answer.headers.getSetCookie()[0]).toMatch(/HttpOnly/);
  expect(answer.headers.getSetCookie()[0]).toMatch(/SameSite=Lax/);
});

test('nobody can register, and a wrong password opens nothing', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  await web.signIn(desk.organisation.officers.lan);

  const wrong = await web.stranger.post('/api/auth/sign-in/email', {
    email: 'lan@haiquan.example',
    password: 'sai rồi nhé',
  });
  const register = await web.stranger.post('/api/auth/sign-up/email', {
    email: 'x@example.com',
    password: '12345678',
    name: 'X',
  });

  expect([wrong.status, wrong.body.code]).toEqual([401, 'wrongSignIn']);
  expect(register.status).toBe(404);
});

test('after ten attempts on one account the door stays shut for a while, even for the right password', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const attempt = { email: 'lan@haiquan.example', password: 'đoán mò' };
  for (let tries = 0; tries < 10; tries += 1) await web.stranger.post('/api/auth/sign-in/email', attempt);

  const answer = await web.stranger.post('/api/auth/sign-in/email', attempt);

  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('signing out ends the session', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const lan = await web.signIn(desk.organisation.officers.lan);

  const out = await lan.post('/api/auth/sign-out', {});

  expect([out.status, (await lan.get('/api/v1/session')).status]).toEqual([200, 401]);
});

test('somebody who no longer works here is signed out at once', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const { lan } = desk.organisation.officers;
  const caller = await web.signIn(lan);

  await desk.database.db.update(officers).set({ active: false }).where(eq(officers.id, lan.id));

  expect((await caller.get(cases)).status).toBe(401);
});

test('a key opens the API until it expires or is revoked', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const { db } = desk.database;
  const wrong = callerWith(web.app, { authorization: 'Bearer khong-co-khoa-nay' });

  const good = await web.program.get(cases);
  const bad = await wrong.get(cases);
  await db.update(apiKeys).set({ expiresAt: new Date('2026-03-06T10:00+07:00') });
  desk.clock.set('2026-03-06T10:00+07:00');
  const expired = await web.program.get(cases);
  await db.update(apiKeys).set({ expiresAt: null, revokedAt: desk.clock.now() });
  const revoked = await web.program.get(cases);

  expect([good, bad, expired, revoked].map(({ status }) => status)).toEqual([200, 401, 401, 401]);
});

test.each([
  ['from our own page', { 'sec-fetch-site': 'same-origin' }, 201],
  ['from our own page in a browser that only says Origin', { origin: 'http://localhost:3000' }, 201],
  ['from another site', { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' }, 403],
  ['from another site in a browser that only says Origin', { origin: 'https://evil.example' }, 403],
  ['that hides where it comes from', {}, 403],
])('a write with a cookie %s', async (_, headers, status) => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  await openACase(desk);
  const lan = await web.signIn(desk.organisation.officers.lan);
  const cookie = lan.cookie ?? '';

  const answer = await callerWith(web.app, { cookie, ...headers }).post(`${cases}/VM-2026-000001/notes`, {
    text: 'Ghi chú',
  });

  expect(answer.status).toBe(status);
});

test('a link code is for officers and comes with a link that carries it', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const lan = await web.signIn(desk.organisation.officers.lan);

  const { body } = await lan.post('/api/v1/me/link-codes');

  expect(body).toMatchObject({
    expiresAt: '2026-03-06T02:15:00.000Z',
    telegramLink: `https://t.me/dong_hanh_bot?start=lk_${String(body.code)}`,
  });
  expect((await web.program.post('/api/v1/me/link-codes')).status).toBe(403);
});

test('whoever knows the password may sign in as often as they like', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const { lan } = desk.organisation.officers;

  for (let times = 0; times < 12; times += 1) await web.signIn(lan);

  expect((await (await web.signIn(lan)).get('/api/v1/session')).status).toBe(200);
});
