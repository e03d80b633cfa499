import { expect, test } from 'vitest';
import type { ZaloFault } from 'zalo-api-client';
import { openZaloBot } from '../../../src/channel/zalo-bot/zalo-bot.ts';
import { noFiles } from '../../support/no-files.ts';
import { startZaloStandIn, type ZaloStandIn } from '../../support/zalo-stand-in.ts';

const clock = { now: () => new Date('2026-11-22T02:00:00Z') };
const words = { kind: 'text', text: 'Xin chào' };
const chatId = '0a1b2c3d4e5f60718293';

function openChannel(zalo: ZaloStandIn, troubles: ZaloFault[] = [], linkTo?: (fileId: number) => string | null) {
  return openZaloBot({
    token: zalo.botToken,
    apiRoot: zalo.origin,
    clock,
    fetch,
    onTrouble: (fault) => troubles.push(fault),
    ...(linkTo === undefined ? {} : { linkTo }),
  });
}

test('an allowance that is used up sends alerts to another chat of the officer and worries the administrator', async () => {
  await using zalo = await startZaloStandIn({ bot: { messagesPerMonth: 1 } });
  const an = zalo.botPerson(chatId);
  an.writes('/start');
  const troubles: ZaloFault[] = [];
  const channel = openChannel(zalo, troubles);

  const first = await channel.send(chatId, words, noFiles);
  const second = await channel.send(chatId, words, noFiles);

  expect(first).toMatchObject({ status: 'accepted' });
  expect(second).toMatchObject({ status: 'refused', because: 'windowClosed' });
  expect(an.received).toHaveLength(1);
  expect(troubles.map(({ category }) => category)).toEqual(['quota']);
});

test('the fifty-first person cannot be written to, and the others still can', async () => {
  await using zalo = await startZaloStandIn({ bot: { mostUsers: 1 } });
  zalo.botPerson(chatId).writes('/start');
  zalo.botPerson('ffffffffffffffffffff').writes('/start');
  const channel = openChannel(zalo);

  expect(await channel.send('ffffffffffffffffffff', words, noFiles)).toMatchObject({ because: 'windowClosed' });
  expect(await channel.send(chatId, words, noFiles)).toMatchObject({ status: 'accepted' });
});

test('a token that was reset makes the whole account wait, and its administrator hear of it', async () => {
  await using zalo = await startZaloStandIn();
  const troubles: ZaloFault[] = [];
  const channel = openZaloBot({
    token: '123456789:another-token',
    apiRoot: zalo.origin,
    clock,
    fetch,
    onTrouble: (fault) => troubles.push(fault),
  });

  const told = await channel.send(chatId, words, noFiles);

  expect(told).toMatchObject({ status: 'tryLater', whole: true });
  expect(troubles).toHaveLength(1);
  expect(JSON.stringify([told, troubles])).not.toContain('another-token');
});

test.each([
  ['400: Bad Request: invalid chat_id', 400, 'Bad Request: invalid chat_id', { because: 'unknownRecipient' }],
  ['400: Bad Request: invalid text', 400, 'Bad Request: invalid text', { because: 'rejectedContent' }],
  ['404: Not Found', 404, 'Not Found', { because: 'rejectedContent' }],
  ['403: Internal server error', 403, 'Internal server error', { status: 'tryLater' }],
  ['408: Request timeout', 408, 'Request timeout', { status: 'unknown' }],
  ['799: nobody knows', 799, 'what is this', { status: 'tryLater' }],
])('“%s” leads to what can be done about it', async (_, code, message, delivery) => {
  await using zalo = await startZaloStandIn();
  zalo.botPerson(chatId).writes('/start');
  zalo.failNext({ kind: 'error', code, message }, { path: '/bot/sendMessage' });

  expect(await openChannel(zalo).send(chatId, words, noFiles)).toMatchObject(delivery);
});

test('a file that Zalo cannot carry is said in words, with the way to it', async () => {
  await using zalo = await startZaloStandIn();
  const an = zalo.botPerson(chatId);
  an.writes('/start');
  const file = { kind: 'file', fileId: 7, name: 'to-khai.pdf', mediaType: 'application/pdf', size: 1000 };

  await openChannel(zalo).send(chatId, file, noFiles);
  await openChannel(zalo, [], (fileId) => `https://dong-hanh.example/tep/${fileId}`).send(chatId, file, noFiles);

  expect(an.received.map(({ text }) => text)).toEqual([
    'Tệp “to-khai.pdf” không gửi được qua Zalo Bot; anh/chị xem trên bảng điều khiển.',
    'Tệp “to-khai.pdf” không gửi được qua Zalo Bot; anh/chị mở trong vòng 7 ngày tại https://dong-hanh.example/tep/7.',
  ]);
});
