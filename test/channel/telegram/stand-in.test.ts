import { createServer, type IncomingHttpHeaders } from 'node:http';
import { expect, test } from 'vitest';
import { startTelegramStandIn, type TelegramStandIn } from '../../support/telegram-stand-in.ts';

// The stand-in is what every other test of this channel believes, so its own rules are tested too.

test.each([
  [{ text: '' }, 'Bad Request: message text is empty'],
  [{ text: ' \n ' }, 'Bad Request: message text is empty'],
  [{ text: 'x'.repeat(4097) }, 'Bad Request: message is too long'],
  [
    { text: '<b>x', parse_mode: 'HTML' },
    `Bad Request: can't parse entities: Can't find end tag corresponding to start tag "b"`,
  ],
  [
    { text: 'đ <x>', parse_mode: 'HTML' },
    `Bad Request: can't parse entities: Unsupported start tag "x" at byte offset 3`,
  ],
  [
    { text: 'x', reply_markup: { inline_keyboard: [[{ text: 'A', callback_data: 'x'.repeat(65) }]] } },
    'Bad Request: BUTTON_DATA_INVALID',
  ],
  [{ text: 'x', chat_id: 7 }, 'Bad Request: chat not found'],
])('%j is refused in the words of the Bot API', async (message, description) => {
  await using telegram = await startTelegramStandIn();
  telegram.person(42).start();

  const answer = await call(telegram, 'sendMessage', { chat_id: 42, ...message });

  expect(answer).toEqual({ ok: false, error_code: 400, description });
});

test('markup and escapes do not count towards the length of a text', async () => {
  await using telegram = await startTelegramStandIn();
  const an = telegram.person(42);
  an.start();
  const text = `<b>${'&amp;'.repeat(4096)}</b>`;

  const answer = await call(telegram, 'sendMessage', { chat_id: 42, text, parse_mode: 'HTML' });

  expect(answer).toMatchObject({ ok: true });
  expect(an.received[0]?.text).toBe('&'.repeat(4096));
});

test('a call is understood as JSON, as a form and as a form with files', async () => {
  await using telegram = await startTelegramStandIn();
  const an = telegram.person(42);
  an.start();
  const keyboard = JSON.stringify({ inline_keyboard: [[{ text: 'Có', callback_data: 'yes' }]] });
  const form = new FormData();
  form.set('chat_id', '42');
  form.set('document', new File(['x'], 'kết quả.pdf'));
  form.set('caption', 'ba');

  await call(telegram, 'sendMessage', { chat_id: 42, text: 'một' });
  await post(telegram, 'sendMessage', new URLSearchParams({ chat_id: '42', text: 'hai', reply_markup: keyboard }));
  await post(telegram, 'sendDocument', form);

  expect(an.received.map(({ text, fileName }) => [text, fileName])).toEqual([
    ['một', null],
    ['hai', null],
    ['ba', 'kết quả.pdf'],
  ]);
  expect(an.received[1]?.rows).toEqual([[{ label: 'Có', data: 'yes' }]]);
});

test('a wrong token is unauthorised and a blocked bot is forbidden', async () => {
  await using telegram = await startTelegramStandIn();
  const an = telegram.person(42);
  an.start();
  an.block();

  const stranger = await fetch(`${telegram.apiRoot}/bot1:x/getMe`);

  expect(stranger.status).toBe(401);
  expect(await call(telegram, 'sendMessage', { chat_id: 42, text: 'x' })).toMatchObject({ error_code: 403 });
});

test('more than a person may get is refused with the time to wait, and passes after it', async () => {
  let now = 0;
  await using telegram = await startTelegramStandIn({ enforceLimits: true, now: () => now });
  telegram.person(42).start();
  const send = () => call(telegram, 'sendMessage', { chat_id: 42, text: 'x' });

  const answers = [await send(), await send(), await send(), await send()];
  now += 1_000;

  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, false]);
  expect(answers[3]).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } });
  expect(await send()).toMatchObject({ ok: true });
  expect(telegram.tooManyCount).toBe(1);
});

test('more than the whole bot may send is refused', async () => {
  await using telegram = await startTelegramStandIn({ enforceLimits: true, now: () => 0 });
  const answers = [];

  for (let chat = 1; chat <= 31; chat += 1) {
    telegram.person(chat).start();
    answers.push(await call(telegram, 'sendMessage', { chat_id: chat, text: 'x' }));
  }

  expect(answers.filter(({ ok }) => ok)).toHaveLength(30);
});

test('a group gets twenty messages a minute, whatever other chats get', async () => {
  await using telegram = await startTelegramStandIn({ enforceLimits: { overallBurst: 100 }, now: () => 0 });
  telegram.group(-7).addBot();
  telegram.person(42).start();
  const answers = [];

  for (let count = 0; count < 21; count += 1)
    answers.push(await call(telegram, 'sendMessage', { chat_id: -7, text: 'x' }));

  expect(answers.filter(({ ok }) => ok)).toHaveLength(20);
  expect(answers.at(-1)).toMatchObject({ error_code: 429, parameters: { retry_after: 3 } });
  expect(await call(telegram, 'sendMessage', { chat_id: 42, text: 'x' })).toMatchObject({ ok: true });
});

test('a group that moved says where to, and a bot that was removed is forbidden', async () => {
  await using telegram = await startTelegramStandIn();
  const group = telegram.group(-7);
  group.addBot();
  const supergroup = group.migrate();

  const moved = await call(telegram, 'sendMessage', { chat_id: -7, text: 'x' });
  supergroup.removeBot();
  const removed = await call(telegram, 'sendMessage', { chat_id: supergroup.chatId, text: 'x' });

  expect(moved).toMatchObject({ error_code: 400, parameters: { migrate_to_chat_id: supergroup.chatId } });
  expect(removed).toMatchObject({ error_code: 403, description: 'Forbidden: bot was kicked from the supergroup chat' });
});

test('the own number can be shared only while the bot asks for it', async () => {
  await using telegram = await startTelegramStandIn();
  const an = telegram.person(42);
  an.start();
  const keyboard = { keyboard: [[{ text: 'Gửi số', request_contact: true }]] };

  expect(() => an.sharePhone()).toThrow('sees no button');
  await call(telegram, 'sendMessage', { chat_id: 42, text: 'Số của anh/chị?', reply_markup: keyboard });
  an.sharePhone();
  await call(telegram, 'sendMessage', { chat_id: 42, text: 'Cảm ơn', reply_markup: { remove_keyboard: true } });

  expect(an.isAskedForPhone).toBe(false);
  const { result } = await call(telegram, 'getUpdates', {});
  expect(result.at(-1).message.contact).toMatchObject({ phone_number: an.phone, user_id: 42 });
});

test('what is no picture is refused as one', async () => {
  await using telegram = await startTelegramStandIn();
  telegram.person(42).start();
  const form = new FormData();
  form.set('chat_id', '42');
  form.set('photo', new File(['text'], 'anh.jpg'));

  expect(await post(telegram, 'sendPhoto', form)).toMatchObject({ description: 'Bad Request: IMAGE_PROCESS_FAILED' });
});

test('disorder on demand loses nothing, brings some twice and some late, and the same with the same seed', async () => {
  const arrivals = async () => {
    const seen: string[] = [];
    const server = createServer(async (request, response) => {
      seen.push(JSON.parse(String(Buffer.concat(await Array.fromAsync(request)))).message.text);
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
    const disorder = { seed: 7, duplicates: 0.2, late: 0.2, lateMs: 20 };
    await using telegram = await startTelegramStandIn({ disorder, webhook: { url } });
    for (let number = 1; number <= 100; number += 1) telegram.person(42).write(String(number));
    await telegram.settled();
    server.closeAllConnections();
    server.close();
    return seen;
  };

  const seen = await arrivals();

  expect(new Set(seen).size).toBe(100);
  expect(seen.length).toBeGreaterThan(105);
  const firsts = [...new Set(seen)].map(Number);
  expect(firsts).not.toEqual(firsts.toSorted((a, b) => a - b));
  expect((await arrivals()).toSorted()).toEqual(seen.toSorted());
});

test('a developer can play a person by hand', async () => {
  await using telegram = await startTelegramStandIn();
  const control = (path: string, body: unknown) =>
    fetch(`${telegram.apiRoot}/__control/people${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  const { id } = await (await control('', { kind: 'person', name: 'Lê Văn Bình', phone: '84900000001' })).json();
  await control(`/${id}/writes`, { text: 'Xin chào' });
  const page = await (await fetch(telegram.apiRoot)).text();

  const { result } = await call(telegram, 'getUpdates', {});
  expect(result[0].message).toMatchObject({ text: 'Xin chào', from: { first_name: 'Lê Văn Bình' } });
  expect(page).toContain('Lê Văn Bình');
});

test('updates go to the webhook with the secret, in order for each person, until they are answered 2xx', async () => {
  await using telegram = await startTelegramStandIn({ webhookRetryMs: 5 });
  const seen: { text: string; headers: IncomingHttpHeaders }[] = [];
  const statuses = [503, 200, 200];
  const server = createServer(async (request, response) => {
    const body = JSON.parse(String(Buffer.concat(await Array.fromAsync(request))));
    seen.push({ text: body.message.text, headers: request.headers });
    response.writeHead(statuses.shift() ?? 200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
  await call(telegram, 'setWebhook', { url, secret_token: 'abc' });

  const { updateId } = telegram.person(42).write('một');
  telegram.person(42).write('hai');
  await telegram.settled();
  await telegram.repeat(updateId);
  server.closeAllConnections();
  server.close();

  expect(seen.map(({ text }) => text)).toEqual(['một', 'một', 'hai', 'một']);
  expect(seen[0]?.headers['x-telegram-bot-api-secret-token']).toBe('abc');
  expect(await call(telegram, 'getUpdates', {})).toMatchObject({ error_code: 409 });
  expect(await call(telegram, 'getWebhookInfo', {})).toMatchObject({ result: { url, pending_update_count: 0 } });
});

test('polling confirms by offset, and a second poller ends the first', async () => {
  await using telegram = await startTelegramStandIn();
  telegram.person(42).write('một');
  const first = await call(telegram, 'getUpdates', {});
  const [update] = first.result;

  const waiting = call(telegram, 'getUpdates', { offset: update.update_id + 1, timeout: 30 });
  const other = await call(telegram, 'getUpdates', { offset: update.update_id + 1 });

  expect(await waiting).toMatchObject({ error_code: 409 });
  expect(other.result).toEqual([]);
});

test('the person waits for an answer and says in vain what was heard instead', async () => {
  await using telegram = await startTelegramStandIn();
  const an = telegram.person(42, { name: 'An' });
  an.start();

  const awaited = an.waitFor((message) => message.text.includes('hai'), 2_000);
  await call(telegram, 'sendMessage', { chat_id: 42, text: 'một' });
  await call(telegram, 'sendMessage', { chat_id: 42, text: 'hai' });

  expect(await awaited).toMatchObject({ messageId: 3, text: 'hai' });
  await expect(an.waitFor(() => false, 10)).rejects.toThrow('An waited 10 ms in vain and heard: “một”, “hai”');
});

async function call(telegram: TelegramStandIn, method: string, payload: Record<string, unknown>) {
  const body = JSON.stringify(payload);
  return post(telegram, method, body, { 'content-type': 'application/json' });
}

async function post(telegram: TelegramStandIn, method: string, body: BodyInit, headers: Record<string, string> = {}) {
  const response = await fetch(`${telegram.apiRoot}/bot${telegram.token}/${method}`, { method: 'POST', body, headers });
  return JSON.parse(await response.text());
}
