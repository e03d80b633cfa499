import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningDemo, startDemo } from './support/running-demo.ts';
import type { BotMessage } from './support/telegram-stand-in/world.ts';
import { startTelegramStandIn, type TelegramStandIn } from './support/telegram-stand-in.ts';

// No browser is needed here: these tests stand with those that start programs, one after the other.

let standIn: TelegramStandIn;
let demo: RunningDemo;

beforeAll(async () => {
  standIn = await startTelegramStandIn();
  demo = await startDemo(standIn);
  await demo.api.moveClock({ advanceWorkingMinutes: 5 });
});

afterAll(async () => {
  await demo?.[Symbol.asyncDispose]();
  await standIn?.close();
});

test('a process that is killed between receiving and answering answers once after its restart', async () => {
  const mai = standIn.person(84_900_201, { name: 'Trần Thị Mai' });
  {
    await using database = await demo.openDatabase();
    const sql = postgres(database.url, { max: 2, onnotice: () => undefined });
    const held = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    // While this is held, what is received can be kept but not handled.
    const holding = sql.begin(async (tx) => {
      await tx`lock table conversations in access exclusive mode`;
      held.resolve();
      await release.promise;
    });
    await held.promise;

    await mai.start().delivered;
    const kept = await sql`select state from inbox where address = ${String(mai.chatId)}`;
    await demo.kill9();
    release.resolve();
    await holding;
    await sql.end();
    expect(kept).toEqual([{ state: 'pending' }]);
    expect(mai.received).toEqual([]);
    await demo.restart();
  }
  await mai.waitFor(greets, 10_000);
  await quiet();

  expect(mai.received.filter(greets)).toHaveLength(1);
  expect(mai.received).toHaveLength(1);
});

test('an answer that waited for Telegram when the process was killed arrives once after its restart', async () => {
  const hai = standIn.person(84_900_202, { name: 'Lê Văn Hải' });
  const reference = await raise(hai);
  const answer = 'Container đã được xác nhận qua khu vực giám sát.';
  const hasAnswer = ({ text }: BotMessage) => text.includes(answer);

  standIn.failNext({ kind: 'error', code: 500 });
  await demo.api.reply(reference, answer);
  // Killed before it noted what Telegram said, it could not know the answer's fate: that is the next test.
  await untilFailureIsNoted(answer);
  expect(timesTried(answer)).toBe(1);
  await demo.kill9();
  expect(hai.received.filter(hasAnswer)).toEqual([]);
  await demo.restart();
  await hai.waitFor(hasAnswer, 45_000);
  await quiet();

  expect(hai.received.filter(hasAnswer)).toHaveLength(1);
  const { messages, events } = await demo.api.openCase(reference);
  expect(messages.findLast(({ author }) => author === 'officer')?.delivery).toBe('sent');
  expect(events.filter(({ type }) => type === 'replyDelivered')).toHaveLength(1);
});

test('a message whose fate nobody knows is not sent twice but shown to a person', async () => {
  const an = standIn.person(84_900_203, { name: 'Nguyễn Thị An' });
  const reference = await raise(an);
  const answer = 'Tờ khai đã được duyệt.';

  // Telegram carries it out and the process dies before it hears so.
  standIn.failNext({ kind: 'hang', accepted: true });
  await demo.api.reply(reference, answer);
  await an.waitFor(({ text }) => text.includes(answer));
  await demo.kill9();
  await demo.restart();
  await demo.api.moveClock({ advanceMinutes: 2 });
  await expect
    .poll(async () => (await demo.api.troubles()).map(({ caseReference }) => caseReference))
    .toContain(reference);
  await quiet();

  expect(an.received.filter(({ text }) => text.includes(answer))).toHaveLength(1);
  const { messages } = await demo.api.openCase(reference);
  expect(messages.findLast(({ author }) => author === 'officer')?.delivery).toBe('unknown');
});

function greets({ text }: BotMessage): boolean {
  return text.includes('trợ lý tự động');
}

async function raise(person: ReturnType<TelegramStandIn['person']>): Promise<string> {
  const hears = (words: string) => person.waitFor(({ text }) => text.includes(words), 10_000);
  person.start();
  await hears('trợ lý tự động');
  person.press('Đồng ý');
  await hears('Cảm ơn');
  person.write('TK 107705060720 container chưa được xác nhận qua khu vực giám sát ở Đình Vũ');
  await hears('Phiếu vướng mắc');
  person.press('Gửi');
  const receipt = await hears('Mã vụ việc');
  return /VM-\d{4}-\d{6}/.exec(receipt.text)?.[0] ?? '';
}

async function untilFailureIsNoted(words: string): Promise<void> {
  await using database = await demo.openDatabase();
  const sql = postgres(database.url, { max: 1, onnotice: () => undefined });
  const waiting = () => sql`
    select outbox.state, outbox.attempts from outbox join messages on messages.id = outbox.message_id
    where messages.text like ${`%${words}%`}`;
  await expect.poll(waiting).toEqual([{ state: 'queued', attempts: 1 }]);
  await sql.end();
}

function timesTried(words: string): number {
  return standIn.calls.filter(({ payload }) => String(payload.text).includes(words)).length;
}

/** Long enough for a second sending, which nothing announces: that it does not come can only be waited for. */
function quiet(): Promise<void> {
  return pause(1_500);
}
