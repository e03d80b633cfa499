import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { systemClock } from '../../clock.ts';
import { type Bench, type BenchOptions, type Figures, rounded } from './bench.ts';
import { type BenchDesk, openBenchDesk } from './server.ts';
import type { Passed } from './strict-telegram.ts';
import { startWorkerProcesses } from './worker-processes.ts';

const botId = '7000000000';
const token = `${botId}:bench`;
const messagesAChat = 3;
const limitASecond = 30;
const longestMilliseconds = 8 * 60_000;

/**
 * Messages a second that two worker processes get through a Telegram that tolerates nothing beyond its limits, beside
 * those limits. Every message has to pass once, in the order of its chat, and none may be refused for coming too soon.
 * The time runs from the first message to one second after the last, when the limit would allow the next thirty. The
 * stand-in answers at once: each millisecond that a real platform takes for its answer costs a thousandth of the rate,
 * because a message counts from its answer.
 */
export const benchDelivery: Bench = async (options) => {
  const bench = await openBenchDesk(4);
  try {
    return await measure(bench, options);
  } finally {
    await bench.close();
  }
};

async function measure({ desk, url }: BenchDesk, { size, say }: BenchOptions): Promise<Figures> {
  const { sql } = desk.database;
  const chats = size === 'small' ? 120 : 1000;
  const count = chats * messagesAChat;
  const telegram = fork(new URL('./strict-telegram.ts', import.meta.url), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [port] = (await once(telegram, 'message')) as [number];
  const task = { url, token, apiRoot: `http://127.0.0.1:${port}` };
  const workers = await startWorkerProcesses(new URL('./delivery-worker.ts', import.meta.url), 2, task);
  try {
    say(
      `${count} tin tới ${chats} cuộc trò chuyện, hai tiến trình, giới hạn ${limitASecond} tin/giây và 1 tin/giây mỗi cuộc …`,
    );
    await fillOutbox(sql, chats);
    desk.announcements.announce(['outbox']);
    await untilSent(sql);
    await workers.stop();
    telegram.send('report');
    const [{ passed, tooMany }] = (await once(telegram, 'message')) as [{ passed: Passed[]; tooMany: number }];
    check(passed, chats);
    const seconds = ((passed.at(-1)?.[0] ?? 0) - (passed.at(0)?.[0] ?? 0)) / 1000 + 1;
    const ours = count / seconds;
    const ratio = rounded(ours / limitASecond, 3);
    say(
      `${rounded(ours)} tin/giây trong ${rounded(seconds)} giây, tỷ lệ ${ratio}; bị từ chối vì quá nhanh: ${tooMany}.`,
    );
    return {
      name: 'delivery',
      ours: rounded(ours, 2),
      reference: limitASecond,
      ratio,
      tooMany,
      messages: count,
      processes: 2,
    };
  } finally {
    await workers.stop();
    telegram.disconnect();
  }
}

/** Everything is due at once, as after a notice to all: first one chat's three messages, then the next one's. */
async function fillOutbox(sql: Sql, chats: number): Promise<void> {
  const at = systemClock.now();
  await sql.begin(async (tx) => {
    await tx`
      insert into conversations (channel, account, address, dialogue, created_at, last_message_at)
      select 'telegram', ${botId}, (5000000 + n)::text, '{}', ${at}, ${at} from generate_series(1, ${chats}::int) n`;
    await tx`
      insert into messages (conversation_id, author, text, at)
      select c.id, 'bot', 'Thông báo ' || n || ' của ' || ${messagesAChat}::int, ${at}
        from conversations c, generate_series(1, ${messagesAChat}::int) n where c.account = ${botId} order by c.id, n`;
    await tx`
      insert into outbox (message_id, conversation_id, state, due_at)
      select m.id, m.conversation_id, 'queued', ${at} from messages m join conversations c on c.id = m.conversation_id
       where c.account = ${botId} order by m.id`;
  });
}

async function untilSent(sql: Sql): Promise<void> {
  const until = systemClock.now().getTime() + longestMilliseconds;
  for (;;) {
    const [row] = await sql<{ waiting: number; lost: number }[]>`
      select count(*) filter (where o.state in ('queued', 'sending'))::int as waiting,
             count(*) filter (where o.state not in ('queued', 'sending', 'sent'))::int as lost
        from outbox o join conversations c on c.id = o.conversation_id where c.account = ${botId}`;
    if (row === undefined || row.lost > 0) throw new Error(`${row?.lost} messages did not arrive`);
    if (row.waiting === 0) return;
    if (systemClock.now().getTime() > until) throw new Error(`${row.waiting} messages still wait`);
    await pause(500);
  }
}

/** A figure for work that was not done right would be worth nothing. */
function check(passed: readonly Passed[], chats: number): void {
  const byChat = Map.groupBy(passed, ([, chat]) => chat);
  const right = Array.from({ length: messagesAChat }, (_, n) => `Thông báo ${n + 1} của ${messagesAChat}`).join();
  const wrong = [...byChat.values()].filter((said) => said.map(([, , text]) => text).join() !== right);
  if (byChat.size !== chats || wrong.length > 0)
    throw new Error(`${wrong.length} of ${byChat.size} chats did not get each message once and in order`);
}
