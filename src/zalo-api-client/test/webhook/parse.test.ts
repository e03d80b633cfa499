import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson } from '../../src/json.ts';
import { parseOaEvent } from '../../src/webhook/parse.ts';
import { oaId, person } from '../support/accounts.ts';
import { oaPayload, oaPayloadNames } from '../support/payloads.ts';

const known = { oaIds: [oaId] };
const messageId = 'This1Is2A3Message4Id';
const image = {
  type: 'image',
  url: 'https://photo-stal-1.zdn.vn/1.jpg',
  thumbnailUrl: 'https://photo-stal-1.zdn.vn/thumb/1.jpg',
};
const info = { name: 'Nguyễn Văn An', phone: '84912345678' };

test.each<[string, object]>([
  [
    'user_send_text',
    { kind: 'message', text: 'Tờ khai của tôi bị treo', quotedMessageId: 'quoted-1', attachments: [] },
  ],
  ['user_send_image', { kind: 'message', text: 'ảnh chụp màn hình', attachments: [image] }],
  ['user_send_gif', { kind: 'message', attachments: [{ type: 'gif', url: 'https://z.zdn.vn/a.gif' }] }],
  [
    'user_send_link',
    { kind: 'message', attachments: [{ type: 'link', url: 'https://customs.gov.vn', description: 'Cổng thông tin' }] },
  ],
  ['user_send_audio', { kind: 'message', attachments: [{ type: 'audio', url: 'https://voice.zdn.vn/1.amr' }] }],
  ['user_send_video', { kind: 'message', attachments: [{ type: 'video', description: 'container' }] }],
  ['user_send_sticker', { kind: 'message', attachments: [{ type: 'sticker', id: '46981' }] }],
  [
    'user_send_location',
    { kind: 'message', attachments: [{ type: 'location', latitude: 20.8449, longitude: 106.6881 }] },
  ],
  [
    'user_send_file',
    {
      kind: 'message',
      attachments: [
        {
          type: 'file',
          url: 'https://file.zdn.vn/1',
          name: 'To khai 10512345.pdf',
          sizeBytes: 120_934,
          checksum: '0cc175b9c0f1b6a831c399e269772661',
          contentType: 'pdf',
        },
      ],
    },
  ],
  [
    'user_send_business_card',
    { kind: 'message', text: 'Nguyễn Văn An', attachments: [{ type: 'businessCard', phone: '84912345678' }] },
  ],
  ['oa_send_text', { kind: 'echo', text: 'Kính chào Quý doanh nghiệp', adminId: '7766554433221100998' }],
  ['oa_send_image', { kind: 'echo', attachments: [image] }],
  ['oa_send_gif', { kind: 'echo', attachments: [{ type: 'gif' }] }],
  ['oa_send_list', { kind: 'echo', attachments: [{ type: 'link' }] }],
  ['oa_send_file', { kind: 'echo', attachments: [{ type: 'file', name: 'Tra loi.pdf' }] }],
  ['oa_send_sticker', { kind: 'echo', attachments: [{ type: 'sticker' }] }],
  ['oa_send_template', { kind: 'echo', attachments: [{ type: 'template', text: 'Chọn một mục', zinstantId: 'zi-1' }] }],
  ['user_received_message', { kind: 'received', messageId }],
  ['user_received_message.person-first', { kind: 'received', messageId }],
  ['user_seen_message', { kind: 'seen', messageIds: [messageId, 'second'] }],
  ['user_seen_message.person-first', { kind: 'seen', messageIds: [messageId, 'second'] }],
  ['user_reacted_message', { kind: 'reaction', by: 'person', messageId, icon: '/-strong' }],
  ['oa_reacted_message', { kind: 'reaction', by: 'account', messageId, icon: '/-heart' }],
  ['follow', { kind: 'follow', source: 'oa_profile' }],
  ['unfollow', { kind: 'unfollow' }],
  ['user_click_chatnow', { kind: 'chatNow' }],
  [
    'user_submit_info',
    {
      kind: 'userInfo',
      info: {
        ...info,
        givenPhone: '84912345678',
        birthDate: '01/02/1985',
        gender: '1',
        address: '22 Điện Biên Phủ',
        ward: 'Ngô Quyền',
        city: 'Hải Phòng',
      },
    },
  ],
  [
    'user_submit_info.flat',
    { kind: 'userInfo', info: { ...info, district: 'Ngô Quyền', ward: 'Máy Tơ', city: 'Hải Phòng' } },
  ],
  ['user_submit_info.in-text', { kind: 'userInfo', info: { ...info, givenPhone: '0912345678' } }],
  ['user_withdraw', { kind: 'withdrawal' }],
  ['update_user_info', { kind: 'userUpdated' }],
  [
    'widget_interaction_accepted',
    { kind: 'widgetAccepted', userExternalId: 'ENT-42', url: 'https://desk.example.vn/' },
  ],
  ['oa_send_consent', { kind: 'call', step: 'consentAsked' }],
  ['user_reply_consent', { kind: 'call', step: 'consentAnswered' }],
  ['user_call_oa', { kind: 'call', step: 'personCalled' }],
  ['oa_call_user', { kind: 'call', step: 'accountCalled' }],
])('%s is read, and names the account and the person', (name, expected) => {
  const event = parseOaEvent(oaPayload(name), known);

  expect(event).toMatchObject({ ...expected, oaId, userId: person, occurredAt: new Date(1_700_000_000_123) });
});

test.each<[string, object]>([
  ['add_user_to_tag', { kind: 'tag', change: 'added', tagName: 'Doanh nghiệp', userIds: [person] }],
  ['remove_user_from_tag', { kind: 'tag', change: 'removed', userIds: [person] }],
  ['remove_tag', { kind: 'tag', change: 'deleted', tagName: 'Doanh nghiệp', userIds: [] }],
  ['permission_revoked', { kind: 'permissionRevoked' }],
  ['extension_purchased', { kind: 'extensionPurchased' }],
  ['shop_has_order', { kind: 'shopOrder' }],
  ['widget_failed_to_sync_user_external_id', { kind: 'widgetSyncFailed' }],
  [
    'anonymous_send_text',
    { kind: 'anonymousMessage', anonymousId: 'anon-77f0', conversationId: 'conv-1', text: 'Cho hỏi' },
  ],
  ['anonymous_send_image', { kind: 'anonymousMessage', attachments: [image] }],
  ['anonymous_send_file', { kind: 'anonymousMessage', attachments: [{ type: 'file' }] }],
  ['anonymous_send_sticker', { kind: 'anonymousMessage', attachments: [{ type: 'sticker' }] }],
  ['oa_send_anonymous_text', { kind: 'anonymousEcho', anonymousId: 'anon-77f0' }],
  ['oa_send_anonymous_image', { kind: 'anonymousEcho' }],
  ['oa_send_anonymous_file', { kind: 'anonymousEcho' }],
  ['oa_send_anonymous_sticker', { kind: 'anonymousEcho' }],
  ['user_send_group_text', { kind: 'groupMessage', groupId: 'group-9001', senderId: person, text: 'Chào cả nhóm' }],
  ['oa_send_group_text', { kind: 'groupEcho', groupId: 'group-9001', senderId: oaId }],
  ['create_group', { kind: 'groupChanged', groupId: 'group-9001' }],
  ['user_join_group', { kind: 'groupChanged', groupId: 'group-9001' }],
  [
    'user_received_message.template',
    {
      kind: 'templateReceived',
      messageId,
      trackingId: 'req-1-event-9',
      recipient: '84912345678',
      deliveredAt: new Date(1_700_000_001_000),
    },
  ],
  [
    'user_feedback',
    {
      kind: 'templateFeedback',
      rate: 5,
      note: 'Rất nhanh',
      feedbacks: ['Nhân viên nhiệt tình'],
      trackingId: 'req-1-event-9',
    },
  ],
  ['user_click_response_button', { kind: 'templateResponse', messageId, data: 'yes' }],
  ['change_template_status', { kind: 'templateStatus', templateId: '301', before: 'PENDING_REVIEW', after: 'ENABLE' }],
  ['change_oa_daily_quota', { kind: 'dailyQuota', before: 500, after: 5000 }],
  ['change_template_quality', { kind: 'templateChanged', templateId: '301' }],
  ['event_journey_time_out', { kind: 'templateChanged' }],
])('%s is read, and names the account', (name, expected) => {
  expect(parseOaEvent(oaPayload(name), known)).toMatchObject({ ...expected, oaId });
});

test('no delivery of the catalogue is unknown or malformed', () => {
  const kinds = oaPayloadNames.map((name) => [name, parseOaEvent(oaPayload(name), known).kind]);

  expect(kinds.length).toBeGreaterThan(70);
  expect(kinds.filter(([, kind]) => kind === 'unknown' || kind === 'malformed')).toEqual([]);
});

test('when no account is known the usual order of the two parties decides', () => {
  const nobody = { oaIds: [] };

  expect(parseOaEvent(oaPayload('user_send_text'), nobody)).toMatchObject({ oaId, userId: person });
  expect(parseOaEvent(oaPayload('user_seen_message'), nobody)).toMatchObject({ oaId, userId: person });
});

test('an event of a name nobody has described is kept whole', () => {
  const body = { event_name: 'user_send_hologram', oa_id: oaId, timestamp: '1700000000123', what: 1 };

  expect(parseOaEvent(body, known)).toEqual({
    kind: 'unknown',
    eventName: 'user_send_hologram',
    oaId,
    occurredAt: new Date(1_700_000_000_123),
    raw: body,
  });
});

test('an attachment of a type nobody has described is kept whole', () => {
  const raw = { type: 'hologram', payload: { url: 'https://z.zdn.vn/h' } };
  const body = {
    ...oaPayload('user_send_image'),
    message: { msg_id: 'm1', attachments: [raw, { type: 'image' }, null] },
  };

  expect(parseOaEvent(body, known)).toMatchObject({
    kind: 'message',
    attachments: [
      { type: 'unknown', named: 'hologram', raw },
      { type: 'unknown', named: 'image' },
      { type: 'unknown' },
    ],
  });
});

test.each([
  ['nothing', undefined],
  ['a text', 'user_send_text'],
  ['a list', []],
  ['no name', { sender: { id: person } }],
  ['a message from nobody', { event_name: 'user_send_text', message: { msg_id: 'm1', text: 'a' } }],
  ['a message without an id', { ...oaPayload('user_send_text'), message: { text: 'a' } }],
  ['shared details without details', { ...oaPayload('user_submit_info'), info: undefined }],
  ['a name from the prototype', { event_name: 'user_send_text', __proto__: { sender: {} } }],
])('%s is malformed and kept', (_, body) => {
  expect(parseOaEvent(body, known)).toMatchObject(
    body === undefined ? { kind: 'malformed' } : { kind: 'malformed', raw: body },
  );
});

test('ids that arrive as bare integers are the same ids', () => {
  const text = JSON.stringify(oaPayload('user_send_text')).replaceAll(/"(\d{19})"/g, '$1');

  expect(text).toContain(`"id":${person}`);
  expect(parseOaEvent(parseJson(text), known)).toEqual(parseOaEvent(oaPayload('user_send_text'), known));
});

test('however a delivery is damaged, it is read as something', () => {
  const junk = fc.oneof(fc.constant(undefined), fc.constant(null), fc.jsonValue(), fc.bigInt().map(String));

  fc.assert(
    fc.property(fc.constantFrom(...oaPayloadNames), fc.infiniteStream(fc.nat(9)), junk, (name, dice, value) => {
      const damage = (part: unknown): unknown => {
        if (dice.next().value === 0) return value;
        if (Array.isArray(part)) return part.map(damage);
        if (typeof part !== 'object' || part === null) return part;
        return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, damage(inner)]));
      };

      expect(parseOaEvent(damage(oaPayload(name)), known)).toHaveProperty('kind');
    }),
    { numRuns: 500 },
  );
});
