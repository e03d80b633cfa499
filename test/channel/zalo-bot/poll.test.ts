import { expect, test, vi } from 'vitest';
import { openBotClient } from 'zalo-api-client';
import { pollZaloBot } from '../../../src/channel/zalo-bot/poll.ts';
import { read } from '../../../src/channel/zalo-bot/read.ts';
import { startZaloStandIn, type ZaloStandIn } from '../../support/zalo-stand-in.ts';
import { setWebhook } from './hook.ts';

function clientOf(zalo: ZaloStandIn) {
  const clock = { now: () => new Date('2026-11-22T02:00:00Z') };
  return openBotClient({ fetch, clock, token: zalo.botToken, apiRoot: zalo.origin });
}

test('what people say is received in order, each kept before the next is asked for', async () => {
  await using zalo = await startZaloStandIn();
  const an = zalo.botPerson('0a1b2c3d4e5f60718293');
  for (const text of ['một', 'hai', 'ba']) an.writes(text);
  const stopping = new AbortController();
  const kept: unknown[] = [];
  let isKeeping = false;

  await pollZaloBot({
    client: clientOf(zalo),
    async receive(body) {
      expect(isKeeping).toBe(false);
      isKeeping = true;
      await new Promise(setImmediate);
      isKeeping = false;
      kept.push(read(body));
      if (kept.length === 3) stopping.abort();
    },
    signal: stopping.signal,
    onProblem: () => undefined,
    pollSeconds: 1,
  });

  expect(kept).toMatchObject(['một', 'hai', 'ba'].map((text) => ({ message: { content: { text } } })));
});

test('an update that cannot be kept is held until it can: Zalo gives it only once', async () => {
  await using zalo = await startZaloStandIn();
  zalo.botPerson('0a1b2c3d4e5f60718293').writes('chỉ có một lần');
  const stopping = new AbortController();
  const problems: string[] = [];
  let attempts = 0;

  await pollZaloBot({
    client: clientOf(zalo),
    async receive() {
      attempts += 1;
      if (attempts < 3) throw new Error('the database is away');
      stopping.abort();
    },
    signal: stopping.signal,
    onProblem: (problem) => problems.push(problem),
    pollSeconds: 1,
    wait: async () => undefined,
  });

  expect(attempts).toBe(3);
  expect(problems).toHaveLength(2);
  expect(zalo.calls.filter(({ path }) => path === '/bot/getUpdates')).toHaveLength(1);
});

test('a webhook that is set, before or meanwhile, is removed; and no failure names the token', async () => {
  await using zalo = await startZaloStandIn();
  await setWebhook(zalo, 'http://127.0.0.1:9/');
  const stopping = new AbortController();
  const problems: string[] = [];
  let texts = 0;
  const an = zalo.botPerson('0a1b2c3d4e5f60718293');

  const polling = pollZaloBot({
    client: clientOf(zalo),
    async receive() {
      texts += 1;
      if (texts === 1)
        zalo.failNext(
          { kind: 'error', code: 400, message: 'Bad Request: webhook is set' },
          { path: '/bot/getUpdates' },
        );
      else stopping.abort();
      an.writes('hai');
    },
    signal: stopping.signal,
    onProblem: (problem) => problems.push(problem),
    pollSeconds: 1,
    wait: async () => undefined,
  });
  await vi.waitFor(() => expect(zalo.calls.some(({ path }) => path === '/bot/getUpdates')).toBe(true));
  an.writes('một');
  await polling;

  expect(texts).toBe(2);
  expect(zalo.calls.filter(({ path }) => path === '/bot/deleteWebhook')).toHaveLength(2);
  expect(problems.join()).not.toContain(zalo.botToken);
});
