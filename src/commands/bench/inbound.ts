import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { sql } from 'drizzle-orm';
import { openTelegram } from '../../channel/telegram/telegram.ts';
import type { Desk } from '../../desk/act.ts';
import { telegramWebhook } from '../../http/telegram-webhook.ts';
import { type Bench, type BenchOptions, type Figures, percentile, rounded } from './bench.ts';
import { benchBot } from './bench-bot.ts';
import { postScript, script, webhookSecret } from './post-script.ts';
import { rawTransactions } from './raw-transactions.ts';
import { type BenchDesk, openBenchDesk } from './server.ts';
import { telegrafRate } from './telegraf-bot.ts';
import { peakMb, startWorkerProcesses } from './worker-processes.ts';

const connections = 12;

/**
 * Messages a second from the webhook to the committed effect with its reply in the outbox, exactly once and in order,
 * beside the rate of a bare transaction of four statements on the same server and beside a telegraf bot with sessions in
 * PostgreSQL. Then the webhook's own answer time while 200 messages a second arrive and are handled. Ours is two processes,
 * as a machine with two cores would run it: one with the role "web", one with the role "worker", which share the
 * connections that the reference has. The bare transactions and the telegraf bot are one process each.
 *
 * Twice the telegraf bot is out of reach by arithmetic. It comes to about 1,900 a second here; twice that leaves 0.53 ms
 * of two cores for a message. Ours takes 0.67, 0.25 of it in the database, for some seven rows a message: the delivery,
 * the words, the answer, its place in the outbox, and an eighth of a person and of a case with ledger, clocks and ladder.
 */
export const benchInbound: Bench = async (options) => {
  const bench = await openBenchDesk(connections);
  try {
    return await measure(bench, options);
  } finally {
    await bench.close();
  }
};

async function measure({ desk, url }: BenchDesk, { size, say }: BenchOptions): Promise<Figures> {
  const isSmall = size === 'small';
  const conversations = isSmall ? 120 : 600;
  const warmUp = isSmall ? 60 : 150;

  say('Đo giao dịch bốn câu lệnh trên cùng máy chủ …');
  const reference = await rawTransactions(url, connections, isSmall ? 2 : 8);
  say('Đo bot telegraf có phiên trong PostgreSQL …');
  const load = { url, connections, conversations, warmUp };
  const telegraf = await telegrafRate({ ...load, sends: true });
  const telegrafSilent = await telegrafRate({ ...load, sends: false });

  // Receiving is measured here; what goes out to Telegram is the delivery bench's matter.
  const channel = openTelegram(benchBot);
  const app = telegramWebhook({ desk, channel, secret: webhookSecret, onRefused: () => undefined });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const workers = await startWorkerProcesses(new URL('./receiving-worker.ts', import.meta.url), 1, { url });
  await postScript({ port, conversations: warmUp, perSecond: 0, from: 0 });
  await settled(desk);

  say(`Gửi ${conversations * script.length} tin của ${conversations} cuộc trò chuyện …`);
  const startedAt = performance.now();
  await postScript({ port, conversations, perSecond: 0, from: 1_000_000 });
  await settled(desk);
  const seconds = (performance.now() - startedAt) / 1000;
  const ours = (conversations * script.length) / seconds;
  await check(desk, conversations + warmUp, say);

  say('Đo thời gian trả lời của webhook ở 200 tin/giây …');
  const paced = await postScript({ port, conversations: isSmall ? 50 : 250, perSecond: 200, from: 2_000_000 });
  await settled(desk);
  const workerRssMb = await workers.stop();
  server.close();

  const latencies = paced.toSorted((a, b) => a - b);
  const figures = {
    name: 'inbound',
    ours: rounded(ours),
    reference: rounded(reference),
    ratio: rounded(ours / reference, 3),
    telegraf: rounded(telegraf),
    timesTelegraf: rounded(ours / telegraf, 2),
    telegrafWithoutSending: rounded(telegrafSilent),
    webhookP50Ms: rounded(percentile(latencies, 0.5)),
    webhookP99Ms: rounded(percentile(latencies, 0.99)),
    processes: 2,
    workerRssMb,
    // With the reference, the telegraf bot and those who post in it: more than a process with the role "web" holds.
    webRssMb: peakMb(),
  };
  say(`${figures.ours} tin/giây; giao dịch trần ${figures.reference}/giây: tỷ lệ ${figures.ratio}`);
  say(
    `Bot telegraf ${figures.telegraf} tin/giây (không gửi trả lời: ${figures.telegrafWithoutSending}): gấp ${figures.timesTelegraf} lần`,
  );
  say(`Webhook ở 200 tin/giây: p99 ${figures.webhookP99Ms} ms`);
  say(`Bộ nhớ nhiều nhất: worker ${workerRssMb} MB, web (cùng mốc so sánh) ${figures.webRssMb} MB`);
  return figures;
}

async function settled(desk: Desk): Promise<void> {
  for (;;) {
    const [row] = await desk.database.db.execute<{ waits: boolean }>(
      sql`select exists (select 1 from inbox where state = 'pending') as waits`,
    );
    if (row?.waits === false) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A figure for work that was not done right would be worth nothing. */
async function check(desk: Desk, conversations: number, say: BenchOptions['say']): Promise<void> {
  const [row] = await desk.database.db.execute<{
    messages: number;
    cases: number;
    disorder: number;
    failed: number;
  }>(sql`
    select
      (select count(*)::int from messages m join conversations c on c.id = m.conversation_id
        where m.author = 'person' and c.account = '7000000000') as messages,
      (select count(*)::int from cases k join conversations c on c.id = k.conversation_id where c.account = '7000000000') as cases,
      (select count(*)::int from (select inbox_id, lag(inbox_id) over (partition by conversation_id order by id) as before
        from messages where author = 'person' and inbox_id is not null) o where inbox_id < before) as disorder,
      (select count(*)::int from inbox where state <> 'done') as failed`);
  const expected = conversations * script.length;
  if (
    row === undefined ||
    row.messages !== expected ||
    row.cases !== conversations ||
    row.disorder > 0 ||
    row.failed > 0
  )
    throw new Error(`The work was not done right: ${JSON.stringify({ ...row, expected })}`);
  say(`Đúng một lần và đúng thứ tự: ${row.messages} tin, ${row.cases} vụ việc.`);
}
