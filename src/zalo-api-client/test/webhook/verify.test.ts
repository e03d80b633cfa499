import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isProbe } from '../../src/webhook/probe.ts';
import { signWebhook, verifyWebhook } from '../../src/webhook/verify.ts';
import { oaPayload } from '../support/payloads.ts';

const appId = '1234567890';
const secret = 'testsecret';
const body = '{"app_id":"1234567890","event_name":"follow","timestamp":"1700000000000"}';
const mac = 'f74b9956ba6b418c0dc80f76e43da16368e563e415da53f0aa221d2f4956f357';
const ours = { appIds: [appId], secrets: [secret] };

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

test.each([`mac=${mac}`, mac, mac.toUpperCase(), `MAC=${mac}`, ` mac=${mac} `])(
  'the known signature verifies as %s',
  (header) => {
    expect(verifyWebhook(bytes(body), header, ours)).toEqual({
      ok: true,
      matchedSecretIndex: 0,
      appId,
      timestamp: '1700000000000',
    });
  },
);

test('while one secret replaces another, either verifies and the caller learns which', () => {
  const result = verifyWebhook(bytes(body), `mac=${mac}`, { appIds: ['other', appId], secrets: ['new', secret] });

  expect(result).toMatchObject({ ok: true, matchedSecretIndex: 1 });
});

test.each([
  ['no signature', body, undefined, ours, 'noSignature'],
  ['an empty signature', body, ' ', ours, 'noSignature'],
  ['half a signature', body, 'mac=f74b', ours, 'malformedSignature'],
  ['a body that is no JSON', '<xml/>', `mac=${mac}`, ours, 'malformedBody'],
  ['a body without an app', '{"timestamp":"1"}', `mac=${mac}`, ours, 'malformedBody'],
  ['somebody else’s app', body, `mac=${mac}`, { appIds: ['999'], secrets: [secret] }, 'foreignApp'],
  ['another secret', body, `mac=${mac}`, { appIds: [appId], secrets: ['appsecret'] }, 'wrongSignature'],
  ['no secret at all', body, `mac=${mac}`, { appIds: [appId], secrets: [] }, 'wrongSignature'],
  ['a body that was parsed and written again', JSON.stringify(JSON.parse(body), null, 1), mac, ours, 'wrongSignature'],
])('%s is refused', (_, text, header, known, because) => {
  expect(verifyWebhook(bytes(text), header, known)).toEqual({ ok: false, because });
});

test('a secret that was left empty verifies nothing, whoever signs with it', () => {
  const header = signWebhook(bytes(body), { appId, timestamp: '1700000000000', secret: '' });

  expect(verifyWebhook(bytes(body), header, { appIds: [appId], secrets: [''] }).ok).toBe(false);
});

test('a delivery in which any one bit was flipped is refused', () => {
  const { length } = bytes(body);

  fc.assert(
    fc.property(fc.nat(length - 1), fc.nat(7), (index, bit) => {
      const flipped = bytes(body).map((byte, at) => (at === index ? byte ^ (1 << bit) : byte));
      expect(verifyWebhook(flipped, mac, ours).ok).toBe(false);
    }),
  );
});

test('the timestamp counts with the digits it has in the body, also as a bare number', () => {
  const text = '{"app_id":1234567890,"event_name":"follow","timestamp":17000000000001234567}';
  const header = signWebhook(bytes(text), { appId, timestamp: '17000000000001234567', secret });

  expect(verifyWebhook(bytes(text), header, ours)).toMatchObject({ ok: true, timestamp: '17000000000001234567' });
});

test('bytes that are no text are signed as they are', () => {
  const raw = new Uint8Array([...bytes('{"app_id":"1234567890","timestamp":"1","x":"'), 0xff, ...bytes('"}')]);
  const header = signWebhook(raw, { appId, timestamp: '1', secret });

  expect(verifyWebhook(raw, header, ours).ok).toBe(true);
});

test.each([
  ['an empty body when the address is saved', '', undefined, true],
  ['empty braces when the address is saved', ' {} ', null, true],
  ['the sample of the check button', JSON.stringify(oaPayload('probe-sample')), `mac=${mac}`, true],
  ['an unsigned copy of the sample', JSON.stringify(oaPayload('probe-sample')), undefined, false],
  ['a real message', JSON.stringify(oaPayload('user_send_text')), `mac=${mac}`, false],
  ['a signed pair of braces', '{}', `mac=${mac}`, false],
  ['something that is no JSON', 'hello', undefined, false],
])('%s is told apart from events', (_, text, header, expected) => {
  expect(isProbe(bytes(text), header)).toBe(expected);
});
