import type { Sql } from 'postgres';
import { randomOf } from '../../generate/random.ts';
import type { Person } from './plant-people.ts';

const boxes = ['mine', 'unassigned', 'all'] as const;
const words = [
  ...([
    'thông quan',
    'dinh vu',
    'hồ sơ',
    'o to',
    'tham vấn',
    'co mau d',
    'sao xanh',
    'nhua',
    '0200000',
    'VM-2027-01',
  ] as const),
  ...([
    'VM-2027-012345',
    '12345',
    'TCLU0012',
    '100007919',
    'cong ty nhua hong bang',
    'an lao tham van',
    'container',
  ] as const),
] as const;

export interface Pages {
  inbox(): Promise<void>;
  search(): Promise<void>;
  /** The other pages that people keep open, by their address. */
  read(path: string): Promise<void>;
}

/** Reads pages as the people's browsers do; whose turn it is and what they look for are drawn, the same each time. */
export function openPages(url: string, people: readonly Person[], managers: readonly Person[]): Pages {
  const random = randomOf(9, 'pages');
  const somebody = (of: readonly Person[]) => of[random.whole(0, of.length - 1)]?.cookie ?? '';

  async function read(path: string, cookie: string): Promise<string> {
    const answer = await fetch(`${url}/api/v1/${path}`, { headers: { cookie } });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${text.slice(0, 200)}`);
    return text;
  }

  return {
    async inbox() {
      const box = random.oneOf(boxes);
      const cookie = somebody(people);
      await read(`cases?box=${box}`, cookie);
    },
    async search() {
      await read(`search?q=${encodeURIComponent(random.oneOf([words[0], ...words]))}`, somebody(people));
    },
    async read(path) {
      await read(path, somebody(managers));
    },
  };
}

/** How long each of these takes, one after the other, in milliseconds, sorted. */
export async function timesOf(count: number, ask: () => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const started = performance.now();
    await ask();
    times.push(performance.now() - started);
  }
  return times.toSorted((a, b) => a - b);
}

/** How many statements the server runs for one of these, less what it runs anyway in the meantime. */
export async function statementsEach(sql: Sql, count: number, ask: () => Promise<void>): Promise<number> {
  const started = performance.now();
  const before = await statements(sql);
  for (let n = 0; n < count; n += 1) await ask();
  const between = await statements(sql);
  const took = performance.now() - started;
  await new Promise((resolve) => setTimeout(resolve, took));
  const idle = (await statements(sql)) - between;
  return (between - before - idle) / count;
}

async function statements(sql: Sql): Promise<number> {
  const [row] = await sql<{ calls: string }[]>`
    select sum(calls) as calls from pg_stat_statements where toplevel and query !~* 'pg_stat_statements|pgboss'`;
  return Number(row?.calls ?? 0);
}
