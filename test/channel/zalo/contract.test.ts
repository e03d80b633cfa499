import { openChoiceSeal } from '../../../src/channel/zalo/seal-choice.ts';
import { zaloChannelOf } from '../../support/zalo-channel.ts';
import { startZaloStandIn, type ZaloStandIn } from '../../support/zalo-stand-in.ts';
import { type Answer, behavesAsAChannel, type Rig } from '../contract.ts';
import { payload } from './payloads.ts';

behavesAsAChannel(openRig);

const ignored = ['user-reacted-message', 'anonymous-send-text', 'user-send-group-text', 'permission-revoked'];

async function openRig(): Promise<Rig> {
  const bodies: Record<string, unknown>[] = [];
  const zalo = await startZaloStandIn({
    webhook: async (body) => {
      bodies.push(JSON.parse(body));
      return 200;
    },
  });
  const person = zalo.person('8274619301845517203');
  const bytes = new TextEncoder().encode('%PDF-1.7 tờ khai');
  const body = async (pushed: { delivered: Promise<unknown> }) => {
    await pushed.delivered;
    // Our own messages are reported at the same time.
    return bodies.findLast(({ event_name: name }) => String(name).startsWith('user_send_'));
  };

  return {
    channel: zaloChannelOf(zalo),
    cutOff: zaloChannelOf(zalo, {
      apiRoot: 'http://127.0.0.1:1',
      fetch: async () => Promise.reject(refusedConnection()),
    }),
    person: person.userId,
    stranger: '42',
    secrets: [zalo.tokens.accessToken, zalo.tokens.refreshToken, zalo.account.appSecret, zalo.account.oaSecretKey],
    deliveries: {
      text: { body: await body(person.writes('Xin chào')), says: 'Xin chào' },
      // A file of Zalo's carries no words.
      file: { body: await body(person.sendsImage(bytes, 'Tờ khai')), caption: 'Tờ khai', bytes },
      unsupported: await body(person.sendsSticker()),
      ignored: ignored.map(payload),
      place: {
        body: await body(person.sendsLocation({ latitude: 20.86, longitude: 106.68 })),
        latitude: 20.86,
        longitude: 106.68,
      },
      contact: {
        body: await body(person.sendsBusinessCard({ name: 'An', phone: '84912345678' })),
        phone: '84912345678',
        isVouched: false,
      },
      blocked: { ...payload('unfollow'), follower: { id: person.userId } },
    },
    answer: (how) => prepare(zalo, how),
    seen: () => person.received.flatMap(({ kind, text }) => (kind === 'text' ? [text] : [])),
    choose: (label) => body(person.presses(label)),
    forgeChoice() {
      const ofAnother = openChoiceSeal(zalo.account.appSecret).close('1002003004', 'solved:VM-2026-000123');
      return body(person.writes(ofAnother));
    },
    gotFiles: () => person.received.flatMap(({ file }) => (file === null ? [] : [file.name])),
    [Symbol.asyncDispose]: () => zalo.close(),
  };
}

function prepare(zalo: ZaloStandIn, how: Answer): void {
  if (how === 'blocked') zalo.failNext({ kind: 'error', code: -217, message: 'User has blocked the OA' });
  if (how === 'windowClosed')
    zalo.failNext({ kind: 'error', code: -230, message: 'No interaction in the past 7 days' });
  if (how === 'busy') zalo.failNext({ kind: 'error', code: -32, message: 'Your OA reached limit call api' });
  if (how === 'broken') zalo.failNext({ kind: 'error', code: -200, message: 'Send message failed' });
  if (how === 'silent') zalo.failNext({ kind: 'hang', accepted: false });
  if (how === 'acceptAndSilent') zalo.failNext({ kind: 'reset', accepted: true });
}

function refusedConnection(): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }) });
}
