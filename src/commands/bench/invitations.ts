import { setTimeout as pause } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { startDelivering } from '../../channel/delivering.ts';
import { openTelegram } from '../../channel/telegram/telegram.ts';
import { systemClock } from '../../clock.ts';
import { act, type Desk } from '../../desk/act.ts';
import { say } from '../../desk/conversations/say.ts';
import { startInviting } from '../../desk/ratings/inviting.ts';
import { openLog } from '../../log.ts';
import { defaultInvitationRules } from '../../rules/rating/invitation-rules.ts';
import { type Bench, type BenchOptions, type Figures, percentile, rounded } from './bench.ts';
import { burstName, fillBurst } from './invitations/fill-burst.ts';
import { startStrictTelegram } from './invitations/strict-telegram.ts';
import { type BenchDesk, openBenchDesk } from './server.ts';

const botId = '7000000000';
const limitASecond = 30;
const answersASecond = 5;
const longestMilliseconds = 8 * 60_000;

/**
 * What a burst of invitations costs those who are waiting for an answer: thousands of declarations are cleared within a
 * minute while people write and are answered five times a second, through a Telegram that tolerates nothing beyond its
 * limits. `ours` and `reference` are the p95 of the milliseconds from saying an answer to its arrival, during the burst and
 * before it, in the same run. Everybody has to be asked, nobody more often than the rules allow.
 */
export const benchInvitations: Bench = async (options) => {
  const bench = await openBenchDesk(8);
  try {
    return await measure(bench, options);
  } finally {
    await bench.close();
  }
};

async function measure({ desk }: BenchDesk, { size, say: tell }: BenchOptions): Promise<Figures> {
  const { sql } = desk.database;
  const [declarations, enterprises] = size === 'small' ? [500, 200] : [5000, 2000];
  const telegram = await startStrictTelegram();
  const channel = openTelegram({ token: `${botId}:bench`, apiRoot: `http://127.0.0.1:${telegram.port}` });
  const log = openLog('error');
  // Whenever the bench runs, it is a time at which people may be asked.
  const rules = {
    quietFrom: '23:59',
    quietUntil: '00:00',
    onlyOnWorkingDays: false,
    gatherMinutes: 0,
    digestAt: '00:00',
  };
  await sql`insert into settings (name, value) values ('invitationRules', ${JSON.stringify(rules)}::text::jsonb)
    on conflict (name) do update set value = excluded.value`;
  const burst = await fillBurst(sql, { botId, enterprises, at: systemClock.now() });
  const delivering = startDelivering({ desk, channels: [channel], log });
  const accounts = [{ channel: 'telegram' as const, account: botId, pace: channel.pace?.account ?? null }];
  const inviting = startInviting({ desk, accounts, log });
  try {
    tell(`Trước đợt: ${answersASecond} câu trả lời/giây …`);
    const before = await answerFor(desk, sql, 10_000);
    tell(`${declarations} tờ khai của ${enterprises} doanh nghiệp thông quan trong một phút …`);
    const answering = new AbortController();
    const during = answerUntil(desk, sql, answering.signal);
    const startedAt = systemClock.now();
    await burst.clears(desk, declarations, size === 'small' ? 6_000 : 60_000);
    await untilAsked(sql, tell);
    const seconds = (systemClock.now().getTime() - startedAt.getTime()) / 1000;
    answering.abort();
    const waits = await during;
    await inviting.stop();
    await delivering.stop();
    const { tooMany } = await telegram.report();
    const { messages, mostAPerson } = await asked(sql);
    if (mostAPerson > defaultInvitationRules.mostADay)
      throw new Error(`Somebody was asked ${mostAPerson} times in a day`);
    const [ours, reference] = [percentile(waits, 0.95), percentile(before, 0.95)];
    tell(
      `${messages} lời mời trong ${rounded(seconds)} giây; câu trả lời chờ p95 ${rounded(ours)} ms, tối đa ${rounded(waits.at(-1) ?? 0)} ms (trước đợt p95 ${rounded(reference)} ms); nhiều nhất ${mostAPerson} lời mời/người; bị từ chối vì quá nhanh: ${tooMany}.`,
    );
    return {
      name: 'invitations',
      ours: rounded(ours),
      reference: rounded(reference),
      ratio: rounded(ours / Math.max(reference, 1), 3),
      maxMs: rounded(waits.at(-1) ?? 0),
      answers: waits.length,
      declarations,
      messages,
      seconds: rounded(seconds),
      mostAPerson,
      tooMany,
      limitASecond,
    };
  } finally {
    await inviting.stop();
    await delivering.stop();
    telegram.stop();
  }
}

async function answerFor(desk: Desk, sql: Sql, milliseconds: number): Promise<number[]> {
  return answerUntil(desk, sql, AbortSignal.timeout(milliseconds));
}

/** Answers somebody who is no enterprise's, five times a second, and reads in the end how long each answer took. */
async function answerUntil(desk: Desk, sql: Sql, signal: AbortSignal): Promise<number[]> {
  const said: number[] = [];
  for (let count = 0; !signal.aborted; count += 1) {
    const conversationId = await chatOfAsker(sql, count % 200);
    const by = { kind: 'schedule', name: 'bench' } as const;
    said.push(await act(desk, by, (current) => say(current, { conversationId, message: { text: 'Trả lời' } })));
    await pause(1000 / answersASecond);
  }
  for (;;) {
    const rows = await sql<{ wait: number | null }[]>`
      select (extract(epoch from o.sent_at - m.at) * 1000)::float8 as wait
        from messages m join outbox o on o.message_id = m.id where m.id = any(${said}::bigint[])`;
    const waits = rows.flatMap(({ wait }) => (wait === null ? [] : [wait]));
    if (waits.length === said.length) return waits.toSorted((a, b) => a - b);
    await pause(100);
  }
}

async function chatOfAsker(sql: Sql, asker: number): Promise<number> {
  const at = systemClock.now();
  const [chat] = await sql<{ id: string }[]>`
    insert into conversations (channel, account, address, dialogue, created_at, last_message_at)
    values ('telegram', ${botId}, ${String(9_000_000 + asker)}, '{}', ${at}, ${at})
    on conflict (channel, account, address) do update set last_message_at = excluded.last_message_at returning id`;
  return Number(chat?.id);
}

/** Everybody was asked who may be asked today, and every message is out. */
async function untilAsked(sql: Sql, tell: (line: string) => void): Promise<void> {
  const until = systemClock.now().getTime() + longestMilliseconds;
  for (let look = 1; ; look += 1) {
    const soon = new Date(systemClock.now().getTime() + 3_600_000);
    const [row] = await sql<{ waiting: number; unsent: number }[]>`
      select (select count(*)::int from rating_invitations i join enterprises e on e.id = i.enterprise_id
               where i.state = 'planned' and i.due_at < ${soon} and e.name like ${burstName}) as waiting,
             (select count(distinct o.id)::int from outbox o join rating_invitations i on i.conversation_id = o.conversation_id
               where o.state in ('queued', 'sending')) as unsent`;
    const [late] = await sql<{ unseen: number }[]>`
      select count(*)::int as unseen from declaration_changes
       where id > coalesce((select (value->>'seen')::bigint from settings where name = 'inviting'), 0)`;
    if (look % 20 === 0) tell(`… còn ${row?.waiting} tờ khai chưa hỏi, ${row?.unsent} lời mời chưa đi`);
    if (row?.waiting === 0 && row.unsent === 0 && late?.unseen === 0) return;
    if (systemClock.now().getTime() > until) throw new Error(`${row?.waiting} declarations were not asked about`);
    await pause(500);
  }
}

async function asked(sql: Sql): Promise<{ messages: number; mostAPerson: number }> {
  const [row] = await sql<{ messages: number; most: number }[]>`
    select coalesce(sum(n), 0)::int as messages, coalesce(max(n), 0)::int as most from (
      select count(distinct coalesce('d' || i.digest_id, 'i' || i.id))::int as n
        from rating_invitations i where i.sent_at is not null group by i.conversation_id) as person`;
  return { messages: row?.messages ?? 0, mostAPerson: row?.most ?? 0 };
}
