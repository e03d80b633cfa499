import { expect, test } from 'vitest';
import { apiKeys } from '../../src/store/schema/access.ts';
import { told } from '../support/administration.ts';
import { openACase } from '../support/cases.ts';
import { openDesk } from '../support/desk.ts';
import { anEnterprise, seagull, seaStar } from '../support/linking.ts';
import { callerWith, openWeb } from '../support/web.ts';

const morning = '2026-03-06T09:00+07:00';

test('an administrator makes a key that does what its scopes say and nothing else, and ends it', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  await openACase(desk);
  const admin = await web.signIn(desk.organisation.officers.administrator);
  const lan = await web.signIn(desk.organisation.officers.lan);
  const wish = { name: 'Hệ thống thống kê', scopes: ['declarations:read', 'cases:read'] };

  const made = await admin.post('/api/v1/api-keys', wish, { 'idempotency-key': 'mot' });
  const again = await admin.post('/api/v1/api-keys', wish, { 'idempotency-key': 'mot' });
  const program = callerWith(web.app, { authorization: `Bearer ${String(made.body.key)}` });

  expect([made.status, again.body.key, again.body.id]).toEqual([201, null, made.body.id]);
  expect(String(made.body.key)).toMatch(/^dh_[\w-]{43}$/);
  const stored = JSON.stringify(await desk.database.db.select().from(apiKeys));
  expect(stored).not.toContain(String(made.body.key));
  const statuses = async (paths: readonly string[]) =>
    Promise.all(paths.map(async (path) => (await program.get(`/api/v1${path}`)).status));
  expect(await statuses(['/cases', '/declarations', '/declarations/104722599000'])).toEqual([200, 200, 404]);
  expect(await statuses(['/enterprises', '/officers', '/api-keys', '/audit', '/live', '/nowhere'])).toEqual(
    Array(6).fill(403),
  );
  const write = await program.post('/api/v1/cases/VM-2026-000001/notes', { text: 'Ghi chú' });
  expect([write.status, write.body.code]).toEqual([403, 'outOfScope']);
  expect((await lan.get('/api/v1/api-keys')).status).toBe(403);
  expect((await lan.post('/api/v1/api-keys', wish)).status).toBe(403);
  expect((await admin.post('/api/v1/api-keys', wish)).body.code).toBe('nameTaken');

  const { body: listed } = await admin.get('/api/v1/api-keys');
  const items = listed.items as { name: string; lastUsedAt: string | null; isUsable: boolean }[];
  expect(items[0]).toMatchObject({ name: wish.name, isUsable: true, lastUsedAt: '2026-03-06T02:00:00.000Z' });
  await admin.post(`/api/v1/api-keys/${String(made.body.id)}/revocation`);
  expect(await statuses(['/cases'])).toEqual([401]);
  const twice = await admin.post(`/api/v1/api-keys/${String(made.body.id)}/revocation`);
  expect([twice.status, twice.body.code]).toEqual([409, 'keyRevoked']);
  expect((await admin.post('/api/v1/api-keys/987654/revocation')).status).toBe(404);
  expect((await told(desk, 'access')).map(({ type }) => type)).toEqual(
    expect.arrayContaining(['apiKeyCreated', 'apiKeyRevoked']),
  );
});

test('a key has so many requests a minute, is noted at most once a minute, and ends at its instant', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const admin = await web.signIn(desk.organisation.officers.administrator);
  const wish = { name: 'Chậm', scopes: ['cases:read'], requestsPerMinute: 3, expiresAt: '2026-03-06T11:00:00+07:00' };
  const made = await admin.post('/api/v1/api-keys', wish);
  const program = callerWith(web.app, { authorization: `Bearer ${String(made.body.key)}` });
  await using otherWeb = await openWeb(desk);
  const otherProcess = callerWith(otherWeb.app, { authorization: `Bearer ${String(made.body.key)}` });
  const used = async () => {
    const [row] = await desk.database.sql<{ at: Date }[]>`
      select last_used_at as at from api_keys where name = 'Chậm'`;
    return row?.at.toISOString();
  };

  const { headers: first } = await program.get('/api/v1/cases');
  desk.clock.advanceBy(59_000);
  await program.get('/api/v1/cases');
  const soon = await used();
  desk.clock.advanceBy(1000);
  const lastAllowed = await otherProcess.get('/api/v1/cases');
  const later = await used();
  const tooMany = await program.get('/api/v1/cases');
  const still = await program.get('/api/v1/cases');
  desk.clock.set('2026-03-06T11:00:00+07:00');
  const over = await program.get('/api/v1/cases');

  expect([soon, later]).toEqual(['2026-03-06T02:00:00.000Z', '2026-03-06T02:01:00.000Z']);
  expect([tooMany.status, tooMany.body.code]).toEqual([429, 'tooMany']);
  expect(tooMany.headers.get('content-type')).toContain('application/problem+json');
  expect(Number(tooMany.headers.get('retry-after'))).toBeGreaterThan(0);
  expect([still.status, lastAllowed.status]).toEqual([429, 200]);
  const remaining = [first, lastAllowed.headers, tooMany.headers].map((each) => each.get('ratelimit-remaining'));
  expect(remaining).toEqual(['2', '0', '0']);
  expect([first.get('ratelimit-limit'), first.get('ratelimit-policy')]).toEqual(['3', '3;w=60']);
  expect(over.status).toBe(401);
});

test('programs page through enterprises and declarations, and heads of a unit see those of their unit', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  const star = await anEnterprise(desk, seaStar);
  await anEnterprise(desk, seagull);
  const { sql } = desk.database;
  const { units, officers } = desk.organisation;
  await sql`insert into agreements (enterprise_id, number, signed_on, template_version, state, unit_id, created_at, updated_at)
    values (${star.id}, 'TT-07', '2020-03-01', '2020-02-17', 'inForce', ${units.port3}, now(), now())`;
  await sql`update enterprises set note = 'Ưu tiên' where id = ${star.id}`;
  const rows = ['107705060720', '107705060831', '107705060942'].map((number) => ({
    number,
    taxCode: star.taxCode,
    officeCode: '03TG',
    channel: 'yellow',
    registeredAt: '2026-03-05T08:00:00+07:00',
    steps: [{ step: 'documentCheck', at: '2026-03-05T09:00:00+07:00', team: 'Đội 1' }],
  }));
  await web.program.post('/api/v1/declarations', { items: rows });

  const first = await web.program.get(`/api/v1/declarations?taxCode=${star.taxCode}&limit=2`);
  const second = await web.program.get(
    `/api/v1/declarations?taxCode=${star.taxCode}&limit=2&cursor=${String(first.body.nextCursor)}`,
  );
  const one = await web.program.get('/api/v1/declarations/1077050607201');
  const found = await web.program.get('/api/v1/enterprises?q=sao bi%E1%BB%83n'.replaceAll(' ', '%20'));
  const detail = await web.program.get(`/api/v1/enterprises/${star.taxCode}`);
  const head = await web.signIn(officers.hoa);
  const own = await head.get('/api/v1/enterprises');
  const seen = await head.get(`/api/v1/declarations?taxCode=${star.taxCode}`);

  const numbers = ({ body }: typeof first) => (body.items as { number: string }[]).map(({ number }) => number);
  expect([...numbers(first), ...numbers(second)].toSorted()).toEqual(rows.map(({ number }) => number));
  expect(second.body.nextCursor).toBe(null);
  expect(one.status).toBe(404);
  expect((await web.program.get('/api/v1/declarations/107705060729')).body.number).toBe('107705060720');
  expect((found.body.items as { taxCode: string }[]).map(({ taxCode }) => taxCode)).toEqual([star.taxCode]);
  expect(detail.body).toMatchObject({ note: 'Ưu tiên', agreements: [{ number: 'TT-07' }], history: [] });
  expect((own.body.items as { taxCode: string }[]).map(({ taxCode }) => taxCode)).toEqual([star.taxCode]);
  expect(numbers(seen)).toHaveLength(3);
  expect((await head.get('/api/v1/declarations')).status).toBe(403);
  expect((await head.get(`/api/v1/enterprises/${seagull.taxCode}`)).status).toBe(404);
});
