import fc from 'fast-check';
import { expect, test } from 'vitest';
import { problemWith } from '../../src/oa/limits.ts';
import type { Button, OutgoingMessage } from '../../src/oa/outgoing.ts';
import { openAccount, person } from '../support/accounts.ts';
import { accepts, networkThat } from '../support/network.ts';

function aButton(changes: Partial<Button> = {}): Button {
  return { title: 'Đồng ý', action: { do: 'say', payload: '#yes' }, ...changes };
}

function textWith(button: Partial<Button>): OutgoingMessage {
  return { kind: 'text', text: 'Chọn', buttons: [aButton(button)] };
}

const element = { title: 'Mục', subtitle: 'Chi tiết' };
const request = {
  kind: 'requestUserInfo',
  title: 'Tên',
  subtitle: 'Để liên hệ',
  imageUrl: 'https://z.vn/a.png',
} as const;

test.each<[string, OutgoingMessage]>([
  ['2000 characters', { kind: 'text', text: 'a'.repeat(2000) }],
  ['2000 letters that were typed with separate marks', { kind: 'text', text: 'e\u0301'.repeat(2000) }],
  ['five buttons', { kind: 'text', text: 'Chọn', buttons: Array.from({ length: 5 }, () => aButton()) }],
  ['a title of 100', textWith({ title: 'a'.repeat(100) })],
  ['a payload of 1000', textWith({ action: { do: 'sayHidden', payload: 'a'.repeat(1000) } })],
  ['a text message of 160', textWith({ action: { do: 'sms', phone: '0912345678', content: 'a'.repeat(160) } })],
  ['a link', textWith({ action: { do: 'open', url: 'https://customs.gov.vn' }, iconUrl: 'https://z.vn/i.png' })],
  ['a call', textWith({ action: { do: 'call', phone: '0225 3859860' } })],
  ['five entries', { kind: 'list', elements: [element, ...Array.from({ length: 4 }, () => ({ title: 'Mục' }))] }],
  ['a subtitle of 500', { ...request, subtitle: 'a'.repeat(500) }],
  ['an uploaded image', { kind: 'image', image: { attachmentId: 'a1' }, caption: 'Biên bản' }],
  ['a GIF with its size', { kind: 'gif', attachmentId: 'a1', width: 10, height: 20 }],
  ['a sticker', { kind: 'sticker', attachmentId: 's1' }],
  ['a file', { kind: 'file', token: 't1' }],
])('%s can be sent', (_, message) => {
  expect(problemWith(message)).toBeUndefined();
});

test.each<[string, OutgoingMessage]>([
  ['an empty text', { kind: 'text', text: '' }],
  ['2001 characters', { kind: 'text', text: 'a'.repeat(2001) }],
  ['1001 emoji, which take two units each', { kind: 'text', text: '🚢'.repeat(1001) }],
  ['six buttons', { kind: 'text', text: 'Chọn', buttons: Array.from({ length: 6 }, () => aButton()) }],
  ['an empty title', textWith({ title: '' })],
  ['a title of 101', textWith({ title: 'a'.repeat(101) })],
  ['a payload of 1001', textWith({ action: { do: 'say', payload: 'a'.repeat(1001) } })],
  ['a text message of 161', textWith({ action: { do: 'sms', phone: '0912345678', content: 'a'.repeat(161) } })],
  ['a call to nowhere', textWith({ action: { do: 'call', phone: '113' } })],
  ['a link without encryption', textWith({ action: { do: 'open', url: 'http://customs.gov.vn' } })],
  ['a link that is none', textWith({ action: { do: 'open', url: 'customs' } })],
  ['an icon without encryption', textWith({ iconUrl: 'http://z.vn/i.png' })],
  ['an image without encryption', { kind: 'image', image: { url: 'http://z.vn/a.png' } }],
  ['an image without an id', { kind: 'image', image: { attachmentId: '' } }],
  ['a long caption', { kind: 'image', image: { attachmentId: 'a' }, caption: 'a'.repeat(2001) }],
  ['a GIF without a size', { kind: 'gif', attachmentId: 'a', width: 0, height: 5 }],
  ['a list without entries', { kind: 'list', elements: [] }],
  ['six entries', { kind: 'list', elements: Array.from({ length: 6 }, () => element) }],
  ['a first entry without a subtitle', { kind: 'list', elements: [{ title: 'Mục' }] }],
  ['an entry with a title of 101', { kind: 'list', elements: [{ ...element, title: 'a'.repeat(101) }] }],
  ['a subtitle of 501', { ...request, subtitle: 'a'.repeat(501) }],
  [
    'a list with six buttons',
    { kind: 'list', elements: [element], buttons: Array.from({ length: 6 }, () => aButton()) },
  ],
  ['a request without an image', { ...request, imageUrl: '' }],
  ['a file without a token', { kind: 'file', token: '' }],
])('%s is refused without asking the platform', async (_, message) => {
  const network = networkThat(accepts({}));

  const result = await openAccount(network.fetch).send(person, message);

  expect(result).toMatchObject({ ok: false, error: { category: 'parameter', whatToDo: 'fix' } });
  expect(network.asked).toEqual([]);
});

test('any text of at most 2000 units in composed form is fine, any longer one is not', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 2100, size: 'max' }), (text) => {
      fc.pre(text.trim() !== '');
      const fits = text.normalize('NFC').length <= 2000;
      expect(problemWith({ kind: 'text', text }) === undefined).toBe(fits);
    }),
    { numRuns: 50 },
  );
});
