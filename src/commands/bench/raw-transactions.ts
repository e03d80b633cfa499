import postgres from 'postgres';

/**
 * Transactions a second of four plain statements each (two inserts, an update, an insert), over the same number of
 * connections that our own work gets. What a message costs at the very least.
 */
export async function rawTransactions(url: string, connections: number, seconds: number): Promise<number> {
  const sql = postgres(url, { max: connections, onnotice: () => undefined });
  try {
    await sql`create table raw_conversations (id int primary key, said int not null)`;
    await sql`create table raw_messages (id bigint generated always as identity primary key, conversation int not null, body text not null)`;
    await sql`insert into raw_conversations select n, 0 from generate_series(1, 1000) n`;
    let done = 0;
    const until = performance.now() + seconds * 1000;
    const startedAt = performance.now();
    await Promise.all(
      Array.from({ length: connections }, async (_, lane) => {
        for (let turn = lane; performance.now() < until; turn += connections) {
          const conversation = (turn % 1000) + 1;
          await sql.begin(async (tx) => {
            await tx`insert into raw_messages (conversation, body) values (${conversation}, ${'tờ khai chưa duyệt'})`;
            await tx`update raw_conversations set said = said + 1 where id = ${conversation}`;
            await tx`insert into raw_messages (conversation, body) values (${conversation}, ${'đã ghi nhận'})`;
            await tx`insert into raw_messages (conversation, body) values (${conversation}, ${'chờ gửi'})`;
          });
          done += 1;
        }
      }),
    );
    return done / ((performance.now() - startedAt) / 1000);
  } finally {
    await sql`drop table if exists raw_messages, raw_conversations`;
    await sql.end({ timeout: 5 });
  }
}
