import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signWebhook } from 'zalo-api-client';
import { openMetrics } from '../../src/http/metrics.ts';
import { openLog } from '../../src/log.ts';
import { connectZalo } from '../../src/zalo-connection.ts';
import { withDamage } from '../channel/contract.ts';
import { payload, payloadNames } from '../channel/zalo/payloads.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { openWeb } from '../support/web.ts';
import { openZaloOa, settingsOf, type ZaloOa } from '../support/zalo-oa.ts';

const now = '2026-11-22T08:00+07:00';

test('the signature that Zalo’s own documents compute is accepted', async () => {
  await using desk = await openDesk({ now });
  await using oa = await openZaloOa(desk);
  const settings = { ...settingsOf(oa.zalo), appId: '1234567890', webhookSecrets: ['old', 'testsecret'] };
  const metrics = openMetrics(desk.database.db);
  const { routes } = connectZalo({
    desk,
    log: openLog('silent'),
    settings,
    mediaHosts: [],
    metrics,
    linkTo: () => null,
  });
  await using web = await openWeb(desk, { extraRoutes: routes });
  const body = '{"app_id":"1234567890","event_name":"follow","timestamp":"1700000000000"}';
  const mac = 'f74b9956ba6b418c0dc80f76e43da16368e563e415da53f0aa221d2f4956f357';

  const statuses = [];
  for (const signature of [`mac=${mac}`, mac, `mac=${mac.toUpperCase()}`]) {
    const headers = { 'X-ZEvent-Signature': signature };
    statuses.push((await web.app.request('/webhooks/zalo', { method: 'POST', body, headers })).status);
  }

  expect(statuses).toEqual([200, 200, 200]);
  expect(await inboxCount(desk)).toBe(1);
});

describe('a delivery that Zalo did not send like this is refused, counted and not kept', () => {
  const body = (oa: ZaloOa) => JSON.stringify(event(oa, 'm1'));
  const signed = (oa: ZaloOa, text: string, change: { secret?: string; appId?: string } = {}) =>
    signWebhook(new TextEncoder().encode(text), {
      appId: oa.settings.appId,
      timestamp: '1795312800000',
      secret: oa.zalo.account.oaSecretKey,
      ...change,
    });
  const forgeries: [string, (oa: ZaloOa) => [body: string, signature?: string]][] = [
    ['without a signature', (oa) => [body(oa)]],
    ['with one bit flipped in its body', (oa) => [body(oa).replace('Xin', 'Yin'), signed(oa, body(oa))]],
    ['with one bit flipped in its signature', (oa) => [body(oa), flipped(signed(oa, body(oa)))]],
    ['signed with the secret of the app', (oa) => [body(oa), signed(oa, body(oa), { secret: oa.settings.appSecret })]],
    ['signed with the secret of another account', (oa) => [body(oa), signed(oa, body(oa), { secret: 'other' })]],
    ['of another app', (oa) => withApp(oa, '99', (text) => signed(oa, text, { appId: '99' }))],
    [
      'written again with the same meaning',
      (oa) => [JSON.stringify(JSON.parse(body(oa)), null, 1), signed(oa, body(oa))],
    ],
    ['with a signature of no form', (oa) => [body(oa), 'mac=abc']],
    ['that is no JSON', (oa) => ['hello', signed(oa, 'hello')]],
  ];

  test.each(forgeries)('%s', async (_, forge) => {
    await using desk = await openDesk({ now });
    await using oa = await openZaloOa(desk);

    const status = await oa.post(...forge(oa));

    expect(status).toBe(401);
    expect(await oa.counted()).toEqual({ refused: 1, repeated: 0 });
    expect(await inboxCount(desk)).toBe(0);
  });
});

test('an authentic body that is played back later is recognised, counted and handled no second time', async () => {
  await using desk = await openDesk({ now });
  await using oa = await openZaloOa(desk);
  const person = oa.zalo.person('8274619301845517203');
  person.writes('Xin chào');
  await oa.settle();
  const said = person.received.length;
  const wrote = oa.zalo.events.find(({ name }) => name === 'user_send_text');

  const status = await oa.post(wrote?.body ?? '', wrote?.headers['X-ZEvent-Signature']);
  await oa.settle();

  expect(status).toBe(200);
  expect(await oa.counted()).toEqual({ refused: 0, repeated: 1 });
  expect(person.received).toHaveLength(said);
});

test('the console may try the address in every way that it has', async () => {
  await using desk = await openDesk({ now });
  await using oa = await openZaloOa(desk);

  const statuses = [await oa.zalo.probe('empty'), await oa.zalo.probe('signedSample'), await oa.post('{}')];
  const looked = await oa.web.app.request('/webhooks/zalo');

  expect([...statuses, looked.status]).toEqual([200, 200, 200, 200]);
  expect(await inboxCount(desk)).toBe(0);
  expect((await oa.counted()).refused).toBe(0);
});

test('an event that we know nothing of is kept with its name and opens no conversation', async () => {
  await using desk = await openDesk({ now });
  await using oa = await openZaloOa(desk);

  await oa.zalo.push({ event_name: 'user_click_button', user_id: '77' }).delivered;

  const { sql: query } = desk.database;
  expect(await query`select state, address from inbox`).toEqual([{ state: 'ignored', address: null }]);
  expect(oa.zalo.deliveries).toMatchObject({ answered: 1, refused: 0 });
});

test('ids that arrive as bare numbers keep all their digits', async () => {
  await using desk = await openDesk({ now });
  await using oa = await openZaloOa(desk);
  const { appId, oaId } = oa.settings;
  const text = `{"app_id":"${appId}","timestamp":"1795312800000","event_name":"follow","oa_id":"${oaId}","follower":{"id":8274619301845517203}}`;
  const by = { appId, timestamp: '1795312800000', secret: oa.zalo.account.oaSecretKey };

  const status = await oa.post(text, signWebhook(new TextEncoder().encode(text), by));

  expect(status).toBe(200);
  expect(await desk.database.sql`select address from inbox`).toEqual([{ address: '8274619301845517203' }]);
});

test('whatever is damaged in a delivery that Zalo has signed, it is answered and kept, and the rest goes on', async () => {
  await using desk = await openDesk({ now });
  await using oa = await openZaloOa(desk);
  const { appId } = oa.settings;
  const secret = oa.zalo.account.oaSecretKey;
  const value = fc.oneof(
    fc.jsonValue(),
    fc.string({ unit: 'binary' }),
    fc.constant('x'.repeat(9000)),
    fc.constant('\u0000'),
  );

  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...payloadNames), fc.nat(), value, async (name, where, other) => {
      const damaged = withDamage({ ...payload(name), app_id: appId }, where, other);
      const body = JSON.stringify({ ...Object(damaged), app_id: appId, timestamp: '1795312800000' });
      const signature = signWebhook(new TextEncoder().encode(body), { appId, timestamp: '1795312800000', secret });

      expect(await oa.post(body, signature)).toBe(200);
    }),
    { numRuns: 300 },
  );
  await oa.settle();

  expect(await desk.database.sql`select state, note from inbox where state in ('pending', 'failed')`).toEqual([]);
});

test('a body larger than any event is not read', async () => {
  await using desk = await openDesk({ now });
  await using oa = await openZaloOa(desk);

  expect(await oa.post(`{"a":"${'x'.repeat(1024 * 1024)}"}`)).toBe(413);
});

function event(oa: ZaloOa, msg_id: string) {
  const { appId, oaId } = oa.settings;
  return {
    app_id: appId,
    event_name: 'user_send_text',
    timestamp: '1795312800000',
    sender: { id: '8274619301845517203' },
    recipient: { id: oaId },
    message: { msg_id, text: 'Xin chào' },
  };
}

function withApp(oa: ZaloOa, app_id: string, sign: (text: string) => string): [string, string] {
  const text = JSON.stringify({ ...event(oa, 'm1'), app_id });
  return [text, sign(text)];
}

function flipped(signature: string): string {
  return signature.replace(/.$/, (digit) => (Number.parseInt(digit, 16) ^ 1).toString(16));
}

async function inboxCount(desk: TestDesk): Promise<number> {
  const [row] = await desk.database.db.execute<{ count: number }>(sql`select count(*)::int as count from inbox`);
  return row?.count ?? 0;
}
