import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import type { Hono } from 'hono';
import { expect, test } from 'vitest';
import { signWebhook } from 'zalo-api-client';
import type { Channel } from '../../src/channel/port.ts';
import { receivePass } from '../../src/channel/receiving.ts';
import { openTelegram } from '../../src/channel/telegram/telegram.ts';
import { telegramWebhook } from '../../src/http/telegram-webhook.ts';
import { zaloWebhook } from '../../src/http/zalo-webhook.ts';
import { openLog } from '../../src/log.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';
import { zaloChannelOf } from '../support/zalo-channel.ts';
import { startZaloStandIn } from '../support/zalo-stand-in.ts';
import { withDamage } from './contract.ts';
import * as telegramPayloads from './telegram/payloads.ts';
import * as zaloPayloads from './zalo/payloads.ts';

// A look at each run of the suite; `MALFORMED_DELIVERIES=50000` goes through the whole lot on each platform.
const count = Number(process.env.MALFORMED_DELIVERIES ?? 1500);
const seed = Number(process.env.MALFORMED_SEED ?? 20_261_122);
const secret = 'bi-mat-cua-tin-hong-0123';
const fewMinutes = 20 * 60_000;

test(
  `${count} broken deliveries in the name of Telegram break nothing: no 5xx, and nothing is half-written`,
  async () => {
    await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
    const channel = openTelegram({ token: '123456789:AAmalformed', apiRoot: 'http://127.0.0.1:1', answerWithinMs: 50 });
    const app = telegramWebhook({ desk, channel, secret, onRefused: () => undefined });
    const bodies = telegramPayloads.payloadNames.map(telegramPayloads.payload);

    const answers = await deliver(desk, channel, brokenDeliveries(bodies), (body) =>
      post(app, '/webhooks/telegram', body, { 'x-telegram-bot-api-secret-token': secret }),
    );

    expect(unexpected(answers)).toEqual([]);
    // Else the run would only have tried the door.
    expect(await handled(desk)).toBeGreaterThan(count / 20);
    expect(await halfWritten(desk)).toEqual({ unhandled: 0, givenUp: 0, unanchored: 0, twice: 0, unsaid: 0 });
  },
  fewMinutes,
);

test(
  `${count} broken deliveries in the name of Zalo break nothing: no 5xx, and nothing is half-written`,
  async () => {
    await using desk = await openDesk({ now: '2026-11-23T09:00:00+07:00' });
    await using standIn = await startZaloStandIn();
    const channel = zaloChannelOf(standIn);
    const { appId, oaSecretKey } = standIn.account;
    const app = zaloWebhook({ desk, channel, appId, secrets: [oaSecretKey], onRefused: () => undefined });
    const bodies = zaloPayloads.payloadNames.map((name) => ({ ...zaloPayloads.payload(name), app_id: appId }));

    const answers = await deliver(desk, channel, brokenDeliveries(bodies), (body) => {
      // Most are signed by the platform all the same: what is broken is what it says.
      const timestamp = /"timestamp"\s*:\s*"?(\d+)/.exec(Buffer.from(body).toString('latin1'))?.[1] ?? '0';
      return post(app, '/webhooks/zalo', body, {
        'x-zevent-signature': signWebhook(body, { appId, timestamp, secret: oaSecretKey }),
      });
    });

    expect(unexpected(answers)).toEqual([]);
    // Else the run would only have tried the door.
    expect(await handled(desk)).toBeGreaterThan(count / 20);
    expect(await halfWritten(desk)).toEqual({ unhandled: 0, givenUp: 0, unanchored: 0, twice: 0, unsaid: 0 });
  },
  fewMinutes,
);

/** Real shapes with one to five values damaged, and sometimes the text itself: cut, mangled, padded, not JSON at all. */
function brokenDeliveries(bodies: readonly unknown[]): Uint8Array<ArrayBuffer>[] {
  const odd = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('\u0000', '\uD800', '💥'.repeat(3000), -1, 2 ** 53, 1e308, '', null, [], {}),
  );
  const damages = fc.array(fc.tuple(fc.nat(), odd), { minLength: 1, maxLength: 5 });
  const whole = fc.tuple(fc.constantFrom(...bodies), fc.nat(), damages).map(([body, number, list]) => {
    let damaged = renumbered(body, number);
    for (const [where, value] of list) damaged = withDamage(damaged, where, value);
    return JSON.stringify(damaged) ?? '';
  });
  const text = fc.oneof(
    { arbitrary: whole, weight: 12 },
    { arbitrary: fc.tuple(whole, fc.nat()).map(([body, at]) => body.slice(0, at % (body.length + 1))), weight: 2 },
    { arbitrary: fc.string({ unit: 'binary', maxLength: 200 }), weight: 1 },
    { arbitrary: fc.nat({ max: 3000 }).map((depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`), weight: 1 },
  );
  const bytes = fc.oneof(
    { arbitrary: text.map((each) => new Uint8Array(Buffer.from(each))), weight: 9 },
    {
      arbitrary: fc.tuple(text, fc.nat(), fc.nat({ max: 255 })).map(([each, at, byte]) => {
        const raw = new Uint8Array(Buffer.from(each));
        if (raw.length > 0) raw[at % raw.length] = byte;
        return raw;
      }),
      weight: 1,
    },
  );
  return fc.sample(bytes, { numRuns: count, seed });
}

/** Another delivery of the same kind: one that the platform had numbered before would only be a repetition. */
function renumbered(body: unknown, number: number): unknown {
  return JSON.parse(
    JSON.stringify(body, (key, value: unknown) => {
      if (key === 'update_id' || key === 'message_id') return number + 1;
      return key === 'msg_id' ? `m${number}` : value;
    }),
  );
}

async function deliver(
  desk: TestDesk,
  channel: Channel,
  bodies: readonly Uint8Array<ArrayBuffer>[],
  send: (body: Uint8Array<ArrayBuffer>) => Promise<number>,
): Promise<number[]> {
  const answers: number[] = [];
  const atOnce = 100;
  for (let from = 0; from < bodies.length; from += atOnce) {
    answers.push(...(await Promise.all(bodies.slice(from, from + atOnce).map(send))));
    desk.clock.advanceBy(1000);
    while ((await receivePass({ desk, channels: [channel], log: openLog('silent') })) > 0);
  }
  // What failed waits some seconds before it is tried again, and is given up in the end.
  for (let round = 0; round < 5; round += 1) {
    desk.clock.advanceBy(30_000);
    while ((await receivePass({ desk, channels: [channel], log: openLog('silent') })) > 0);
  }
  return answers;
}

async function post(
  app: Hono,
  path: string,
  body: Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
): Promise<number> {
  return (
    await app.request(path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })
  ).status;
}

function unexpected(answers: readonly number[]): number[] {
  return answers.filter((status) => ![200, 401].includes(status));
}

/** What must be nowhere: deliveries left over or given up, messages that belong to nothing, or said twice. */
async function halfWritten(desk: TestDesk): Promise<Record<string, unknown> | undefined> {
  const [row] = await desk.database.db.execute<Record<string, number>>(sql`select
    (select count(*)::int from inbox where state = 'pending') as unhandled,
    (select count(*)::int from inbox where state = 'failed') as "givenUp",
    (select count(*)::int from messages m where m.conversation_id is null
      or (m.author = 'person' and not exists (select 1 from inbox i where i.id = m.inbox_id and i.state = 'done'))) as unanchored,
    (select count(*)::int from (select inbox_id from messages where inbox_id is not null group by inbox_id having count(*) > 1) t) as twice,
    (select count(*)::int from messages m where m.author = 'bot' and not exists (select 1 from outbox o where o.message_id = m.id)) as unsaid`);
  return row;
}

async function handled(desk: TestDesk): Promise<number> {
  const [row] = await desk.database.db.execute<{ count: number }>(
    sql`select count(*)::int as count from inbox where state = 'done'`,
  );
  return row?.count ?? 0;
}
