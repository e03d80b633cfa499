import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Database } from '../../../store/database.ts';
import { randomOf } from '../../generate/random.ts';
import { timesOf } from './ask-pages.ts';

/** The least that a page of fifty cases costs: their rows by key as JSON behind a bare HTTP server. Sorted milliseconds. */
export async function bareReads({ sql }: Database, count: number): Promise<number[]> {
  const ids = (await sql<{ id: string }[]>`select id from cases where reference like 'VM-2027-%' limit 20000`).map(
    ({ id }) => id,
  );
  const random = randomOf(9, 'bare');
  const server = createServer((_request, response) => {
    const wanted = Array.from({ length: 50 }, () => ids[random.whole(0, ids.length - 1)] ?? '0');
    sql`select id, reference, kind, state, level, description, category, unit_id, assignee_id, opened_at, next_due_at
      from cases where id = any(${wanted}::bigint[])`.then(
      (rows) => response.end(JSON.stringify(rows)),
      () => response.writeHead(500).end(),
    );
  }).listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    return await timesOf(count, async () => {
      await (await fetch(`http://localhost:${port}/`)).text();
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
