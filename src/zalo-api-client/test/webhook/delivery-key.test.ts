import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deliveryKey } from '../../src/webhook/delivery-key.ts';
import { parseOaEvent } from '../../src/webhook/parse.ts';
import { oaId } from '../support/accounts.ts';
import { oaPayload, oaPayloadNames } from '../support/payloads.ts';

function keyOf(body: unknown): string {
  return deliveryKey(parseOaEvent(body, { oaIds: [oaId] }));
}

// The same receipt with its parties the other way round is one receipt; no two others here are one event.
const different = oaPayloadNames.filter((name) => !name.includes('person-first'));

test('no two events have one key, though many speak of one message', () => {
  const sameKind = (name: string) => /^(user|oa)_send_(?!consent)|^(oa_send_)?anonymous|^user_submit_info/.test(name);
  const keys = different.filter((name) => !sameKind(name)).map((name) => keyOf(oaPayload(name)));

  expect(new Set(keys).size).toBe(keys.length);
});

test('a message, its echo, its two receipts, a reaction and a template’s receipt keep apart', () => {
  const names = [
    'user_send_text',
    'oa_send_text',
    'user_received_message',
    'user_seen_message',
    'user_reacted_message',
  ];
  const keys = [...names, 'user_received_message.template', 'user_feedback'].map((name) => keyOf(oaPayload(name)));

  expect(new Set(keys).size).toBe(keys.length);
});

test.each(oaPayloadNames)('a retry of %s has the key of the first attempt', (name) => {
  expect(keyOf(oaPayload(name))).toBe(keyOf(structuredClone(oaPayload(name))));
});

test.each(['follow', 'user_seen_message', 'user_reacted_message', 'add_user_to_tag', 'permission_revoked'])(
  '%s at another time is another event',
  (name) => {
    expect(keyOf({ ...oaPayload(name), timestamp: '1700000000124' })).not.toBe(keyOf(oaPayload(name)));
  },
);

test('two people who follow in the same millisecond are two events', () => {
  expect(keyOf({ ...oaPayload('follow'), follower: { id: 'other' } })).not.toBe(keyOf(oaPayload('follow')));
});

test('whatever arrives has a key', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (body) => {
      expect(keyOf(body)).toMatch(/^\w+:/);
    }),
  );
});
