import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Worker } from 'node:worker_threads';
import { serve } from '@hono/node-server';
import { sql } from 'drizzle-orm';
import { startReceiving } from '../../channel/receiving.ts';
import { openTelegram } from '../../channel/telegram/telegram.ts';
import type { Desk } from '../../desk/act.ts';
import { telegramWebhook } from '../../http/telegram-webhook.ts';
import { openLog } from '../../log.ts';
import { type Bench, type BenchOptions, type Figures, percentile, rounded } from './bench.ts';
import { rawTransactions } from './raw-transactions.ts';
import { type BenchDesk, openBenchDesk } from './server.ts';

const secret = 'bench-secret-0123456789';
const connections = 12;

/**
 * Messages a second from the webhook to the committed effect with its reply in the outbox, exactly once and in order,
 * beside the rate of a bare transaction of four statements on the same server. Then the webhook's own answer time
 * while 200 messages a second arrive and are handled.
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
  const conversations = size === 'small' ? 60 : 500;

  say('Đo giao dịch bốn câu lệnh trên cùng máy chủ …');
  const reference = await rawTransactions(url, connections, size === 'small' ? 2 : 8);

  // Receiving is measured here; what goes out to Telegram is the delivery bench's matter.
  const channel = { ...openTelegram({ token: '7000000000:bench', apiRoot: 'http://127.0.0.1:9' }), ...silent };
  const app = telegramWebhook({ desk, channel, secret, onRefused: () => undefined });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const receiving = startReceiving({ desk, channels: [channel], log: openLog('error') });

  say(`Gửi ${conversations * script.length} tin của ${conversations} cuộc trò chuyện …`);
  const startedAt = performance.now();
  await post({ port, conversations, perSecond: 0, from: 0 });
  await settled(desk);
  const seconds = (performance.now() - startedAt) / 1000;
  const ours = (conversations * script.length) / seconds;
  await check(desk, conversations, 0, say);

  say('Đo thời gian trả lời của webhook ở 200 tin/giây …');
  const paced = await post({ port, conversations: size === 'small' ? 50 : 250, perSecond: 200, from: 1_000_000 });
  await settled(desk);
  await receiving.stop();
  server.close();

  const webhookP99Ms = rounded(
    percentile(
      paced.toSorted((a, b) => a - b),
      0.99,
    ),
  );
  const figures = {
    name: 'inbound',
    ours: rounded(ours),
    reference: rounded(reference),
    ratio: rounded(ours / reference, 3),
    webhookP99Ms,
  };
  say(
    `${figures.ours} tin/giây, giao dịch trần ${figures.reference}/giây: tỷ lệ ${figures.ratio}; webhook p99 ${webhookP99Ms} ms`,
  );
  return figures;
}

const silent = { showTyping: async () => undefined, acknowledgeChoice: async () => undefined };

/** What each person says: first contact, consent, a problem, its confirmation, then small things. */
const script = [
  '/start',
  { press: 'consent:yes' },
  'tk 107705060720 nộp đủ chứng từ từ sáng mà chưa duyệt, hàng ở Đình Vũ, nhờ anh chị xem giúp',
  { press: 'card:send' },
  'cảm ơn anh chị',
  { press: 'menu:cases' },
  'vụ việc của tôi đến đâu rồi',
  { press: 'menu' },
] as const;

/** Posts every person's messages in order, many people at once, from a thread of its own. Returns each answer's milliseconds. */
async function post(load: { port: number; conversations: number; perSecond: number; from: number }): Promise<number[]> {
  const worker = new Worker(new URL('./post-updates.ts', import.meta.url), { workerData: { ...load, script, secret } });
  const [latencies] = (await once(worker, 'message')) as [number[]];
  await worker.terminate();
  return latencies;
}

async function settled(desk: Desk): Promise<void> {
  for (;;) {
    const [row] = await desk.database.db.execute<{ waiting: number }>(
      sql`select count(*)::int as waiting from inbox where state = 'pending'`,
    );
    if (row?.waiting === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A figure for work that was not done right would be worth nothing. */
async function check(desk: Desk, conversations: number, from: number, say: BenchOptions['say']): Promise<void> {
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
    throw new Error(`The work was not done right: ${JSON.stringify({ ...row, expected, from })}`);
  say(`Đúng một lần và đúng thứ tự: ${row.messages} tin, ${row.cases} vụ việc.`);
}
