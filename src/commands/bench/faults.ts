import { setTimeout as pause } from 'node:timers/promises';
import postgres, { type Sql } from 'postgres';
import { render as renderForTelegram } from '../../channel/telegram/render.ts';
import { render as renderForZalo } from '../../channel/zalo/render.ts';
import { type Bench, type BenchOptions, type Figures, rounded } from './bench.ts';
import { chanceFrom } from './faults/chance.ts';
import { compare, type Renderer, type Verdict } from './faults/compare.ts';
import { disturb } from './faults/disturb.ts';
import { type Chatter, lineOf, onTelegram, onZalo } from './faults/people.ts';
import { type Product, startProduct } from './faults/product.ts';
import { reconcile } from './faults/reconcile.ts';
import { openBenchDesk } from './server.ts';

const seed = 20_261_122;
const port = 3900 + (process.pid % 90);
const url = `http://127.0.0.1:${port}`;
const apiKey = 'khoa-cua-phep-do-su-co';

// The small run leaves minutes of patience to a clock that is pushed once everybody has spoken.
const sizes = {
  full: {
    people: 500,
    messagesEach: 20,
    perSecond: 60,
    kills: 20,
    faultEveryMilliseconds: 200,
    program: 'src/main.ts',
  },
  small: {
    people: 40,
    messagesEach: 8,
    perSecond: 30,
    kills: 3,
    faultEveryMilliseconds: 250,
    program: 'src/commands/demo.ts',
  },
};

/**
 * The whole product as a program, on both platforms, while everything goes wrong that may: one in ten deliveries comes
 * twice, one in twenty late; sending is answered with 429, -32, 5xx, resets and silence after success; tokens expire; and
 * the process is killed. In the end every message is in its conversation once and every reply arrived once, or is
 * listed as in doubt and settled by asking. Throws when anything was lost, doubled or out of order.
 */
export const benchFaults: Bench = async (options) => {
  const closing: (() => Promise<unknown>)[] = [];
  try {
    return await measure(options, closing);
  } finally {
    for (const close of closing.toReversed()) await close().catch(() => undefined);
  }
};

async function measure({ size, say }: BenchOptions, closing: (() => Promise<unknown>)[]): Promise<Figures> {
  const plan = sizes[size];
  // The stand-ins are programs of the tests; the product itself never imports them.
  const { startTelegramStandIn } = await import('../../../test/support/telegram-stand-in.ts');
  const { startZaloStandIn } = await import('../../../test/support/zalo-stand-in.ts');
  const disorder = { seed, duplicates: 0.1, late: 0.05, lateMs: 30 };

  say('Khởi động cơ sở dữ liệu, Telegram và Zalo giả lập, và hệ thống …');
  const bench = await openBenchDesk(4);
  closing.push(() => bench.close());
  const sql = postgres(bench.url, { max: 2, onnotice: () => undefined });
  closing.push(() => sql.end({ timeout: 5 }));
  const telegram = await startTelegramStandIn({ enforceLimits: true, webhookRetryMs: 200, disorder });
  closing.push(() => telegram.close());
  const zalo = await startZaloStandIn({
    webhook: `${url}/webhooks/zalo`,
    webhookRetryMs: 300,
    disorder: { ...disorder, lateMs: 150 },
    settings: { accessTokenSeconds: 60 },
  });
  closing.push(() => zalo.close());

  const product = await startProduct(plan.program, {
    PORT: String(port),
    PUBLIC_URL: url,
    DATABASE_URL: bench.url,
    DATA_DIR: bench.directory,
    LOG_LEVEL: 'fatal',
    BOOTSTRAP_API_KEY: apiKey,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    TELEGRAM_WEBHOOK_SECRET: 'bi-mat-cua-phep-do-su-co',
    ZALO_APP_ID: zalo.account.appId,
    ZALO_APP_SECRET: zalo.account.appSecret,
    ZALO_OA_ID: zalo.account.oaId,
    ZALO_OA_SECRET_KEY: zalo.account.oaSecretKey,
    ZALO_REFRESH_TOKEN: zalo.tokens.refreshToken,
    ZALO_API_ROOT: zalo.origin,
    ZALO_OAUTH_ROOT: zalo.origin,
    ZALO_BUSINESS_ROOT: zalo.origin,
    ZALO_RATE_PER_MINUTE: '2400',
  });
  closing.push(() => product.stop());

  const chance = chanceFrom(seed);
  const chatters: Chatter[] = Array.from({ length: plan.people }, (_, index) =>
    index % 2 === 0
      ? onTelegram(telegram.person(84_100_000 + index, { name: `Người ${index}` }))
      : onZalo(zalo.person(String(6_000_000_000_000_000_000n + BigInt(index)), { name: `Người ${index}` })),
  );
  const total = plan.people * plan.messagesEach;

  const startedAt = performance.now();
  const disturbance = disturb({ telegram, zalo }, chance, plan.faultEveryMilliseconds);
  const killing = killRegularly(product, plan.kills, (total / plan.perSecond) * 1000, say);
  await talk(chatters, plan, chance, say);
  await killing;
  say('Mọi người đã nói xong; chờ xử lý và gửi nốt …');
  await Promise.all([telegram.settled(), zalo.settled()]);
  await disturbance.stop();
  await finished(sql, plan, say);

  const channels: Renderer[] = [
    { name: 'telegram', account: telegram.token.split(':')[0] ?? '', render: renderForTelegram },
    { name: 'zalo', account: zalo.account.oaId, render: renderForZalo },
  ];
  const inDoubt = await reconcile(sql, chatters, channels, settle);
  await finished(sql, plan, say);
  const verdict = await compare(sql, chatters, channels, inDoubt.messageIds);
  const seconds = (performance.now() - startedAt) / 1000;
  for (const [fault, times] of disturbance.planned) say(`  ${String(times).padStart(5)} × ${fault}`);
  return told(verdict, { ...inDoubt, kills: plan.kills, seconds, handledPerSecond: await handledPerSecond(sql) }, say);
}

/** Everyone says their lines in turns; one in ten says the next line at once. */
async function talk(
  chatters: readonly Chatter[],
  plan: (typeof sizes)['full'],
  chance: () => number,
  say: BenchOptions['say'],
): Promise<void> {
  const total = chatters.length * plan.messagesEach;
  const startedAt = performance.now();
  let spoken = 0;
  let reportAt = total / 10;
  while (spoken < total) {
    for (const chatter of chatters) {
      const burst = chance() < 0.1 ? 2 : 1;
      for (let count = 0; count < burst && chatter.said.length < plan.messagesEach; count += 1) {
        chatter.says(lineOf(chatter.said.length));
        spoken += 1;
        // People type the next line some moments later, and every platform counts in milliseconds.
        if (count + 1 < burst) await pause(20);
      }
      const wait = startedAt + (spoken * 1000) / plan.perSecond - performance.now();
      if (wait > 1) await pause(wait);
      if (spoken < reportAt) continue;
      reportAt += total / 10;
      say(`  đã nói ${spoken}/${total} tin`);
    }
  }
}

async function killRegularly(
  product: Product,
  kills: number,
  withinMilliseconds: number,
  say: BenchOptions['say'],
): Promise<void> {
  for (let count = 1; count <= kills; count += 1) {
    await pause(withinMilliseconds / (kills + 1));
    await product.killAndRestart();
    say(`  kill -9 lần ${count}/${kills}, đã chạy lại`);
  }
}

const longestWaitMilliseconds = 5 * 60_000;

/** Waits until nothing is under way: what is left is delivered, or listed for a person. */
async function finished(sql: Sql, plan: { program: string }, say: BenchOptions['say']): Promise<void> {
  const until = performance.now() + longestWaitMilliseconds;
  for (let round = 0; performance.now() < until; round += 1) {
    const [row] = await sql<{ waiting: number; sending: number }[]>`
      select (select count(*)::int from inbox where state = 'pending') as waiting,
        (select count(*)::int from outbox o join conversations c on c.id = o.conversation_id
          where c.channel in ('telegram', 'zalo') and (o.state in ('queued', 'sending')
            or (o.state = 'unknown' and c.channel = 'zalo'))) as sending`;
    if (row === undefined || row.waiting + row.sending === 0) return;
    if (round % 20 === 19) say(`  còn ${row.waiting} tin đến, ${row.sending} tin đi`);
    if (plan.program === sizes.small.program) await pushClock();
    await pause(500);
  }
  say('  quá lâu: có tin chưa xong');
}

async function pushClock(): Promise<void> {
  await fetch(`${url}/demo/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advanceMinutes: 0.1 }),
  });
}

async function settle(messageId: number, deed: 'arrived' | 'retry'): Promise<void> {
  const answer = await fetch(`${url}/api/v1/messages/${messageId}/${deed}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'idempotency-key': `${deed}-${messageId}` },
  });
  if (!answer.ok) throw new Error(`Message ${messageId} could not be settled: ${answer.status} ${await answer.text()}`);
}

async function handledPerSecond(sql: Sql): Promise<number> {
  const [row] = await sql<{ rate: number }[]>`
    select count(*) / greatest(1, extract(epoch from max(done_at) - min(received_at)))::float as rate from inbox`;
  return row?.rate ?? 0;
}

interface Circumstances {
  arrived: number;
  again: number;
  kills: number;
  seconds: number;
  handledPerSecond: number;
}

function told(verdict: Verdict, around: Circumstances, say: BenchOptions['say']): Figures {
  const { inbound, replies, answeredLate, ...faults } = verdict;
  say(
    `Tin đến ${inbound}, tin trả lời ${replies}, trong ${rounded(around.seconds, 0)} giây, ${around.kills} lần kill -9.`,
  );
  say(
    `Nghi ngờ: ${around.arrived} tin đã tới, ${around.again} tin gửi lại; ${answeredLate} cuộc trò chuyện có tin nền tảng giao quá muộn.`,
  );
  say(`Mất, lặp, sai thứ tự: ${JSON.stringify(faults)}`);
  const wrong = Object.values(faults).reduce((sum, count) => sum + count, 0);
  const figures = {
    name: 'faults',
    ours: inbound + replies - wrong,
    reference: inbound + replies,
    ratio: rounded((inbound + replies - wrong) / (inbound + replies), 6),
    ...verdict,
    doubtArrived: around.arrived,
    doubtSentAgain: around.again,
    kills: around.kills,
    seconds: rounded(around.seconds, 0),
    handledPerSecond: rounded(around.handledPerSecond),
  };
  if (wrong > 0) throw new Error(`Something was lost, doubled or out of order: ${JSON.stringify(figures)}`);
  return figures;
}
