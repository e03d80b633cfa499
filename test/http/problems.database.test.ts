import { expect, test } from 'vitest';
import { openDesk } from '../support/desk.ts';
import { openWeb } from '../support/web.ts';

const morning = '2026-03-06T09:00+07:00';

test.each([
  ['a body that is no JSON', '/api/v1/cases/VM-2026-000001/notes', '{"text":', 400, 'malformed'],
  ['a body without its text', '/api/v1/cases/VM-2026-000001/notes', {}, 400, 'malformed'],
  ['a text of nothing but spaces', '/api/v1/cases/VM-2026-000001/notes', { text: ' \u0000 ' }, 400, 'malformed'],
  ['an id that is no number', '/api/v1/messages/abc/retry', undefined, 400, 'malformed'],
  ['a case that does not exist', '/api/v1/cases/VM-2026-000001/notes', { text: 'Ghi chú' }, 404, 'notFound'],
  ['an address that does not exist', '/api/v1/nothing', {}, 404, 'notFound'],
  [
    'a body of more than a megabyte',
    '/api/v1/cases/VM-2026-000001/notes',
    { text: 'x'.repeat(1_100_000) },
    413,
    'tooLarge',
  ],
  ['a clock that is not for moving', '/demo/clock', { advanceMinutes: 5 }, 404, 'notFound'],
])('%s is told as a problem', async (_, path, body, status, code) => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);

  const answer = await web.program.post(path, body);

  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(answer.body).toMatchObject({
    type: `urn:dong-hanh:problem:${code}`,
    title: expect.any(String),
    status,
    code,
    detail: expect.any(String),
  });
});

test('a malformed request names the parts that are wrong', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);

  const answer = await web.program.get('/api/v1/cases?limit=0&box=theirs');

  expect(answer.body.detail).toBe('Yêu cầu chưa đúng ở: box, limit. (The request is not valid.)');
  expect(answer.body.errors).toMatchObject([{ path: 'box' }, { path: 'limit' }]);
});

test.each(['x', 'MjAyNnx4', '', 'fHx8'])('a cursor “%s” that is not ours is refused', async (cursor) => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);

  expect((await web.program.get(`/api/v1/cases?cursor=${cursor}`)).status).toBe(400);
});

test('a fault is told without its reasons', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);
  await desk.database.sql`alter table cases rename to lost`;

  const answer = await web.program.get('/api/v1/cases');
  await desk.database.sql`alter table lost rename to cases`;

  expect(answer.status).toBe(500);
  expect(JSON.stringify(answer.body)).not.toMatch(/select|relation|cases/);
});

test('the demonstration moves its clock, forwards only', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk, {
    moveClock(move) {
      if ('advanceMinutes' in move) desk.clock.advanceMinutes(move.advanceMinutes);
      return desk.clock.now();
    },
  });

  const moved = await web.stranger.post('/demo/clock', { advanceMinutes: 90 });
  const back = await web.stranger.post('/demo/clock', { advanceMinutes: -5 });
  const both = await web.stranger.post('/demo/clock', { advanceMinutes: 5, advanceWorkingMinutes: 5 });

  expect(moved.body).toEqual({ now: '2026-03-06T03:30:00.000Z' });
  expect([back.status, both.status]).toEqual([400, 400]);
});

test('the API describes itself, and the process its figures', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk);

  const description = await web.stranger.get('/api/v1/openapi.json');
  const docs = await web.stranger.raw('/api/docs');
  const figures = await (await web.stranger.raw('/metrics')).text();

  expect(description.body.openapi).toBe('3.1.0');
  expect(Object.keys(description.body.paths as object)).toContain('/api/v1/cases/{reference}/replies');
  expect(await docs.text()).toContain('/api/v1/cases/{reference}/replies');
  expect(figures).toContain('dong_hanh_waiting{queue="inbox",state="pending"} 0');
  expect(figures).toMatch(/dong_hanh_http_request_seconds_count\{method="GET",route="\/api\/docs",status="200"\} 1/);
});

test('the process says when it is alive and when it can serve', async () => {
  await using desk = await openDesk({ now: morning });
  await using web = await openWeb(desk, { isReady: () => Promise.reject(new Error('no database')) });

  expect([(await web.stranger.raw('/healthz')).status, (await web.stranger.raw('/readyz')).status]).toEqual([200, 503]);
});
