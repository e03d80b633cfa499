import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IncomingContent } from '../../../src/channel/port.ts';
import { openButtonSeal } from '../../../src/channel/telegram/button-seal.ts';
import { withoutGroupWords } from '../../../src/channel/telegram/group.ts';
import { read as readAs, receiptOf } from '../../../src/channel/telegram/read.ts';
import { withDamage } from '../contract.ts';
import { payload, payloadNames } from './payloads.ts';

const me = { id: '123456789', userName: 'DongHanhBot' };
const seal = openButtonSeal('123456789:AAtoken-of-the-kept-deliveries');
const read = (body: unknown) => readAs(body, { me, seal });

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
    files('Thông báo kết quả phân luồng', 'AgACAgUAAxkBAAIBpy#AQADpy', 'anh-45.jpg', 'image/jpeg', 187_422),
  ],
  ['document', '46', files('', 'BQACAgUAAxkBAAIBLmX#AgADLhAAAg', 'hoa-don-0001.pdf', 'application/pdf', 482_133)],
  ['voice', '48', files('', 'AwACAgUAAxkBAAIBMGX#AgADMBAAAg', 'ghi-am-48.ogg', 'audio/ogg', 28_911)],
  ['video', '49', files('Niêm phong bị rách', 'BAACAgUAAxkBAAIBMWX#AgADMRAAAg', 'seal.mp4', 'video/mp4', 2_411_200)],
  ['animation', '50', files('', 'CgACAgUAAxkBAAIBMmX#AgADMhAAAg', 'man-hinh.mp4', 'video/mp4', 88_121)],
  ['video-note', '51', files('', 'DQACAgUAAxkBAAIBM2X#AgADMxAAAg', 'video-51.mp4', 'video/mp4', 301_002)],
  ['location', '52', { kind: 'place', latitude: 20.865139, longitude: 106.68383, label: null }],
  ['venue', '53', expect.objectContaining({ kind: 'place', label: 'Cảng Tân Vũ, Hải An, Hải Phòng' })],
  ['contact', '54', { kind: 'contactCard', name: 'An Nguyễn Thị', phone: '84912345678', isVouched: true }],
  ['contact-of-another', '61', { kind: 'contactCard', name: 'Chú Tư', phone: '84987654321', isVouched: false }],
  ['contact-forwarded', '62', expect.objectContaining({ kind: 'contactCard', isVouched: false })],
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

test('an edited caption comes with the file it stands under, so that a new picture is noticed', () => {
  const reading = read(payload('edited-photo'));

  expect(reading).toMatchObject({
    kind: 'edit',
    providerMessageId: '45',
    text: 'Thông báo kết quả phân luồng (bản rõ hơn)',
    files: [{ ref: 'AgACAgUAAxkBAAIBzz2#AQADzz2', size: 187_522 }],
  });
});

test('a file larger than Telegram hands over is known as such at once, and its words are kept', () => {
  const reading = read(payload('document-too-large'));

  expect(reading).toMatchObject({
    message: {
      content: {
        caption: 'Hồ sơ đầy đủ của tờ khai 106712345670',
        files: [{ name: 'ho-so-day-du.pdf', limitBytes: 20 * 1024 * 1024 }],
      },
    },
  });
});

test('a button that the bot never gave to this chat brings no value, and is answered all the same', () => {
  const reading = read(payload('callback-query-forged'));

  expect(reading).toMatchObject({
    message: { content: { kind: 'choice', value: '', acknowledge: '22005081234567890', isForged: true } },
  });
});

test('a button of another chat is as good as forged', () => {
  const body = structuredClone(payload('callback-query'));
  Object.assign(Object(body.callback_query).message.chat, { id: 5_123_456_780 });

  const reading = read(body);

  expect(reading).toMatchObject({ message: { content: { value: '', isForged: true } } });
});

test('a quoted message of another chat says nothing about which case is meant', () => {
  const body = structuredClone(payload('reply'));
  Object.assign(Object(body.message).reply_to_message.chat, { id: -1_001_234 });

  const reading = read(body);

  expect(reading).toMatchObject({ message: { repliesTo: null } });
});

test.each([
  ['my-chat-member', 'blocked'],
  ['my-chat-member-allows', 'allowed'],
])('“%s” tells that the person %s us', (name, change) => {
  const reading = read(payload(name));

  expect(reading).toEqual({ kind: 'presence', address: '5123456789', sender: an, change });
});

test.each(['group-command', 'group-mention', 'my-chat-member-added-to-group'])(
  '“%s” calls the bot in a group',
  (name) => {
    const reading = read(payload(name));

    expect(reading).toEqual({ kind: 'group', address: '-1001834567890' });
  },
);

test.each(['migrated-to', 'migrated-from'])('“%s” tells where a group goes on', (name) => {
  const reading = read(payload(name));

  expect(reading).toEqual({ kind: 'moved', address: '-4012345678', to: '-1001834567890' });
  expect(receiptOf(payload(name))?.conversationAddress).toBe('-4012345678');
});

test('a button pressed in a group is answered and calls the bot', () => {
  const body = structuredClone(payload('callback-query'));
  Object.assign(Object(body.callback_query).message.chat, { id: -77, type: 'group' });

  const reading = read(body);

  expect(reading).toEqual({ kind: 'group', address: '-77', acknowledge: '22005081234567890' });
});

test('a button away from every chat belongs to the person, who gets an answer to the press', () => {
  const body = structuredClone(payload('callback-query'));
  Reflect.deleteProperty(Object(body.callback_query), 'message');

  expect(read(body)).toEqual({ kind: 'ignored', because: 'pressWithoutMessage', acknowledge: '22005081234567890' });
  expect(receiptOf(body)?.conversationAddress).toBe('5123456789');
});

test.each([
  ['group-message', 'groupChat'],
  ['group-command-of-another-bot', 'groupChat'],
  ['bot-message', 'fromABot'],
  ['pinned-message', 'serviceMessage'],
  ['live-location-moved', 'editWithoutText'],
  ['unknown-kind', 'otherKind:purchased_paid_media'],
])('“%s” is kept and left alone: %s', (name, because) => {
  const reading = read(payload(name));

  expect(reading).toEqual({ kind: 'ignored', because });
});

test.each(payloadNames)('what is kept of “%s” is read like what came', (name) => {
  const kept = JSON.parse(withoutGroupWords(JSON.stringify(payload(name)), me));

  expect(read(kept)).toEqual(read(payload(name)));
  expect(receiptOf(kept)).toEqual(receiptOf(payload(name)));
});

test.each(['group-message', 'group-command', 'group-mention'])('no word of “%s” and no name is kept', (name) => {
  const kept = withoutGroupWords(JSON.stringify(payload(name)), me);

  expect(kept).not.toMatch(/treo|tờ khai|hàng|Nguyễn|an_xnk|Hải Phòng/);
});

test('a bot that does not know its own name yet answers to any bot’s, and is called once too often rather than never', () => {
  const reading = readAs(payload('group-command-of-another-bot'), { me: { ...me, userName: null }, seal });

  expect(reading).toEqual({ kind: 'group', address: '-1001834567890' });
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

      expect(['message', 'edit', 'presence', 'moved', 'group', 'ignored']).toContain(reading.kind);
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
