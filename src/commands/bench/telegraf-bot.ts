import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Worker } from 'node:worker_threads';
import type { HttpBindings } from '@hono/node-server';
import { serve } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import postgres from 'postgres';
import { type Context, Markup, session, Telegraf } from 'telegraf';
import { isAuthentic } from '../../channel/telegram/verify.ts';
import { postScript, script, webhookSecret } from './post-script.ts';

interface Memory {
  step: string;
  said: number;
}

type BotContext = Context & { session: Memory };

/**
 * Messages a second of a plain telegraf bot whose sessions are in PostgreSQL: it reads the session, answers, and writes
 * the session, and stores nothing else. It stands behind the same HTTP server and hears the same people over as many
 * connections as we do. Telegraf 4 puts only acknowledgements into the webhook's own answer; what a bot says is a call
 * for each message, which a server in a thread of its own takes at no cost. Without `sends` the answer is left out, which
 * is less than any bot does. Nothing is queued: an answer that gets lost is lost.
 */
export async function telegrafRate(options: {
  url: string;
  connections: number;
  conversations: number;
  warmUp: number;
  sends: boolean;
}): Promise<number> {
  const sql = postgres(options.url, { max: options.connections, onnotice: () => undefined });
  await sql`create table telegraf_sessions (key text primary key, session jsonb not null)`;
  const platform = new Worker(new URL('./answer-calls.ts', import.meta.url));
  const [apiPort] = (await once(platform, 'message')) as [number];
  const bot = talkativeBot(sql, `http://127.0.0.1:${apiPort}`, options.sends);
  let underWay = 0;

  const app = new Hono<{ Bindings: HttpBindings }>();
  app.post('/webhooks/telegram', async (context) => {
    if (!isAuthentic(context.req.header('X-Telegram-Bot-Api-Secret-Token'), webhookSecret))
      return context.text('unauthorised', 401);
    underWay += 1;
    await bot.handleUpdate(await context.req.json(), context.env.outgoing);
    underWay -= 1;
    return RESPONSE_ALREADY_SENT;
  });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  try {
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await postScript({ port, conversations: options.warmUp, perSecond: 0, from: 0 });
    const startedAt = performance.now();
    await postScript({ port, conversations: options.conversations, perSecond: 0, from: 1_000_000 });
    // The answer goes out before the session is written.
    while (underWay > 0) await new Promise((resolve) => setTimeout(resolve, 1));
    const seconds = (performance.now() - startedAt) / 1000;
    await check(sql, (options.conversations + options.warmUp) * script.length);
    return (options.conversations * script.length) / seconds;
  } finally {
    server.close();
    await platform.terminate();
    await sql`drop table if exists telegraf_sessions`;
    await sql.end({ timeout: 5 });
  }
}

function talkativeBot(sql: postgres.Sql, apiRoot: string, sends: boolean): Telegraf<BotContext> {
  const bot = new Telegraf<BotContext>('7000000000:bench', { telegram: { apiRoot } });
  bot.botInfo = {
    id: 7_000_000_000,
    is_bot: true,
    first_name: 'Bench',
    username: 'bench_bot',
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
  };
  const store = {
    async get(key: string): Promise<Memory | undefined> {
      const [row] = await sql<{ session: Memory }[]>`select session from telegraf_sessions where key = ${key}`;
      return row?.session;
    },
    async set(key: string, memory: Memory): Promise<void> {
      await sql`
        insert into telegraf_sessions (key, session) values (${key}, ${JSON.stringify(memory)}::text::jsonb)
        on conflict (key) do update set session = excluded.session`;
    },
    async delete(key: string): Promise<void> {
      await sql`delete from telegraf_sessions where key = ${key}`;
    },
  };
  const answer = async (context: BotContext, text: string, extra: object) => {
    if (sends) await context.reply(text, extra);
  };
  bot.use(session({ store, defaultSession: () => ({ step: 'start', said: 0 }) }));
  const keyboard = Markup.inlineKeyboard([
    Markup.button.callback('Gửi', 'card:send'),
    Markup.button.callback('Huỷ', 'x'),
  ]);
  bot.start(async (context) => {
    context.session = { step: 'consent', said: 1 };
    await answer(context, 'Xin chào, đây là hệ thống tự động. Anh/chị có đồng ý không?', keyboard);
  });
  bot.on('callback_query', async (context) => {
    context.session = { step: 'pressed', said: context.session.said + 1 };
    await answer(context, 'Đã ghi nhận lựa chọn của anh/chị.', keyboard);
  });
  bot.on('text', async (context) => {
    context.session = { step: 'told', said: context.session.said + 1 };
    await answer(context, `Đã ghi nhận tin thứ ${context.session.said} của anh/chị.`, keyboard);
  });
  return bot;
}

async function check(sql: postgres.Sql, expected: number): Promise<void> {
  const [row] = await sql<{ said: number }[]>`
    select sum((session ->> 'said')::int)::int as said from telegraf_sessions`;
  if (row?.said !== expected) throw new Error(`The telegraf bot heard ${row?.said} messages of ${expected}`);
}
