import { expect, test } from 'vitest';
import { openBotClient } from '../../src/bot/client.ts';
import type { Fetch } from '../../src/ports.ts';
import { clockAt } from '../support/clock.ts';
import { breaks, jsonOf, networkThat, says } from '../support/network.ts';
import { botPayload } from '../support/payloads.ts';

const token = '12345689:abc-xyz';
const chat = '6ede9afa66b88fe6d6a9';

function openBot(fetch: Fetch) {
  return openBotClient({ fetch, clock: clockAt(), token });
}

test('a message goes out and comes back with its id', async () => {
  const network = networkThat(says({ ok: true, result: { message_id: 'm1', date: 1_790_000_000_000 } }));

  const result = await openBot(network.fetch).sendMessage(chat, 'Xin chào', { parseMode: 'markdown' });

  expect(network.asked[0]?.url.href).toBe(`https://bot-api.zaloplatforms.com/bot${token}/sendMessage`);
  expect(jsonOf(network.asked[0])).toEqual({ chat_id: chat, text: 'Xin chào', parse_mode: 'markdown' });
  expect(result).toEqual({ ok: true, value: { messageId: 'm1', sentAt: new Date(1_790_000_000_000) } });
});

test('a refusal inside HTTP 200 is a refusal, by its own number', async () => {
  const network = networkThat(says({ ok: false, error_code: 429, description: 'Quota exceeded' }));

  const result = await openBot(network.fetch).sendMessage(chat, 'Xin chào');

  expect(result).toMatchObject({ ok: false, error: { code: 429, category: 'quota', whatToDo: 'useOtherChannel' } });
});

test.each([
  ['a reset', breaks('ECONNRESET'), 'unknownOutcome'],
  ['a gateway’s page', says('<html>', { status: 502 }), 'unknownOutcome'],
  ['a refused connection', breaks('ECONNREFUSED'), 'network'],
  ['a timeout', says({ ok: false, error_code: 408 }), 'unknownOutcome'],
])('after %s a message is never sent again by itself', async (_, reply, category) => {
  const network = networkThat(reply);

  const result = await openBot(network.fetch).sendMessage(chat, 'Xin chào');

  expect(result).toMatchObject({ error: { category } });
  expect(network.asked).toHaveLength(1);
});

test.each([
  ['nothing to say', ''],
  ['2001 characters', 'a'.repeat(2001)],
])('%s is refused without asking the platform', async (_, text) => {
  const network = networkThat(says({}));

  expect(await openBot(network.fetch).sendMessage(chat, text)).toMatchObject({ error: { category: 'parameter' } });
  expect(network.asked).toEqual([]);
});

test('a photo is given more time than a message, because Zalo fetches it first', async () => {
  const hangs: Fetch = (_, { signal }) =>
    new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason));
      setTimeout(() => resolve(new Response('{"ok":true,"result":{"message_id":"m1"}}')), 100);
    });
  const bot = openBotClient({ fetch: hangs, clock: clockAt(), token, timeoutSeconds: 0.02, photoTimeoutSeconds: 5 });

  expect(await bot.sendMessage(chat, 'Xin chào')).toMatchObject({ ok: false });
  expect(await bot.sendPhoto(chat, 'https://desk.example.vn/a.jpg')).toMatchObject({ ok: true });
});

test('a photo has to be at a public address', async () => {
  const network = networkThat(says({ ok: true, result: { message_id: 'm1' } }));
  const bot = openBot(network.fetch);

  expect(await bot.sendPhoto(chat, 'http://desk.example.vn/a.jpg')).toMatchObject({ error: { category: 'parameter' } });
  await bot.sendPhoto(chat, 'https://desk.example.vn/a.jpg', { caption: 'Biên bản' });
  expect(network.asked.map(jsonOf)).toEqual([
    { chat_id: chat, photo: 'https://desk.example.vn/a.jpg', caption: 'Biên bản' },
  ]);
});

test('a poll brings one update, or nothing when none came in time', async () => {
  const network = networkThat(
    says(botPayload('text.wrapped')),
    says({ ok: false, error_code: 408, description: 'Request timeout' }),
    says({ ok: false, error_code: 400, description: 'webhook is set' }),
  );
  const bot = openBot(network.fetch);

  expect(await bot.getUpdates({ timeoutSeconds: 10 })).toMatchObject({
    ok: true,
    value: { kind: 'text', text: 'Xin chào' },
  });
  expect(await bot.getUpdates()).toEqual({ ok: true, value: undefined });
  expect(await bot.getUpdates()).toMatchObject({ ok: false, error: { code: 400 } });
  expect(network.asked.map(jsonOf)).toEqual([{ timeout: '10' }, { timeout: '30' }, { timeout: '30' }]);
});

test('a webhook is set with a secret, and the platform’s trial of it is passed on', async () => {
  const verification = { ok: false, status_code: 403, outcome: 'webhook.http.403', hint: 'firewall' };
  const network = networkThat(
    says({ ok: true, result: { url: 'https://d.vn/', updated_at: 1_790_000_000_000, verification } }),
  );
  const bot = openBot(network.fetch);

  const set = await bot.setWebhook({ url: 'https://d.vn/', secretToken: 'longenough' });
  const short = await bot.setWebhook({ url: 'https://d.vn/', secretToken: 'short' });

  expect(jsonOf(network.asked[0])).toEqual({ url: 'https://d.vn/', secret_token: 'longenough' });
  expect(set).toMatchObject({ value: { verification: { ok: false, statusCode: 403, outcome: 'webhook.http.403' } } });
  expect(short).toMatchObject({ error: { category: 'parameter' } });
});

test('the other methods ask for what their names say', async () => {
  const network = networkThat(
    says({ ok: true, result: { id: 'b1', account_name: 'bot.desk', account_type: 'BASIC', can_join_groups: false } }),
    says({ ok: true }),
    says({ ok: true, result: { url: '', updated_at: 1_790_000_000_000 } }),
  );
  const bot = openBot(network.fetch);

  expect(await bot.getMe()).toMatchObject({ value: { id: 'b1', accountName: 'bot.desk', canJoinGroups: false } });
  expect(await bot.sendChatAction(chat, 'typing')).toEqual({ ok: true, value: undefined });
  expect(await bot.deleteWebhook()).toMatchObject({ value: { url: '' } });
  expect(await bot.getWebhookInfo()).toMatchObject({ value: { url: '' } });
  expect(network.asked.map(({ url }) => url.pathname.split('/').at(-1))).toEqual([
    'getMe',
    'sendChatAction',
    'deleteWebhook',
    'getWebhookInfo',
  ]);
});
