import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IncomingContent } from '../../../src/channel/port.ts';
import { read, receiptReader } from '../../../src/channel/zalo/read.ts';
import { openChoiceSeal } from '../../../src/channel/zalo/seal-choice.ts';
import { withDamage } from '../contract.ts';
import { an, oaId, payload, payloadNames } from './payloads.ts';

const seal = openChoiceSeal('app-secret');
const by = { oaId, seal };
const receiptOf = receiptReader(by);
const cdn = 'https://f20-zpc.zdn.vn/jpg/7715509288120983';

const said: [name: string, content: IncomingContent][] = [
  [
    'user-send-text',
    { kind: 'text', text: 'Lô hàng của tôi bị chuyển luồng đỏ, tờ khai 106712345670 chờ kiểm hóa từ sáng.' },
  ],
  [
    'user-send-image',
    files('Thông báo kết quả phân luồng', `${cdn}/a.jpg`, 'anh-9f2c00037ab30e5d81c4.jpg', 'image/jpeg'),
  ],
  ['user-send-gif', files('', `${cdn}/g.gif`, 'anh-dong-9f2c00057ab30e5d81c4.gif', 'image/gif')],
  [
    'user-send-link',
    { kind: 'text', text: 'Công văn hỏi về mã HS https://www.customs.gov.vn/cv-1234\nCông văn 1234/TCHQ-TXNK' },
  ],
  [
    'user-send-audio',
    files('', 'https://voice-aac-dl.zdn.vn/2288/voice.amr', 'ghi-am-9f2c00077ab30e5d81c4.amr', 'audio/amr'),
  ],
  [
    'user-send-video',
    files('Niêm phong bị rách', 'https://video-dl.zdn.vn/4417/seal.mp4', 'video-9f2c00087ab30e5d81c4.mp4', 'video/mp4'),
  ],
  ['user-send-sticker', { kind: 'unsupported', what: 'nhãn dán' }],
  ['user-send-location', { kind: 'place', latitude: 20.865139, longitude: 106.68383, label: null }],
  ['user-send-business-card', { kind: 'contactCard', name: 'Nguyễn Thị An', phone: '84912345678', isVouched: false }],
  ['user-send-file', files('', 'https://file-dl.zdn.vn/9917/hoa-don-0001.pdf', 'hoa-don-0001.pdf', null, 482_133)],
  ['user-send-unknown-attachment', { kind: 'unsupported', what: 'nội dung này: Vỏ container bị móp' }],
  ['user-submit-info', { kind: 'contactCard', name: 'Nguyễn Thị An', phone: '84912345678', isVouched: false }],
  ['user-submit-info-flat', { kind: 'contactCard', name: 'Nguyễn Thị An', phone: '84912345678', isVouched: false }],
  ['user-submit-info-without-phone', { kind: 'unsupported', what: 'thông tin không có số điện thoại' }],
];

test.each(said)('what a person sends as “%s” is read', (name, content) => {
  const reading = read(payload(name), by);

  expect(reading).toMatchObject({ kind: 'message', message: { address: an, sender: { id: an }, content } });
});

test('several pictures in one message are one message with several files', () => {
  const reading = read(payload('user-send-images'), by);

  expect(reading).toMatchObject({
    message: {
      content: {
        kind: 'files',
        files: [
          { ref: `${cdn}/a1.jpg`, name: 'anh-9f2c00047ab30e5d81c4.jpg' },
          { name: 'anh-9f2c00047ab30e5d81c4-2.jpg' },
        ],
      },
    },
  });
});

test('a file that is announced as larger than we take is marked so before anybody fetches it', () => {
  const reading = read(payload('user-send-large-file'), by);

  expect(reading).toMatchObject({
    message: { content: { files: [{ size: 31_457_280, limitBytes: 20 * 1024 * 1024 }] } },
  });
});

test('a message says which of ours it quotes', () => {
  const reading = read(payload('user-send-text-quoting'), by);

  expect(reading).toMatchObject({
    message: {
      providerMessageId: '9f2c00027ab30e5d81c4',
      repliesTo: '5f6a70c1d2e3',
      content: { text: 'Cảm ơn anh chị.' },
    },
  });
});

describe('a query button comes back as text', () => {
  const typed = (text: string, by_ = an) => ({
    ...payload('user-send-text'),
    sender: { id: by_ },
    message: { msg_id: 'p1', text },
  });

  test('and is the choice that was shown to this person', () => {
    const reading = read(typed(seal.close(an, 'case:VM-2026-000123')), by);

    expect(reading).toMatchObject({
      message: {
        providerMessageId: null,
        content: { kind: 'choice', value: 'case:VM-2026-000123', acknowledge: null },
      },
    });
  });

  const forgeries = [
    ['made up', '#dh:menu:issue~AAAAAAAAAAAA'],
    ['of another person', seal.close('1002003004005006007', 'menu:issue')],
    ['of another app', openChoiceSeal('other-secret').close(an, 'menu:issue')],
    ['with another value', seal.close(an, 'menu:cases').replace('cases', 'issue')],
  ] as const;

  test.each(forgeries)('but one %s brings no value', (_, text) => {
    const reading = read(typed(text), by);

    expect(reading).toMatchObject({ message: { content: { kind: 'choice', value: '', isForged: true } } });
  });

  test.each([
    '#dh:menu:issue',
    `${seal.close(an, 'menu:issue')} thì sao?`,
    `#dh:menu:issue~${'ế'.repeat(12)}`,
    `#dh:${'x'.repeat(65)}~AAAAAAAAAAAA`,
    `#dh:a b~AAAAAAAAAAAA`,
  ])('and “%s” is words that a person typed', (text) => {
    const reading = read(typed(text), by);

    expect(reading).toMatchObject({ message: { providerMessageId: 'p1', content: { kind: 'text', text } } });
  });
});

test.each([
  ['user-received-message', ['c0ffee01'], 'delivered'],
  ['user-received-message-reversed', ['c0ffee02'], 'delivered'],
  ['user-seen-message', ['c0ffee01', 'c0ffee02'], 'read'],
  ['user-seen-message-reversed', ['c0ffee03'], 'read'],
])('“%s” tells what has reached the person, whoever is named as its sender', (name, providerMessageIds, state) => {
  const at = new Date(Number(payload(name).timestamp));

  expect(read(payload(name), by)).toEqual({ kind: 'receipt', address: an, providerMessageIds, state, at });
});

test.each([
  ['oa-send-text', 'Anh/chị cần hỗ trợ việc gì?', false],
  ['oa-send-text-by-hand', 'Chào anh, tôi gọi lại sau 15 phút.', true],
  ['oa-send-image-by-hand', 'Mẫu đơn\n[anh-ab12.jpg]', true],
  ['oa-send-file', '[cv.pdf]', false],
  ['oa-send-list', 'Hồ sơ của tôi\nhttps://hq3.example/chat', false],
  ['oa-send-template', '[tin theo mẫu]', false],
])('“%s” reports what our account said, and whether a human typed it', (name, text, byHand) => {
  expect(read(payload(name), by)).toMatchObject({ kind: 'echo', address: an, text, byHand });
});

test.each([
  ['follow', 'came'],
  ['unfollow', 'blocked'],
  ['user-click-chatnow', 'came'],
  ['widget-interaction-accepted', 'came'],
  ['user-call-oa', 'came'],
])('“%s” says that the person %s', (name, change) => {
  expect(read(payload(name), by)).toMatchObject({ kind: 'presence', address: an, change });
});

test('consent that is withdrawn on the platform is told', () => {
  expect(read(payload('user-withdraw'), by)).toEqual({ kind: 'withdrawn', address: an });
});

const ignored = [
  ['user-reacted-message', 'reaction'],
  ['oa-call-user', 'call'],
  ['update-user-info', 'userUpdated'],
  ['add-user-to-tag', 'tag'],
  ['anonymous-send-text', 'anonymousMessage'],
  ['user-send-group-text', 'groupMessage'],
  ['create-group', 'groupChanged'],
  ['permission-revoked', 'permissionRevoked'],
  ['template-received', 'templateReceived'],
  ['user-feedback', 'templateFeedback'],
  ['change-template-status', 'templateStatus'],
  ['another-account', 'anotherAccount'],
  ['unknown-event', 'unknown:user_click_button'],
  ['message-without-id', 'malformed:user_send_text'],
] as const;

test.each(ignored)('“%s” is ignored with its reason and opens no conversation', (name, because) => {
  expect(read(payload(name), by)).toEqual({ kind: 'ignored', because });
  expect(receiptOf(payload(name))?.conversationAddress).toBeNull();
});

test('every delivery that is kept has a key of its own, the hour it happened and, where something follows, its chat', () => {
  const receipts = payloadNames.map((name) => ({ name, receipt: receiptOf(payload(name)) }));

  expect(new Set(receipts.map(({ receipt }) => receipt?.updateId)).size).toBe(payloadNames.length);
  for (const { name, receipt } of receipts) {
    const isIgnored = read(payload(name), by).kind === 'ignored';
    expect.soft(receipt?.conversationAddress, name).toBe(isIgnored ? null : an);
    if (!isIgnored) expect.soft(receipt?.ordinal, name).toBe(Number(payload(name).timestamp));
  }
});

test('the same delivery has the same key each time, and a receipt another one than its message', () => {
  const text = payload('user-send-text');
  const receipt = { ...payload('user-received-message'), message: text.message };

  expect(receiptOf(structuredClone(text))).toEqual(receiptOf(text));
  expect(receiptOf(receipt)?.updateId).not.toBe(receiptOf(text)?.updateId);
});

test('ids that no database could take as a key are not taken for a person', () => {
  for (const id of ['x'.repeat(3000), 'a\u0000b', '\ud800']) {
    const body = { ...payload('user-send-text'), sender: { id } };

    expect(read(body, by)).toEqual({ kind: 'ignored', because: 'malformed' });
    expect(receiptOf(body)?.conversationAddress).toBeNull();
  }
  const longId = { ...payload('user-send-text'), message: { msg_id: 'm'.repeat(5000), text: 'a' } };
  expect(receiptOf(longId)?.updateId).toMatch(/^sha256:\w{64}$/);
});

test('whatever is damaged in a delivery, it is read, and reading it again says the same', () => {
  fc.assert(
    fc.property(fc.constantFrom(...payloadNames), fc.nat(), fc.jsonValue(), (name, where, value) => {
      const body = withDamage(payload(name), where, value);

      expect(read(body, by)).toEqual(read(body, by));
      const address = receiptOf(body)?.conversationAddress ?? null;
      expect(address !== null && read(body, by).kind === 'ignored').toBe(false);
    }),
    { numRuns: 1000 },
  );
});

function files(
  caption: string,
  ref: string,
  name: string,
  mediaType: string | null,
  size: number | null = null,
): IncomingContent {
  return { kind: 'files', caption, files: [{ ref, name, mediaType, size }] };
}
