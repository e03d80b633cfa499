import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { eq } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { deliverPass } from '../../../src/channel/delivering.ts';
import { receivePass } from '../../../src/channel/receiving.ts';
import { openMetrics } from '../../../src/http/metrics.ts';
import { openLog } from '../../../src/log.ts';
import { cases } from '../../../src/store/schema/cases.ts';
import { channelAccounts, inbox, messages } from '../../../src/store/schema/conversations.ts';
import { connectZaloBot } from '../../../src/zalo-bot-connection.ts';
import { openACase } from '../../support/cases.ts';
import { openDesk, type TestDesk } from '../../support/desk.ts';
import { codeFor } from '../../support/officer-chat.ts';
import { startZaloStandIn, type ZaloStandIn } from '../../support/zalo-stand-in.ts';
import { hookSecret, setWebhook } from './hook.ts';

const log = openLog('silent');
const now = '2026-11-23T09:15:00+07:00';

test('an officer links the Zalo bot, is told of a case there and answers it', async () => {
  await using desk = await openDesk({ now });
  await using bot = await openBot(desk);
  const lan = bot.zalo.botPerson('0a1b2c3d4e5f60718293', { name: 'Lan' });
  const code = await codeFor(desk, desk.organisation.officers.lan);

  await lan.writes(code.toLowerCase()).delivered;
  await bot.work();
  const { row } = await openACase(desk);
  await bot.work();
  await lan.writes(`/nhan ${row.reference}`).delivered;
  await lan.writes(`${row.reference}: Anh/chị gửi giúp số container.`).delivered;
  await bot.work();

  const read = lan.received.map(({ text }) => text);
  expect(read[0]).toContain('Đã liên kết');
  expect(read[1]).toContain('Trả lời bằng số:\n1. Nhận\n2. Chuyển\n3. Đã biết\n4. Trả lời');
  expect(read[2]).toContain('anh/chị đã nhận vụ việc');
  expect(read[3]).toContain('– Công chức giám sát, Hải quan cửa khẩu cảng Hải Phòng khu vực 3');
  expect(await desk.database.db.select().from(messages).where(eq(messages.author, 'officer'))).toEqual([]);
  expect((await desk.database.db.select().from(cases))[0]).toMatchObject({ assigneeId: row.assigneeId });
});

test('a delivery without the secret is refused and counted before its body is read; a repeated one is kept once', async () => {
  await using desk = await openDesk({ now });
  await using bot = await openBot(desk);
  const body = JSON.stringify({
    event_name: 'message.text.received',
    message: {
      from: { id: 'a1' },
      chat: { id: 'a1', chat_type: 'PRIVATE' },
      text: 'Xin chào',
      message_id: 'm1',
      date: 1,
    },
  });

  const statuses = [
    await bot.post(body, null),
    await bot.post(body, `${hookSecret}x`),
    await bot.post(body, hookSecret),
    await bot.post(body, hookSecret),
    await bot.post('', hookSecret),
    await bot.post('{}', hookSecret),
    await bot.post('không phải JSON', hookSecret),
  ];

  expect(statuses).toEqual([401, 401, 200, 200, 200, 200, 200]);
  const rows = await desk.database.db.select().from(inbox).orderBy(inbox.id);
  expect(rows.map(({ channel, state, address }) => [channel, state, address])).toEqual([
    ['zaloBot', 'pending', 'a1'],
    ['zaloBot', 'malformed', null],
  ]);
  expect(await bot.refusedCount()).toBe(2);
});

test('where there is no public address the bot asks, and what it was given is kept before it asks again', async () => {
  await using desk = await openDesk({ now });
  await using zalo = await startZaloStandIn();
  const connection = connect(desk, zalo, 'polling');
  const an = zalo.botPerson('0a1b2c3d4e5f60718293');

  await connection.start();
  an.writes('một');
  an.writes('hai');
  await vi.waitFor(async () => expect(await desk.database.db.select().from(inbox)).toHaveLength(2));
  await connection.stop();

  const rows = await desk.database.db.select().from(inbox).orderBy(inbox.id);
  expect(rows.map(({ body }) => connection.channel.read(JSON.parse(body)))).toMatchObject([
    { kind: 'message', message: { content: { text: 'một' } } },
    { kind: 'message', message: { content: { text: 'hai' } } },
  ]);
  expect(connection.routes).toEqual([]);
});

test('administrators read what is wrong with the bot and what to do about it', async () => {
  await using desk = await openDesk({ now });
  await using zalo = await startZaloStandIn();
  const connection = connect(desk, zalo, 'webhook');

  const elsewhere = await connection.checkAccount();
  zalo.failNext({ kind: 'error', code: 401, message: 'Unauthorized' }, { path: '/bot/getMe' });
  const reset = await connection.checkAccount();

  expect(elsewhere).toMatchObject({ state: 'broken', whatToDo: expect.stringContaining('Webhook của Zalo Bot') });
  expect(reset).toMatchObject({ state: 'broken', whatToDo: expect.stringContaining('ZALO_BOT_TOKEN') });
  expect(await desk.database.db.select().from(channelAccounts)).toMatchObject([
    { channel: 'zaloBot', account: '123456789', state: 'broken' },
  ]);
});

function connect(desk: TestDesk, zalo: ZaloStandIn, mode: 'webhook' | 'polling') {
  const metrics = openMetrics(desk.database.db);
  const settings = { token: zalo.botToken, apiRoot: zalo.origin, mode, webhookSecret: hookSecret };
  const publicUrl = 'https://dong-hanh.example';
  return { ...connectZaloBot({ desk, log, settings, publicUrl, metrics, pollSeconds: 1 }), metrics };
}

/** The bot with its webhook on a port of this machine, and a worker that the test drives. */
async function openBot(desk: TestDesk) {
  const zalo = await startZaloStandIn();
  const connection = connect(desk, zalo, 'webhook');
  const [routes] = connection.routes;
  if (routes === undefined) throw new Error('There is no webhook');
  const server = serve({ fetch: routes.fetch, port: 0, hostname: '127.0.0.1' });
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/zalo-bot`;
  await setWebhook(zalo, url);
  return {
    zalo,
    async post(body: string, secret: string | null): Promise<number> {
      const headers = {
        'content-type': 'application/json',
        ...(secret === null ? {} : { 'X-Bot-Api-Secret-Token': secret }),
      };
      return (await fetch(url, { method: 'POST', headers, body })).status;
    },
    async refusedCount(): Promise<number> {
      const { values } = await connection.metrics.unauthenticDeliveries.get();
      return values.find(({ labels }) => labels.channel === 'zaloBot')?.value ?? 0;
    },
    /** The platform's pace is one message a second in a chat. */
    async work(): Promise<void> {
      const parts = { desk, channels: [connection.channel], log };
      for (let second = 0; second < 8; second += 1) {
        desk.clock.advanceBy(1000);
        await receivePass(parts);
        await deliverPass(parts);
      }
    },
    async [Symbol.asyncDispose]() {
      await new Promise((resolve) => server.close(resolve));
      await zalo.close();
    },
  };
}
