import { tmpdir } from 'node:os';
import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { deliverPass } from '../../src/channel/delivering.ts';
import { receivePass } from '../../src/channel/receiving.ts';
import { openWebchat } from '../../src/channel/webchat/webchat.ts';
import { act } from '../../src/desk/act.ts';
import { reply } from '../../src/desk/cases/reply.ts';
import { openLog } from '../../src/log.ts';
import { keepArrival } from '../../src/store/inbox.ts';
import { threadOfConversation } from '../../src/store/messages.ts';
import { conversations } from '../../src/store/schema/conversations.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { openTelegramBot } from '../support/telegram-bot.ts';
import { settle as settleTelegram } from '../support/telegram-talk.ts';
import { openZaloOa } from '../support/zalo-oa.ts';
import { zaloPerson } from '../support/zalo-person.ts';

/** A person on some platform, and what they read there without the platform's dress. */
interface Reader {
  writes(text: string): Promise<void>;
  presses(label: string): Promise<void>;
  settle(): Promise<void>;
  read(): Promise<string[]>;
}

const now = '2026-11-23T09:15:00+07:00';

test('an issue is raised, answered and confirmed in the same words on Telegram, on Zalo and in the web chat', async () => {
  const told = {
    telegram: await raise(onTelegram),
    zalo: await raise(onZalo),
    webchat: await raise(onTheWeb),
  };

  expect(told.zalo).toEqual(told.telegram);
  expect(told.webchat).toEqual(told.telegram);
  await expect(`${told.telegram.join('\n\n---\n\n')}\n`).toMatchFileSnapshot('../transcripts/same-words.txt');
});

async function raise(open: (desk: TestDesk) => Promise<Reader & AsyncDisposable>): Promise<string[]> {
  await using desk = await openDesk({ now });
  await using mai = await open(desk);

  await mai.writes('xin chào');
  await mai.presses('Đồng ý');
  await mai.writes('tk 107705060720 nop du ctu tu 10h hom qua ma ch duyet, hang dang o cang kv3');
  await mai.presses('Gửi');
  const reference = /VM-\d{4}-\d{6}/.exec((await mai.read()).at(-1) ?? '')?.[0] ?? '';
  const by = { kind: 'officer', officerId: desk.organisation.officers.lan.id } as const;
  await act(desk, by, (current) => reply(current, { reference, text: 'Đã duyệt lúc 09:35.', next: 'resolve' }));
  await mai.settle();
  await mai.presses('Đã giải quyết');
  return await mai.read();
}

async function onTelegram(desk: TestDesk): Promise<Reader & AsyncDisposable> {
  const bot = await openTelegramBot(desk);
  const person = bot.standIn.person(900_100, { name: 'Trần Thị Mai' });
  const settle = () => settleTelegram(desk, bot);
  return {
    async writes(text) {
      person.write(text);
      await settle();
    },
    async presses(label) {
      person.press(label);
      await settle();
    },
    settle,
    read: async () => person.received.map(({ text }) => text),
    [Symbol.asyncDispose]: () => bot[Symbol.asyncDispose](),
  };
}

async function onZalo(desk: TestDesk): Promise<Reader & AsyncDisposable> {
  const oa = await openZaloOa(desk);
  const person = zaloPerson(oa, '8274619301845517203', 'Trần Thị Mai');
  return {
    writes: person.writes,
    presses: person.presses,
    settle: oa.settle,
    // More choices than buttons are numbered under the text.
    read: async () => person.onZalo.received.map(({ text }) => text.split('\n\nTrả lời bằng số:')[0] ?? ''),
    [Symbol.asyncDispose]: () => oa[Symbol.asyncDispose](),
  };
}

async function onTheWeb(desk: TestDesk): Promise<Reader & AsyncDisposable> {
  const channel = openWebchat({ uploadsDirectory: tmpdir() });
  const address = 'A'.repeat(43);
  const parts = { desk, channels: [channel], log: openLog('silent') };
  let count = 0;

  async function settle(): Promise<void> {
    while ((await receivePass(parts)) + (await deliverPass(parts)) > 0);
  }
  async function does(content: { kind: 'text'; text: string } | { kind: 'choice'; value: string }): Promise<void> {
    count += 1;
    const envelope = { address, clientId: `m${count}`, senderName: 'Trần Thị Mai', language: 'vi', replyTo: null };
    const body = JSON.stringify({ ...envelope, ...content });
    const arrival = { channel: channel.name, account: channel.account, updateId: `${address}/m${count}`, address };
    await keepArrival(desk.database.db, { ...arrival, body, state: 'pending' }, desk.clock.now());
    await settle();
  }
  async function thread() {
    const [chat] = await desk.database.db
      .select()
      .from(conversations)
      .where(eq(conversations.address, address))
      .orderBy(asc(conversations.id));
    return chat === undefined ? [] : threadOfConversation(desk.database.db, chat.id, { limit: 100 });
  }

  return {
    writes: (text) => does({ kind: 'text', text }),
    async presses(label) {
      const offered = (await thread()).flatMap(({ choices }) => choices?.flat() ?? []);
      await does({ kind: 'choice', value: offered.findLast((choice) => choice.label === label)?.value ?? '' });
    },
    settle,
    // The page shows the marks of emphasis as bold.
    read: async () =>
      (await thread()).filter(({ author }) => author !== 'person').map(({ text }) => text.replaceAll('*', '')),
    [Symbol.asyncDispose]: async () => undefined,
  };
}
