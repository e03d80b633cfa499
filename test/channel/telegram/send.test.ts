import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import type { Answer } from '../../../src/channel/telegram/client.ts';
import { openClient } from '../../../src/channel/telegram/client.ts';
import { deliveryOf } from '../../../src/channel/telegram/delivery-of.ts';
import { openTelegram } from '../../../src/channel/telegram/telegram.ts';
import { noFiles } from '../../support/no-files.ts';
import { startTelegramStandIn } from '../../support/telegram-stand-in.ts';

const blocked = { status: 'refused', because: 'blockedByPerson' };
const unknown = { status: 'refused', because: 'unknownRecipient' };
const rejected = { status: 'refused', because: 'rejectedContent' };

test.each([
  [403, 'Forbidden: bot was blocked by the user', blocked],
  [403, 'Forbidden: user is deactivated', blocked],
  [403, 'Forbidden: bot was kicked from the group chat', blocked],
  [403, 'Forbidden: bot was kicked from the supergroup chat', blocked],
  [403, 'Forbidden: bot is not a member of the supergroup chat', blocked],
  [403, "Forbidden: bot can't initiate conversation with a user", unknown],
  [403, "Forbidden: bot can't send messages to bots", unknown],
  [400, 'Bad Request: have no rights to send a message', blocked],
  [400, 'Bad Request: not enough rights to send text messages to the chat', blocked],
  [400, 'Bad Request: CHAT_WRITE_FORBIDDEN', blocked],
  [400, 'Bad Request: need administrator rights in the channel chat', blocked],
  [400, 'Bad Request: chat not found', unknown],
  [400, 'Bad Request: user not found', unknown],
  [400, 'Bad Request: PEER_ID_INVALID', unknown],
  [400, 'Bad Request: chat_id is empty', unknown],
  [400, 'Bad Request: group chat was deactivated', unknown],
  [400, 'Bad Request: group chat was upgraded to a supergroup chat', unknown],
  [400, 'Bad Request: message is too long', rejected],
  [400, 'Bad Request: message text is empty', rejected],
  [400, "Bad Request: can't parse entities: Unclosed start tag at byte offset 3", rejected],
  [400, 'Bad Request: BUTTON_DATA_INVALID', rejected],
  [400, 'Bad Request: PHOTO_INVALID_DIMENSIONS', rejected],
  [413, 'Request Entity Too Large', rejected],
  [429, 'Too Many Requests', { status: 'tryLater', afterSeconds: 5 }],
  [500, 'Internal Server Error', { status: 'tryLater' }],
  [502, 'Bad Gateway', { status: 'tryLater' }],
  [503, 'Service Unavailable', { status: 'tryLater' }],
  [504, 'Gateway Timeout', { status: 'unknown' }],
  [401, 'Unauthorized', { status: 'tryLater', afterSeconds: 60, whole: true }],
  [404, 'Not Found', { status: 'tryLater', afterSeconds: 60, whole: true }],
])('%i “%s” means the right thing to the outbox', (code, description, delivery) => {
  const answer: Answer = { kind: 'refused', code, description, retryAfterSeconds: null, migratedTo: null };

  expect(deliveryOf(answer)).toMatchObject({ ...delivery, detail: `${code}: ${description}` });
});

test('the time that Telegram asks for is the time we wait', () => {
  const description = 'Too Many Requests: retry after 13';
  const answer: Answer = { kind: 'refused', code: 429, description, retryAfterSeconds: 13, migratedTo: null };

  expect(deliveryOf(answer)).toMatchObject({ status: 'tryLater', afterSeconds: 13 });
});

test('a group that became a supergroup is found under its new address', async () => {
  await using telegram = await startTelegramStandIn();
  const channel = openTelegram(telegram);
  const group = telegram.group(-4_012_345_678);
  group.addBot();
  const supergroup = group.migrate();
  const part = { ...channel.render({ text: 'Xin chào' })[0] };

  const told = await channel.send('-4012345678', part, noFiles);

  expect(told).toMatchObject({ status: 'moved', to: String(supergroup.chatId) });
  expect(await channel.send(String(supergroup.chatId), part, noFiles)).toMatchObject({ status: 'accepted' });
  expect(supergroup.received.map(({ text }) => text)).toEqual(['Xin chào']);
});

test('one chat that is sent too much waits alone; when the next one is refused as well, the whole account waits', async () => {
  await using telegram = await startTelegramStandIn();
  const channel = openTelegram(telegram);
  for (const chatId of [41, 42, 43]) telegram.person(chatId).start();
  const part = { ...channel.render({ text: 'Xin chào' })[0] };
  const flood = { kind: 'tooMany', retryAfterSeconds: 9 } as const;

  telegram.failNext(flood);
  const alone = await channel.send('41', part, noFiles);
  const between = await channel.send('42', part, noFiles);
  telegram.failNext(flood, { times: 2 });
  const again = await channel.send('43', part, noFiles);
  const another = await channel.send('41', part, noFiles);

  expect(alone).toEqual({ status: 'tryLater', afterSeconds: 9, detail: expect.stringMatching(/429/) });
  expect(between).toMatchObject({ status: 'accepted' });
  expect(again).not.toHaveProperty('whole');
  expect(another).toMatchObject({ status: 'tryLater', afterSeconds: 9, whole: true });
});

const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3);
const opened = (bytes: Uint8Array | null) => async () => bytes;

test('a picture goes out as a picture and any other file as a document, with its name', async () => {
  await using telegram = await startTelegramStandIn();
  const channel = openTelegram(telegram);
  const an = telegram.person(42);
  an.start();
  const name = 'Thông báo "số 5"\r\n.pdf';
  const [picture, document] = channel.render({
    text: '',
    files: [
      { fileId: 1, name: 'ảnh.jpg', mediaType: 'image/jpeg', size: jpeg.length },
      { fileId: 2, name, mediaType: 'application/pdf', size: 4 },
    ],
  });

  const told = [
    await channel.send('42', picture ?? {}, opened(jpeg)),
    await channel.send('42', document ?? {}, opened(new TextEncoder().encode('%PDF'))),
  ];

  expect(told).toMatchObject([{ status: 'accepted' }, { status: 'accepted' }]);
  expect(an.received).toMatchObject([
    { fileName: 'ảnh.jpg', isPhoto: true, bytes: jpeg },
    { fileName: 'Thông báo _số 5___.pdf', isPhoto: false },
  ]);
});

test('a picture that Telegram will not have as one goes out as a document', async () => {
  await using telegram = await startTelegramStandIn();
  const channel = openTelegram(telegram);
  const an = telegram.person(42);
  an.start();
  const [part] = channel.render({
    text: '',
    files: [{ fileId: 1, name: 'ban-ve.png', mediaType: 'image/png', size: 3 }],
  });

  const told = await channel.send('42', part ?? {}, opened(Uint8Array.of(1, 2, 3)));

  expect(told).toMatchObject({ status: 'accepted' });
  expect(an.received).toMatchObject([{ fileName: 'ban-ve.png', isPhoto: false }]);
});

test('a picture for a chat that is gone is not tried a second time as a document', async () => {
  await using telegram = await startTelegramStandIn();
  const channel = openTelegram(telegram);
  const [part] = channel.render({
    text: '',
    files: [{ fileId: 1, name: 'a.jpg', mediaType: 'image/jpeg', size: 3 }],
  });

  const told = await channel.send('42', part ?? {}, opened(jpeg));

  expect(told).toMatchObject({ status: 'refused', because: 'unknownRecipient' });
  expect(telegram.calls.map(({ method }) => method)).toEqual(['sendPhoto']);
});

test.each([
  ['that is no longer stored', null],
  ['of more than 50 MB', new Uint8Array(50 * 1024 * 1024 + 1)],
])('a file %s is refused without a call', async (_, bytes) => {
  await using telegram = await startTelegramStandIn();
  const channel = openTelegram(telegram);
  const [part] = channel.render({
    text: '',
    files: [{ fileId: 1, name: 'a.zip', mediaType: 'application/zip', size: 3 }],
  });

  const told = await channel.send('42', part ?? {}, opened(bytes));

  expect(told).toMatchObject({ status: 'refused', because: 'rejectedContent' });
  expect(telegram.calls).toEqual([]);
});

test('what a button carries is sealed for the chat it goes to', async () => {
  await using telegram = await startTelegramStandIn();
  const channel = openTelegram(telegram);
  for (const chatId of [41, 42]) telegram.person(chatId).start();
  const part = { ...channel.render({ text: 'Chọn:', choices: [[{ value: 'menu', label: 'Menu' }]] })[0] };

  await channel.send('41', part, noFiles);
  await channel.send('42', part, noFiles);

  const [one, other] = [41, 42].map((chatId) => telegram.person(chatId).received[0]?.rows[0]?.[0]?.data);
  expect(one).toMatch(/^menu~[\w-]{10}$/);
  expect(other).toMatch(/^menu~[\w-]{10}$/);
  expect(one).not.toBe(other);
});

test('a message that Telegram has taken is known by its number', async () => {
  await using telegram = await startTelegramStandIn();
  const channel = openTelegram(telegram);
  const an = telegram.person(42);
  an.start();

  const told = await channel.send('42', { ...channel.render({ text: '*Xin chào* Quý doanh nghiệp' })[0] }, noFiles);

  expect(told).toEqual({ status: 'accepted', providerMessageId: '2' });
  expect(an.received).toMatchObject([{ messageId: 2, text: 'Xin chào Quý doanh nghiệp', bold: ['Xin chào'] }]);
});

test('a name that nobody can look up means that nothing was sent', async () => {
  const channel = openTelegram({ token: '1:secret', apiRoot: 'http://telegram.invalid' });

  const told = await channel.send('42', { ...channel.render({ text: 'Xin chào' })[0] }, noFiles);

  expect(told).toMatchObject({ status: 'tryLater' });
});

test('a server that hangs up before the connection is secure was sent nothing', async () => {
  const server = createServer();
  server.on('connection', (socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const channel = openTelegram({ token: '1:secret', apiRoot: `https://127.0.0.1:${port}` });

  const told = await channel.send('42', { ...channel.render({ text: 'Xin chào' })[0] }, noFiles);
  server.close();

  expect(told).toMatchObject({ status: 'tryLater' });
});

test('an address that is a public name and not a chat is never written to', async () => {
  await using telegram = await startTelegramStandIn();
  const channel = openTelegram(telegram);

  const told = await channel.send('@durov', { ...channel.render({ text: 'Xin chào' })[0] }, noFiles);

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
  for (let call = 0; call < 5; call += 1) told.push(await channel.send('42', part, noFiles));
  told.push(await channel.fetchFile('AgACAgUAAxkBAAI2'), await channel.fetchFile('AgACAgUAAxkBAAI2'));
  told.push(await away.send('42', part, noFiles), await away.fetchFile('x'), await stranger.send('42', part, noFiles));

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
