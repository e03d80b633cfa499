import { expect, test } from 'vitest';
import { openClient } from '../../../src/channel/telegram/client.ts';
import { startPolling } from '../../../src/channel/telegram/poll.ts';
import { startTelegramStandIn, type TelegramStandIn } from '../../support/telegram-stand-in.ts';

test('what people write arrives in order and is confirmed', async () => {
  await using standIn = await startTelegramStandIn();
  await using desk = poll(standIn);

  standIn.person(42).write('một');
  await standIn.person(43).write('hai').delivered;
  await standIn.person(42).write('ba').delivered;

  expect(desk.texts).toEqual(['một', 'hai', 'ba']);
  expect(desk.problems).toEqual([]);
});

test('a webhook that was set before is removed first', async () => {
  await using standIn = await startTelegramStandIn();
  await fetch(`${standIn.apiRoot}/bot${standIn.token}/setWebhook?url=http://127.0.0.1:1/`);

  await using desk = poll(standIn);
  await standIn.person(42).write('một').delivered;

  expect(desk.texts).toEqual(['một']);
  expect(desk.problems).toEqual([]);
});

test('an update that could not be kept is asked for again, and those after it wait their turn', async () => {
  await using standIn = await startTelegramStandIn();
  let broken = true;
  standIn.person(42).write('một');
  standIn.person(42).write('hai');
  await using desk = poll(standIn, (text) => {
    if (text !== 'hai' || !broken) return;
    broken = false;
    throw new Error('the database is away');
  });

  await standIn.person(42).write('ba').delivered;

  expect(desk.texts).toEqual(['một', 'hai', 'ba']);
  expect(desk.problems).toEqual([expect.stringMatching(/could not be kept .* the database is away/)]);
});

test('failures are told, waited out longer each time, and do not end the polling', async () => {
  await using standIn = await startTelegramStandIn();
  standIn.failNext({ kind: 'error', code: 502 }, { method: 'deleteWebhook' });
  standIn.failNext({ kind: 'error', code: 409, description: 'Conflict: other' }, { method: 'getUpdates' });
  standIn.failNext({ kind: 'reset', accepted: false }, { method: 'getUpdates' });
  standIn.failNext({ kind: 'tooMany', retryAfterSeconds: 17 }, { method: 'getUpdates' });

  await using desk = poll(standIn);
  await standIn.person(42).write('một').delivered;

  expect(desk.texts).toEqual(['một']);
  expect(desk.problems).toHaveLength(4);
  expect(desk.problems.join()).not.toContain(standIn.token.split(':')[1]);
  const [first = 0, second = 0, third = 0, fourth = 0] = desk.pauses;
  expect(first).toBeGreaterThanOrEqual(500);
  expect(second).toBeGreaterThanOrEqual(1_000);
  expect(third).toBeGreaterThanOrEqual(2_000);
  expect(fourth).toBe(17_000);
});

test('polling stops at once in the middle of a long wait', async () => {
  await using standIn = await startTelegramStandIn();
  const desk = poll(standIn);
  await standIn.person(42).write('một').delivered;

  const before = performance.now();
  await desk[Symbol.asyncDispose]();

  expect(performance.now() - before).toBeLessThan(1_000);
});

test('polling stops at once in the middle of a pause after a failure', async () => {
  const stop = new AbortController();
  const failed = Promise.withResolvers<void>();
  const polling = startPolling({
    telegram: openClient({ token: '1:secret', apiRoot: 'http://127.0.0.1:1' }),
    receive: async () => undefined,
    signal: stop.signal,
    onProblem: () => failed.resolve(),
  });
  await failed.promise;

  stop.abort();

  expect(await polling).toBeUndefined();
});

function poll(standIn: TelegramStandIn, keep: (text: string) => void = () => undefined) {
  const texts: string[] = [];
  const problems: string[] = [];
  const pauses: number[] = [];
  const stop = new AbortController();
  const polling = startPolling({
    telegram: openClient(standIn),
    async receive(update) {
      const { text } = Object(update).message;
      keep(text);
      texts.push(text);
    },
    signal: stop.signal,
    onProblem: (problem) => problems.push(problem),
    async wait(milliseconds) {
      pauses.push(milliseconds);
    },
  });
  return {
    texts,
    problems,
    pauses,
    async [Symbol.asyncDispose]() {
      stop.abort();
      await polling;
    },
  };
}
