import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import type { Answer } from '../../../src/channel/telegram/client.ts';
import { openClient } from '../../../src/channel/telegram/client.ts';
import { deliveryOf } from '../../../src/channel/telegram/send.ts';
import { openTelegram } from '../../../src/channel/telegram/telegram.ts';
import { startTelegramStandIn } from '../../support/telegram-stand-in.ts';

test.each([
  [403, 'Forbidden: bot was blocked by the user', null, { status: 'refused', because: 'blockedByPerson' }],
  [403, 'Forbidden: user is deactivated', null, { status: 'refused', because: 'blockedByPerson' }],
  [400, 'Bad Request: chat not found', null, { status: 'refused', because: 'unknownRecipient' }],
  [400, 'Bad Request: message is too long', null, { status: 'refused', because: 'rejectedContent' }],
  [429, 'Too Many Requests: retry after 13', 13, { status: 'tryLater', afterSeconds: 13 }],
  [429, 'Too Many Requests', null, { status: 'tryLater', afterSeconds: 5 }],
  [500, 'Internal Server Error', null, { status: 'tryLater' }],
  [502, 'Bad Gateway', null, { status: 'tryLater' }],
  [401, 'Unauthorized', null, { status: 'tryLater', afterSeconds: 60 }],
])('%i “%s” means the right thing to the outbox', (code, description, retryAfterSeconds, delivery) => {
  const answer: Answer = { kind: 'refused', code, description, retryAfterSeconds };

  expect(deliveryOf(answer)).toMatchObject({ ...delivery, detail: `${code}: ${description}` });
});

test('a message that Telegram has taken is known by its number', async () => {
  await using telegram = await startTelegramStandIn();
  const channel = openTelegram(telegram);
  const an = telegram.person(42);
  an.start();

  const told = await channel.send('42', { ...channel.render({ text: '*Xin chào* Quý doanh nghiệp' })[0] });

  expect(told).toEqual({ status: 'accepted', providerMessageId: '2' });
  expect(an.received).toMatchObject([{ messageId: 2, text: 'Xin chào Quý doanh nghiệp', bold: ['Xin chào'] }]);
});

test('a name that nobody can look up means that nothing was sent', async () => {
  const channel = openTelegram({ token: '1:secret', apiRoot: 'http://telegram.invalid' });

  const told = await channel.send('42', { ...channel.render({ text: 'Xin chào' })[0] });

  expect(told).toMatchObject({ status: 'tryLater' });
});

test('a server that hangs up before the connection is secure was sent nothing', async () => {
  const server = createServer();
  server.on('connection', (socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const channel = openTelegram({ token: '1:secret', apiRoot: `https://127.0.0.1:${port}` });

  const told = await channel.send('42', { ...channel.render({ text: 'Xin chào' })[0] });
  server.close();

  expect(told).toMatchObject({ status: 'tryLater' });
});

test('an address that is a public name and not a chat is never written to', async () => {
  await using telegram = await startTelegramStandIn();
  const channel = openTelegram(telegram);

  const told = await channel.send('@durov', { ...channel.render({ text: 'Xin chào' })[0] });

  expect(told).toMatchObject({ status: 'refused', because: 'unknownRecipient' });
  expect(telegram.calls).toEqual([]);
});

test('the token appears in nothing that a failed call says', async () => {
  const token = '987654:AA-very_secret';
  await using telegram = await startTelegramStandIn({ token });
  telegram.person(42).start();
  const channel = openTelegram({ token, apiRoot: telegram.apiRoot, answerWithinMs: 800 });
  const away = openTelegram({ token, apiRoot: 'http://127.0.0.1:1' });
  const stranger = openTelegram({ token: '987654:BB-very_secret', apiRoot: telegram.apiRoot });
  const part = { ...channel.render({ text: 'Xin chào' })[0] };
  telegram.failNext({ kind: 'error', code: 400, description: `Bad Request at /bot${token}/sendMessage` });
  telegram.failNext({ kind: 'garbage', accepted: false });
  telegram.failNext({ kind: 'hang', accepted: false });
  telegram.failNext({ kind: 'reset', accepted: false });
  telegram.failNext({ kind: 'error', code: 502 });
  telegram.failNext({ kind: 'garbage', accepted: false }, { method: 'getFile' });
  telegram.failNext({ kind: 'reset', accepted: false }, { method: 'download' });
  telegram.person(42).sendPhoto(new Uint8Array(20));

  const told = [];
  for (let call = 0; call < 5; call += 1) told.push(await channel.send('42', part));
  told.push(await channel.fetchFile('AgACAgUAAxkBAAI2'), await channel.fetchFile('AgACAgUAAxkBAAI2'));
  told.push(await away.send('42', part), await away.fetchFile('x'), await stranger.send('42', part));

  expect(told.map(({ status }) => status)).toEqual([
    'refused',
    'unknown',
    'unknown',
    'unknown',
    'tryLater',
    'tryLater',
    'tryLater',
    'tryLater',
    'tryLater',
    'tryLater',
  ]);
  expect(JSON.stringify(told)).not.toContain('very_secret');
});

test.each(['nocolon', '123:', ':abc', '12 3:abc', '123:a/b'])(
  'the token “%s” is refused without being repeated',
  (token) => {
    const act = () => openClient({ token, apiRoot: 'https://api.telegram.org' });

    expect(act).toThrow(/has the form/);
    expect(act).not.toThrow(token);
  },
);
