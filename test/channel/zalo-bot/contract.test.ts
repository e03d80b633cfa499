import { openZaloBot } from '../../../src/channel/zalo-bot/zalo-bot.ts';
import { startZaloStandIn, type ZaloStandIn } from '../../support/zalo-stand-in.ts';
import { type Answer, behavesAsAChannel, type Rig } from '../contract.ts';
import { openHook } from './hook.ts';

// The platform has no word for a person who blocked the bot. A used-up allowance is its closed window.
behavesAsAChannel(openRig, ['blocked']);

async function openRig(): Promise<Rig> {
  const zalo = await startZaloStandIn();
  const { bodies, ...hook } = await openHook();
  await hook.receive(zalo);
  const person = zalo.botPerson('0a1b2c3d4e5f60718293');
  const bytes = new TextEncoder().encode('%PDF-1.7 tờ khai');
  const options = { token: zalo.botToken, clock: { now: () => new Date('2026-11-22T02:00:00Z') } };
  const body = async (sent: { delivered: Promise<boolean> }) => {
    await sent.delivered;
    return bodies.at(-1);
  };
  const text = await body(person.writes('Xin chào'));

  return {
    channel: openZaloBot({
      ...options,
      apiRoot: zalo.origin,
      fetch,
      mediaHosts: [zalo.origin],
      answerWithinSeconds: 0.5,
    }),
    cutOff: openZaloBot({
      ...options,
      apiRoot: zalo.origin,
      fetch: () => Promise.reject(refusedConnection()),
      mediaHosts: [zalo.origin],
    }),
    person: person.chatId,
    stranger: 'ffffffffffffffffffff',
    secrets: [zalo.botToken, zalo.botToken.split(':')[1] ?? ''],
    deliveries: {
      text: { body: text, says: 'Xin chào' },
      file: { body: await body(person.sendsImage(bytes, 'Tờ khai')), caption: 'Tờ khai', bytes },
      unsupported: await body(person.sendsSticker()),
      ignored: [
        {},
        { ok: true, result: {} },
        { event_name: 'message.poll.received', message: { chat: { id: 'a' } } },
        { event_name: 'message.text.received', message: { text: 'không có phòng trò chuyện' } },
        { event_name: 'message.text.received', message: { ...messageIn(text), from: { id: 'bot', is_bot: true } } },
      ],
    },
    answer: (how) => prepare(zalo, how),
    seen: () => person.received.map((message) => message.text),
    async choose(label) {
      const line = person.received
        .at(-1)
        ?.text.split('\n')
        .find((each) => each.endsWith(`. ${label}`));
      return body(person.writes(line?.split('.')[0] ?? label));
    },
    async [Symbol.asyncDispose]() {
      await zalo.close();
      await hook.close();
    },
  };
}

function prepare(zalo: ZaloStandIn, how: Answer): void {
  const fail = (fault: Parameters<ZaloStandIn['failNext']>[0]) => zalo.failNext(fault, { path: '/bot/sendMessage' });
  if (how === 'windowClosed') fail({ kind: 'error', code: 429, message: 'Quota exceeded: messages' });
  if (how === 'busy') fail({ kind: 'http', status: 429 });
  if (how === 'broken') fail({ kind: 'error', code: 403, message: 'Internal server error' });
  if (how === 'silent') fail({ kind: 'hang', accepted: false });
  if (how === 'acceptAndSilent') fail({ kind: 'reset', accepted: true });
}

function refusedConnection(): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }) });
}

function messageIn(body: unknown): object {
  const { result } = body as { result: { message: object } };
  return result.message;
}
