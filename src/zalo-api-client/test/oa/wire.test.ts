import { expect, test } from 'vitest';
import type { ButtonAction, OutgoingMessage } from '../../src/oa/outgoing.ts';
import { wireMessage } from '../../src/oa/wire.ts';

function inTemplate(payload: object) {
  return { attachment: { type: 'template', payload } };
}

test.each<[string, OutgoingMessage, object]>([
  ['a text', { kind: 'text', text: 'Xin chào' }, { text: 'Xin chào' }],
  [
    'an answer to a message',
    { kind: 'text', text: 'Vâng', quotedMessageId: 'm1' },
    { text: 'Vâng', quote_message_id: 'm1' },
  ],
  [
    'a text with a button, which has no template type',
    { kind: 'text', text: 'Chọn', buttons: [{ title: 'Có', action: { do: 'say', payload: '#y' } }] },
    { text: 'Chọn', ...inTemplate({ buttons: [{ title: 'Có', type: 'oa.query.show', payload: '#y' }] }) },
  ],
  ['a text with no buttons in its list', { kind: 'text', text: 'Chọn', buttons: [] }, { text: 'Chọn' }],
  [
    'an image by address',
    { kind: 'image', image: { url: 'https://z.vn/a.png' }, caption: 'Ảnh' },
    {
      text: 'Ảnh',
      ...inTemplate({ template_type: 'media', elements: [{ media_type: 'image', url: 'https://z.vn/a.png' }] }),
    },
  ],
  [
    'an uploaded image',
    { kind: 'image', image: { attachmentId: 'a1' } },
    inTemplate({ template_type: 'media', elements: [{ media_type: 'image', attachment_id: 'a1' }] }),
  ],
  [
    'a GIF',
    { kind: 'gif', attachmentId: 'a1', width: 10, height: 20 },
    inTemplate({
      template_type: 'media',
      elements: [{ media_type: 'gif', attachment_id: 'a1', width: 10, height: 20 }],
    }),
  ],
  [
    'a sticker',
    { kind: 'sticker', attachmentId: 's1' },
    inTemplate({ template_type: 'media', elements: [{ media_type: 'sticker', attachment_id: 's1' }] }),
  ],
  ['a file', { kind: 'file', token: 't1' }, { attachment: { type: 'file', payload: { token: 't1' } } }],
  [
    'a list, whose links stand beside their type',
    {
      kind: 'list',
      elements: [
        { title: 'A', subtitle: 'a', imageUrl: 'https://z.vn/a.png', action: { do: 'open', url: 'https://z.vn' } },
        { title: 'B', action: { do: 'say', payload: '#b' } },
      ],
    },
    inTemplate({
      template_type: 'list',
      elements: [
        {
          title: 'A',
          subtitle: 'a',
          image_url: 'https://z.vn/a.png',
          default_action: { type: 'oa.open.url', url: 'https://z.vn' },
        },
        { title: 'B', default_action: { type: 'oa.query.show', payload: '#b' } },
      ],
    }),
  ],
  [
    'a request for details',
    { kind: 'requestUserInfo', title: 'Tên', subtitle: 'Để liên hệ', imageUrl: 'https://z.vn/a.png' },
    inTemplate({
      template_type: 'request_user_info',
      elements: [{ title: 'Tên', subtitle: 'Để liên hệ', image_url: 'https://z.vn/a.png' }],
    }),
  ],
])('%s has the shape the platform wants', (_, message, wire) => {
  expect(wireMessage(message)).toEqual(wire);
});

test.each<[ButtonAction, object]>([
  [
    { do: 'open', url: 'https://z.vn' },
    { type: 'oa.open.url', payload: { url: 'https://z.vn' } },
  ],
  [
    { do: 'sayHidden', payload: '#h' },
    { type: 'oa.query.hide', payload: '#h' },
  ],
  [
    { do: 'sms', phone: '0912 345 678', content: 'Xin' },
    { type: 'oa.open.sms', payload: { content: 'Xin', phone_code: '84912345678' } },
  ],
  [
    { do: 'call', phone: '+84912345678' },
    { type: 'oa.open.phone', payload: { phone_code: '84912345678' } },
  ],
])('a button that does %o has the shape the platform wants', (action, wire) => {
  const message = wireMessage({ kind: 'text', text: 'Chọn', buttons: [{ title: 'Nút', action }] });

  expect(message).toMatchObject(inTemplate({ buttons: [{ title: 'Nút', ...wire }] }));
});

test('text leaves in composed form, the form its length is counted in', () => {
  expect(wireMessage({ kind: 'text', text: 'Hải'.normalize('NFD') })).toEqual({ text: 'Hải'.normalize('NFC') });
});
