import { expect, test } from 'vitest';
import { parseBotUpdate } from 'zalo-api-client';
import { read, receiptOf } from '../../../src/channel/zalo-bot/read.ts';
import { updateBody } from '../../../src/channel/zalo-bot/update-body.ts';

const from = { id: '0a1b2c3d4e5f60718293', display_name: 'An', is_bot: false };
const chat = { id: '0a1b2c3d4e5f60718293', chat_type: 'PRIVATE' };
const about = { from, chat, message_id: 'ffeeddccbbaa99887766', date: 1790000000000 };

function update(event: string, content: object, change: object = {}) {
  return { event_name: `message.${event}.received`, message: { ...about, ...content, ...change } };
}

test.each([
  ['text', { text: 'Xin chào' }, { kind: 'text', text: 'Xin chào' }],
  [
    'image',
    { photo_url: 'https://f1.zdn.vn/a.jpg', message_type: 'CHAT_PHOTO', caption: 'Seal' },
    { kind: 'files', caption: 'Seal', files: [{ ref: 'https://f1.zdn.vn/a.jpg' }] },
  ],
  ['image', { photo: 'https://f1.zdn.vn/a.jpg' }, { kind: 'files', caption: '' }],
  ['voice', { voice_url: 'https://f1.zdn.vn/v.aac' }, { kind: 'files', files: [{ mediaType: 'audio/aac' }] }],
  ['sticker', { sticker: '46991', url: 'https://x/y.png' }, { kind: 'unsupported', what: 'nhãn dán' }],
  ['unsupported', {}, { kind: 'unsupported' }],
])(
  'a message of kind %s is read the same from the webhook, wrapped or not, and from polling',
  (event, content, says) => {
    const bare = update(event, content);

    const readings = [bare, { ok: true, result: bare }, updateBody(parseBotUpdate(bare))].map((body) => read(body));

    for (const reading of readings) expect(reading).toEqual(readings[0]);
    expect(readings[0]).toMatchObject({
      kind: 'message',
      message: { address: chat.id, providerMessageId: about.message_id, sender: { displayName: 'An' }, content: says },
    });
  },
);

test('what is said in a group is no word for us', () => {
  const body = update('text', { text: '@Bot Đồng Hành ơi' }, { chat: { id: 'abc', chat_type: 'GROUP' } });

  expect(read(body)).toEqual({ kind: 'group', address: 'abc' });
});

test('a delivery is recognised by event and message, belongs to its chat and stands at its own time', () => {
  const body = update('text', { text: 'Xin chào' });

  expect(receiptOf(body)).toEqual({
    updateId: `message.text.received:${about.message_id}`,
    conversationAddress: chat.id,
    ordinal: 1790000000000,
  });
  expect(receiptOf({ ok: true, result: body })).toEqual(receiptOf(body));
  expect(receiptOf({ event_name: 'bot.paid', x: 1 })).toMatchObject({ conversationAddress: null });
  expect(receiptOf({ nothing: 'of ours' })).toBeNull();
});
