import fc from 'fast-check';
import { expect, test } from 'vitest';
import { botDeliveryKey, parseBotUpdate } from '../../src/bot/parse.ts';
import { verifyBotWebhook } from '../../src/bot/verify.ts';
import { botPayload } from '../support/payloads.ts';

const chatId = '6ede9afa66b88fe6d6a9';

test.each<[string, object]>([
  ['text.wrapped', { kind: 'text', text: 'Xin chào' }],
  ['text.bare', { kind: 'text', text: 'Xin chào' }],
  ['image.photo', { kind: 'image', photoUrl: 'https://z.zdn.vn/p.jpg', caption: 'biên bản' }],
  ['image.photo-url', { kind: 'image', photoUrl: 'https://z.zdn.vn/p.jpg' }],
  ['sticker', { kind: 'sticker', stickerId: '0e078a2d', url: 'https://z.zdn.vn/s' }],
  ['voice', { kind: 'voice', voiceUrl: 'https://z.zdn.vn/v.aac' }],
  ['unsupported', { kind: 'unsupported' }],
])('an update %s is read, and says who wrote where', (name, expected) => {
  expect(parseBotUpdate(botPayload(name))).toMatchObject({
    ...expected,
    chatId,
    isPrivate: true,
    messageId: 'd9b2c1f0aa1122334455',
    from: { id: chatId, displayName: 'An', isBot: false },
    sentAt: new Date(1_790_000_000_000),
  });
});

test('an update in its envelope and without has one key', () => {
  const keys = ['text.wrapped', 'text.bare'].map((name) => botDeliveryKey(parseBotUpdate(botPayload(name))));

  expect(keys).toEqual(['message.text.received:d9b2c1f0aa1122334455', 'message.text.received:d9b2c1f0aa1122334455']);
});

test('an update of an undescribed name is unknown, one without its parts malformed; both are kept', () => {
  const news = { event_name: 'message.poll.received', message: {} };

  expect(parseBotUpdate(news)).toEqual({ kind: 'unknown', eventName: 'message.poll.received', raw: news });
  expect(parseBotUpdate({})).toEqual({ kind: 'malformed', raw: {} });
  expect(parseBotUpdate({ event_name: 'message.text.received' })).toMatchObject({ kind: 'malformed' });
});

test('whatever arrives is read and has a key', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (body) => {
      const update = parseBotUpdate({ event_name: 'message.image.received', message: body });
      expect(botDeliveryKey(update)).toMatch(/:/);
      expect(parseBotUpdate(body)).toHaveProperty('kind');
    }),
  );
});

test('a delivery is authentic with exactly the secret, and never without one', () => {
  expect(verifyBotWebhook('longenough', 'longenough')).toBe(true);
  expect(verifyBotWebhook('Longenough', 'longenough')).toBe(false);
  expect(verifyBotWebhook('longenoug', 'longenough')).toBe(false);
  expect(verifyBotWebhook(undefined, 'longenough')).toBe(false);
  expect(verifyBotWebhook('', '')).toBe(false);
});
