import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { say } from '../../support/zalo-stand-in/calls.ts';
import { eventMac } from '../../support/zalo-stand-in/signature.ts';
import { startZaloStandIn, type ZaloStandInOptions } from '../../support/zalo-stand-in.ts';

// The stand-in is what every other test of this channel believes, so its own rules are tested too.

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);

test('the signature is the one of the platform’s documentation', () => {
  const mac = eventMac({
    appId: '1234567890',
    body: '{"app_id":"1234567890","event_name":"follow","timestamp":"1700000000000"}',
    timestamp: '1700000000000',
    oaSecretKey: 'testsecret',
  });

  expect(mac).toBe('f74b9956ba6b418c0dc80f76e43da16368e563e415da53f0aa221d2f4956f357');
});

test('an event is signed over the very bytes that are posted', async () => {
  const { zalo, posts } = await withWebhook();
  await using _ = zalo;

  await zalo.person('1').writes('Xin chào').delivered;

  const [{ body, headers }] = posts as [Posted];
  const { appId, oaSecretKey } = zalo.account;
  const mac = eventMac({ appId, body, timestamp: JSON.parse(body).timestamp, oaSecretKey });
  expect(headers['X-ZEvent-Signature']).toBe(`mac=${mac}`);
  expect(headers).not.toHaveProperty('num_retry');
});

test('a message of the account comes back as an echo, then as received, then as seen', async () => {
  const { zalo, posts } = await withWebhook();
  await using _ = zalo;
  const an = zalo.person('1');
  an.writes('Xin chào');

  const { data } = await say(zalo, '1', { text: 'Dạ' });
  await an.seesMessages()?.delivered;
  await zalo.settled();

  const oa = { id: zalo.account.oaId };
  expect(posts.map(({ body }) => JSON.parse(body))).toMatchObject([
    { event_name: 'user_send_text', sender: { id: '1' }, recipient: oa },
    {
      event_name: 'oa_send_text',
      sender: oa,
      recipient: { id: '1' },
      message: { msg_id: data.message_id, text: 'Dạ' },
    },
    { event_name: 'user_received_message', sender: oa, recipient: { id: '1' }, message: { msg_id: data.message_id } },
    { event_name: 'user_seen_message', sender: oa, recipient: { id: '1' }, message: { msg_ids: [data.message_id] } },
  ]);
});

test('receipts may have their roles the other way round, and echoes ids of their own', async () => {
  await using zalo = await startZaloStandIn({ settings: { receiptSender: 'user', echoIds: 'other' } });
  zalo.person('1').writes('Xin chào');

  const { data } = await say(zalo, '1', { text: 'Dạ' });

  const [, echo, receipt] = zalo.events.map(({ body }) => JSON.parse(body));
  expect(echo.message.msg_id).not.toBe(data.message_id);
  expect(receipt).toMatchObject({ sender: { id: '1' }, message: { msg_id: data.message_id } });
});

test('a person at a computer confirms nothing', async () => {
  await using zalo = await startZaloStandIn();
  zalo.person('1', { onMobile: false }).writes('Xin chào');

  await say(zalo, '1', { text: 'Dạ' });

  expect(zalo.events.map(({ name }) => name)).toEqual(['user_send_text', 'oa_send_text']);
});

test('an event is posted again five times, then Zalo gives up and switches the webhook off', async () => {
  const { zalo, posts, answer } = await withWebhook({ webhookRetryMs: 1 });
  await using _ = zalo;
  answer.status = 500;

  const startedAt = performance.now();
  const outcome = await zalo.person('1').writes('một').delivered;
  const waitedMs = performance.now() - startedAt;
  answer.status = 200;
  const next = await zalo.person('1').writes('hai').delivered;

  expect([outcome, next]).toEqual(['lost', 'lost']);
  expect(posts.map(({ headers }) => headers.num_retry)).toEqual([undefined, '1', '2', '3', '4', '5']);
  expect(new Set(posts.map(({ body }) => body)).size).toBe(1);
  // 30 s, 5, 15, 30 and 60 min, of which the first is here 1 ms.
  expect(waitedMs).toBeGreaterThan(1 + 10 + 30 + 60 + 120 - 10);
  expect(zalo.webhookDisabled).toBe(true);
  expect(zalo.deliveries).toEqual({ answered: 0, refused: 6, lost: 2 });
});

test('an event answered at the second attempt is not posted a third time, and the next one does not wait for it', async () => {
  const { zalo, posts, answer } = await withWebhook({ webhookRetryMs: 20 });
  await using _ = zalo;
  answer.once = 503;

  const first = zalo.person('1').writes('một');
  const second = zalo.person('1').writes('hai');
  await zalo.settled();

  expect(await Promise.all([first.delivered, second.delivered])).toEqual(['answered', 'answered']);
  expect(posts.map(({ body }) => JSON.parse(body).message.text)).toEqual(['một', 'hai', 'một']);
  expect(zalo.deliveries).toEqual({ answered: 2, refused: 1, lost: 0 });
});

test('an answer that takes too long counts as none, even where other bad answers are dropped', async () => {
  let posts = 0;
  const webhook = () => {
    posts += 1;
    return posts === 1 ? new Promise<number>(() => undefined) : Promise.resolve(401);
  };
  await using zalo = await startZaloStandIn({
    webhook,
    webhookRetryMs: 1,
    webhookAnswerLimitMs: 20,
    webhookBadStatus: 'drop',
  });

  expect(await zalo.person('1').writes('một').delivered).toBe('lost');
  expect(posts).toBe(2);
  expect(zalo.webhookDisabled).toBe(false);
});

test('events come twice and overtake each other on command', async () => {
  const { zalo, posts } = await withWebhook();
  await using _ = zalo;
  const an = zalo.person('1');

  zalo.duplicateNext();
  const first = an.writes('một');
  zalo.holdNext();
  an.writes('hai');
  an.writes('ba');
  await zalo.settled();
  zalo.release();
  await zalo.settled();
  await zalo.repeat(first.event);

  expect(posts.map(({ body }) => JSON.parse(body).message.text)).toEqual(['một', 'một', 'ba', 'hai', 'một']);
});

test('disorder drawn from the same seed is the same disorder, and loses nothing', async () => {
  async function run() {
    const { zalo, posts } = await withWebhook({ disorder: { seed: 7, duplicates: 0.3, late: 0.3, lateMs: 5 } });
    await using _ = zalo;
    const an = zalo.person('1');
    for (let index = 0; index < 40; index += 1) an.writes(String(index));
    await zalo.settled();
    return posts.map(({ body }): string => JSON.parse(body).message.text);
  }

  const [one, other] = [await run(), await run()];

  expect(new Set(one).size).toBe(40);
  expect(one.length).toBeGreaterThan(40);
  expect(one.toSorted()).toEqual(other.toSorted());
  expect(one).not.toEqual(one.toSorted((a, b) => Number(a) - Number(b)));
});

test('the console tries the webhook without a signature and with a signed sample', async () => {
  const { zalo, posts } = await withWebhook();
  await using _ = zalo;

  const statuses = [await zalo.probe('empty'), await zalo.probe('emptyObject'), await zalo.probe('signedSample')];

  expect(statuses).toEqual([200, 200, 200]);
  expect(posts.map(({ body }) => body).slice(0, 2)).toEqual(['', '{}']);
  expect(posts[0]?.headers).not.toHaveProperty('X-ZEvent-Signature');
  expect(posts[2]?.headers['X-ZEvent-Signature']).toMatch(/^mac=[0-9a-f]{64}$/);
});

test('each kind of attachment has its event, and its bytes lie at its address', async () => {
  await using zalo = await startZaloStandIn();
  const an = zalo.person('1');
  an.sendsImage(png, 'Ảnh chụp tờ khai');
  an.sendsFile({ name: 'tờ khai.pdf', bytes: png });
  an.sendsAudio(png);
  an.sendsVideo(png);
  an.sendsSticker();
  an.sendsLocation({ latitude: 20.86, longitude: 106.68 });
  an.sendsLink('https://customs.gov.vn/');
  an.sendsBusinessCard({ name: 'Bình', phone: '84912345678' });

  const events = zalo.events.map(({ body }) => JSON.parse(body));
  const { url, checksum, size } = events[1].message.attachments[0].payload;
  const bytes = await fetch(url).then((response) => response.bytes());

  expect(events.map(({ event_name: name }) => name.replace('user_send_', ''))).toEqual([
    'image',
    'file',
    'audio',
    'video',
    'sticker',
    'location',
    'link',
    'business_card',
  ]);
  expect(events[0].message.text).toBe('Ảnh chụp tờ khai');
  expect(bytes).toEqual(png);
  expect({ checksum, size }).toEqual({ checksum: createHash('md5').update(png).digest('hex'), size: '9' });
});

interface Posted {
  body: string;
  headers: Record<string, string>;
}

/** A stand-in whose webhook is a function that keeps what it gets and answers as told. */
async function withWebhook(options: ZaloStandInOptions = {}) {
  const posts: Posted[] = [];
  const answer: { status: number; once: number | null } = { status: 200, once: null };
  const zalo = await startZaloStandIn({
    ...options,
    async webhook(body, headers) {
      posts.push({ body, headers });
      const status = answer.once ?? answer.status;
      answer.once = null;
      return status;
    },
  });
  return { zalo, posts, answer };
}
