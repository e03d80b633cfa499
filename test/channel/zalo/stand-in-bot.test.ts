import { createServer, type IncomingHttpHeaders } from 'node:http';
import { expect, test } from 'vitest';
import { startZaloStandIn, type ZaloStandIn } from '../../support/zalo-stand-in.ts';

// The stand-in is what every other test of this channel believes, so its own rules are tested too.

const dayMs = 86_400_000;
const noon = Date.parse('2026-11-20T12:00:00+07:00');
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);

test('a bot gets one update a poll, and 408 when there is none', async () => {
  await using zalo = await startZaloStandIn();
  const an = zalo.botPerson('a'.repeat(20), { name: 'An' });
  an.writes('một');
  an.writes('hai');
  const poll = () => bot(zalo, 'getUpdates', { timeout: '0' });

  const updates = [await poll(), await poll(), await poll()];

  expect(updates).toMatchObject([
    {
      ok: true,
      result: { event_name: 'message.text.received', message: { text: 'một', chat: { chat_type: 'PRIVATE' } } },
    },
    { ok: true, result: { message: { text: 'hai' } } },
    { ok: false, error_code: 408 },
  ]);
});

test('a poll that waits is answered by the next message', async () => {
  await using zalo = await startZaloStandIn();

  const waiting = bot(zalo, 'getUpdates', { timeout: '20' });
  await expect.poll(() => zalo.calls.length).toBe(1);
  zalo.botPerson('a').writes('một');

  expect(await waiting).toMatchObject({ result: { message: { text: 'một' } } });
});

test('a bot with a webhook cannot poll, and gets its updates with the secret instead', async () => {
  await using zalo = await startZaloStandIn({ bot: { updates: 'bare' } });
  await using target = await listen();

  const set = await bot(zalo, 'setWebhook', { url: target.url, secret_token: 'bi-mat-cua-bot' });
  const answered = await zalo.botPerson('a').sendsImage(png, 'ảnh').delivered;
  const polled = await bot(zalo, 'getUpdates', { timeout: '0' });
  await bot(zalo, 'deleteWebhook', {});

  expect(set).toMatchObject({ result: { url: target.url, verification: { ok: true, outcome: 'webhook.ok' } } });
  expect(answered).toBe(true);
  expect(polled).toMatchObject({ ok: false, error_code: 400 });
  expect(target.posts).toMatchObject([{ body: '' }, { headers: { 'x-bot-api-secret-token': 'bi-mat-cua-bot' } }]);
  expect(JSON.parse(target.posts[1]?.body ?? '')).toMatchObject({
    event_name: 'message.image.received',
    message: { photo_url: expect.stringContaining('/media/'), caption: 'ảnh' },
  });
  expect(await bot(zalo, 'getUpdates', { timeout: '0' })).toMatchObject({ error_code: 408 });
});

test.each([
  ['an unknown chat', 'sendMessage', { chat_id: 'b', text: 'x' }, 400],
  ['an empty text', 'sendMessage', { chat_id: 'a', text: '' }, 400],
  ['2001 characters', 'sendMessage', { chat_id: 'a', text: 'x'.repeat(2_001) }, 400],
  ['a photo that cannot be fetched', 'sendPhoto', { chat_id: 'a', photo: 'http://127.0.0.1:1/x.jpg' }, 400],
  ['an unknown method', 'editMessage', {}, 400],
  ['a webhook with a short secret', 'setWebhook', { url: 'https://a.vn/', secret_token: 'short' }, 400],
])('the bot is refused %s', async (_, method, payload, error_code) => {
  await using zalo = await startZaloStandIn();
  zalo.botPerson('a').writes('Xin chào');

  expect(await bot(zalo, method, payload)).toMatchObject({ ok: false, error_code });
});

test('a bot writes to at most so many people, and so often in a month', async () => {
  const clock = { now: noon };
  await using zalo = await startZaloStandIn({ now: () => clock.now, bot: { mostUsers: 1, messagesPerMonth: 1 } });
  const an = zalo.botPerson('a');
  an.writes('Xin chào');
  zalo.botPerson('b').writes('Xin chào');
  const send = (chat_id: string) => bot(zalo, 'sendMessage', { chat_id, text: 'Dạ' });

  const answers = [await send('b'), await send('a'), await send('a')];
  clock.now += 31 * dayMs;

  expect(answers).toMatchObject([{ error_code: 429 }, { ok: true, result: { date: noon } }, { error_code: 429 }]);
  expect(await send('a')).toMatchObject({ ok: true });
  expect(await bot(zalo, 'sendChatAction', { chat_id: 'a', action: 'typing' })).toEqual({ ok: true });
  expect(an.typingCount).toBe(1);
});

test('a wrong bot token is unauthorised and kept out of the list of calls', async () => {
  await using zalo = await startZaloStandIn();

  const response = await fetch(`${zalo.origin}/bot1:x/getMe`);

  expect(await response.json()).toMatchObject({ ok: false, error_code: 401 });
  expect(zalo.calls).toMatchObject([{ path: '/bot/getMe' }]);
});

/** A server on loopback that keeps what is posted to it and answers 200. */
async function listen() {
  const posts: { body: string; headers: IncomingHttpHeaders }[] = [];
  const server = createServer(async (request, response) => {
    posts.push({ body: String(Buffer.concat(await Array.fromAsync(request))), headers: request.headers });
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    posts,
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bot(zalo: ZaloStandIn, method: string, payload: Record<string, unknown>) {
  const headers = { 'content-type': 'application/json' };
  const address = `${zalo.origin}/bot${zalo.botToken}/${method}`;
  const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(payload) });
  return JSON.parse(await response.text());
}
