import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IncomingContent } from '../../../src/channel/port.ts';
import { read, receiptOf } from '../../../src/channel/telegram/read.ts';
import { withDamage } from '../contract.ts';
import { payload, payloadNames } from './payloads.ts';

const an = { id: '5123456789', displayName: 'An Nguyễn Thị', languageHint: 'vi' };

const said: [name: string, id: string, content: IncomingContent][] = [
  [
    'text',
    '41',
    { kind: 'text', text: 'Lô hàng của tôi bị chuyển luồng đỏ, tờ khai 106712345670 chờ kiểm hóa từ sáng.' },
  ],
  ['start', '40', { kind: 'text', text: '/start lk_7Q2M9XKD' }],
  ['command', '42', { kind: 'text', text: '/huy' }],
  [
    'photo-with-caption',
    '45',
    files('Thông báo kết quả phân luồng', 'AgACAgUAAxkBAAIBpy', 'anh-45.jpg', 'image/jpeg', 187_422),
  ],
  ['document', '46', files('', 'BQACAgUAAxkBAAIBLmX', 'hoa-don-0001.pdf', 'application/pdf', 482_133)],
  ['voice', '48', files('', 'AwACAgUAAxkBAAIBMGX', 'ghi-am-48.ogg', 'audio/ogg', 28_911)],
  ['video', '49', files('Niêm phong bị rách', 'BAACAgUAAxkBAAIBMWX', 'seal.mp4', 'video/mp4', 2_411_200)],
  ['animation', '50', files('', 'CgACAgUAAxkBAAIBMmX', 'man-hinh.mp4', 'video/mp4', 88_121)],
  ['video-note', '51', files('', 'DQACAgUAAxkBAAIBM2X', 'video-51.mp4', 'video/mp4', 301_002)],
  ['location', '52', { kind: 'unsupported', what: 'vị trí 20.865139, 106.68383' }],
  ['venue', '53', { kind: 'unsupported', what: 'địa điểm Cảng Tân Vũ, Hải An, Hải Phòng' }],
  ['contact', '54', { kind: 'unsupported', what: 'danh thiếp An Nguyễn Thị, 84912345678' }],
  ['sticker', '55', { kind: 'unsupported', what: 'nhãn dán 👍' }],
  ['poll', '56', { kind: 'unsupported', what: 'cuộc bình chọn “Mấy giờ giao hàng?”' }],
  ['unknown-content', '57', { kind: 'unsupported', what: 'nội dung này: Vỏ container bị móp' }],
];

test.each(said)('a message of the kind “%s” is read', (name, providerMessageId, content) => {
  const reading = read(payload(name));

  expect(reading).toEqual({
    kind: 'message',
    message: { address: '5123456789', sender: an, providerMessageId, repliesTo: null, content },
  });
});

test('the parts of an album carry the same mark', () => {
  const reading = read(payload('album-part'));

  expect(reading).toMatchObject({ message: { content: { kind: 'files', album: '13923847562093847' } } });
});

test('a reply says which message it answers', () => {
  const reading = read(payload('reply'));

  expect(reading).toMatchObject({ message: { repliesTo: '43', content: { text: 'Cảm ơn anh chị.' } } });
});

test('a corrected message is a later text of the same message', () => {
  const reading = read(payload('edited-message'));

  expect(reading).toEqual({
    kind: 'edit',
    address: '5123456789',
    providerMessageId: '41',
    text: 'Lô hàng của tôi bị chuyển luồng đỏ, tờ khai 106712345671 chờ kiểm hóa từ sáng.',
  });
});

test('a pressed button is a choice, with the press to acknowledge and the message it stood under', () => {
  const reading = read(payload('callback-query'));

  expect(reading).toEqual({
    kind: 'message',
    message: {
      address: '5123456789',
      sender: an,
      providerMessageId: null,
      repliesTo: '43',
      content: { kind: 'choice', value: 'case.confirm:VM-2026-000123', acknowledge: '22005081234567890' },
    },
  });
});

test('a button under a message too old for Telegram to repeat still works', () => {
  const reading = read(payload('callback-query-old-message'));

  expect(reading).toMatchObject({ message: { address: '5123456789', content: { kind: 'choice', value: 'menu' } } });
});

test.each([
  ['my-chat-member', 'personBlockedTheBot'],
  ['group-message', 'groupChat'],
  ['bot-message', 'fromABot'],
  ['pinned-message', 'serviceMessage'],
  ['live-location-moved', 'editWithoutText'],
  ['unknown-kind', 'otherKind:purchased_paid_media'],
])('“%s” is kept and left alone: %s', (name, because) => {
  const reading = read(payload(name));

  expect(reading).toEqual({ kind: 'ignored', because });
});

test.each([[null], [[]], ['text'], [{}], [{ update_id: 1, message: { message_id: 'x' } }]])(
  'what Telegram would never send is ignored: %j',
  (body) => {
    const reading = read(body);

    expect(reading.kind).toBe('ignored');
  },
);

test('a malformed attachment does not cost the person the caption', () => {
  const body = { ...payload('document'), message: { ...Object(payload('video').message), video: { duration: 'x' } } };

  const reading = read(body);

  expect(reading).toMatchObject({
    message: { content: { kind: 'unsupported', what: 'nội dung này: Niêm phong bị rách' } },
  });
});

test('every delivery has a key for the inbox, and those from a chat have their chat', () => {
  const withoutChat = payloadNames.filter((name) => receiptOf(payload(name))?.conversationAddress === null);
  const withoutKey = payloadNames.filter((name) => receiptOf(payload(name)) === null);

  expect(withoutChat).toEqual(['unknown-kind']);
  expect(withoutKey).toEqual([]);
  expect(receiptOf(payload('callback-query'))?.conversationAddress).toBe('5123456789');
});

test.each([[null], ['x'], [{}], [{ update_id: '12' }], [{ update_id: 1.5 }], [{ update_id: 2 ** 60 }]])(
  'a body without a whole update_id has no key: %j',
  (body) => {
    const receipt = receiptOf(body);

    expect(receipt).toBeNull();
  },
);

test('any damage to any delivery can still be read, and the key never changes unless it was the key that was hit', () => {
  fc.assert(
    fc.property(fc.constantFrom(...payloadNames), fc.nat(), fc.jsonValue(), (name, where, value) => {
      const damaged = withDamage(payload(name), where, value);

      const reading = read(damaged);

      expect(['message', 'edit', 'ignored']).toContain(reading.kind);
      if (reading.kind === 'message') expect(reading.message.address).toMatch(/^-?\d+$/);
      if (Reflect.get(Object(damaged), 'update_id') === payload(name).update_id) {
        expect(receiptOf(damaged)?.updateId).toBe(String(payload(name).update_id));
      }
    }),
    { numRuns: 1_000 },
  );
});

function files(caption: string, ref: string, name: string, mediaType: string, size: number): IncomingContent {
  return { kind: 'files', caption, files: [{ ref, name, mediaType, size }] };
}
