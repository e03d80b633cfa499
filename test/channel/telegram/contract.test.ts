import { createServer, type Server } from 'node:http';
import { openTelegram } from '../../../src/channel/telegram/telegram.ts';
import { startTelegramStandIn, type TelegramStandIn } from '../../support/telegram-stand-in.ts';
import { type Answer, behavesAsAChannel, type Rig } from '../contract.ts';
import { payload } from './payloads.ts';

// Telegram has no window in which alone one may write.
behavesAsAChannel(openRig, ['windowClosed']);

async function openRig(): Promise<Rig> {
  const telegram = await startTelegramStandIn();
  const bodies: unknown[] = [];
  const hook = await openHook(bodies);
  await fetch(`${telegram.apiRoot}/bot${telegram.token}/setWebhook?url=${hook.url}`);

  const person = telegram.person(5123456789);
  const bytes = new TextEncoder().encode('%PDF-1.7 tờ khai');
  await person.write('Xin chào').delivered;
  await person.sendDocument({ name: 'to-khai.pdf', mediaType: 'application/pdf', bytes }, 'Tờ khai').delivered;
  await person.send({ sticker: { emoji: '👍', file_id: 'CAAC', file_unique_id: 'AgAD' } }).delivered;
  await person.sendLocation(20.865139, 106.68383).delivered;
  await person.send({ contact: { phone_number: '+84912345678', first_name: 'An', user_id: person.chatId } }).delivered;
  await person.block().delivered;
  await person.unblock().delivered;
  const [text, file, unsupported, place, contact, blocked] = bodies;

  return {
    channel: openTelegram({ token: telegram.token, apiRoot: telegram.apiRoot, answerWithinMs: 1_000 }),
    cutOff: openTelegram({ token: telegram.token, apiRoot: 'http://127.0.0.1:1' }),
    person: String(person.chatId),
    stranger: '42',
    secrets: [telegram.token, telegram.token.split(':')[1] ?? ''],
    deliveries: {
      text: { body: text, says: 'Xin chào' },
      file: { body: file, caption: 'Tờ khai', bytes },
      unsupported,
      ignored: ['group-message', 'bot-message', 'pinned-message', 'live-location-moved', 'unknown-kind'].map(payload),
      place: { body: place, latitude: 20.865139, longitude: 106.68383 },
      contact: { body: contact, phone: '84912345678', isVouched: true },
      blocked,
    },
    answer: (how) => prepare(telegram, how),
    seen: () => person.received.filter(({ fileName }) => fileName === null).map((message) => message.text),
    gotFiles: () => person.received.flatMap(({ fileName }) => fileName ?? []),
    async choose(label) {
      await person.press(label).delivered;
      return bodies.at(-1);
    },
    async forgeChoice() {
      const [button] = person.received.at(-1)?.rows.flat() ?? [];
      const neighbour = telegram.person(5_123_456_790);
      neighbour.start();
      await fetch(`${telegram.apiRoot}/bot${telegram.token}/sendMessage?chat_id=${neighbour.chatId}&text=x`);
      await neighbour.pressForged(button?.data ?? '').delivered;
      return bodies.at(-1);
    },
    async [Symbol.asyncDispose]() {
      await telegram.close();
      hook.server.closeAllConnections();
      await new Promise((resolve) => hook.server.close(resolve));
    },
  };
}

function prepare(telegram: TelegramStandIn, how: Answer): void {
  if (how === 'blocked')
    telegram.failNext({ kind: 'error', code: 403, description: 'Forbidden: bot was blocked by the user' });
  if (how === 'busy') telegram.failNext({ kind: 'tooMany', retryAfterSeconds: 7 });
  if (how === 'broken') telegram.failNext({ kind: 'error', code: 502 });
  if (how === 'silent') telegram.failNext({ kind: 'hang', accepted: false });
  if (how === 'acceptAndSilent') telegram.failNext({ kind: 'reset', accepted: true });
}

async function openHook(bodies: unknown[]): Promise<{ url: string; server: Server }> {
  const server = createServer(async (request, response) => {
    bodies.push(await new Response(await Array.fromAsync(request).then(Buffer.concat)).json());
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`, server };
}
