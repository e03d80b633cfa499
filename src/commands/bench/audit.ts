import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Sql } from 'postgres';
import { verifyLedgers } from '../../desk/audit/verify-ledgers.ts';
import { chainOnto, emptyHead } from '../../rules/audit/chain.ts';
import { type Bench, rounded } from './bench.ts';
import { openBenchDesk } from './server.ts';

const eventsOfACase = 10;

/**
 * Rows a second that `verify-audit` verifies in ledgers of a million rows, beside a plain read of the same rows in the
 * order in which they lie. What verification costs above the read is the order, the canonical text and the digest.
 */
export const benchAudit: Bench = async ({ size, say }) => {
  const bench = await openBenchDesk(4);
  try {
    const { sql, db } = bench.desk.database;
    const cases = size === 'small' ? 2_000 : 100_000;
    say(`Tạo ${(cases * eventsOfACase).toLocaleString('vi-VN')} dòng trong ${cases.toLocaleString('vi-VN')} sổ …`);
    await plantLedgers(sql, cases);

    say('Đọc tuần tự cùng các dòng đó …');
    const reading = performance.now();
    let read = 0;
    for await (const rows of sql`select * from case_events`.cursor(5000)) read += rows.length;
    const reference = read / ((performance.now() - reading) / 1000);

    say('Kiểm tra các sổ …');
    const verifying = performance.now();
    const { rows, breaks } = await verifyLedgers(db, [], () => undefined);
    const seconds = (performance.now() - verifying) / 1000;
    // A figure for ledgers that were not understood would be worth nothing.
    if (breaks.length > 0) throw new Error(`The planted ledgers are broken: ${JSON.stringify(breaks[0])}`);

    const ours = rows / seconds;
    say(
      `${rows.toLocaleString('vi-VN')} dòng trong ${rounded(seconds)} giây; đọc tuần tự ${rounded(read / reference)} giây`,
    );
    return {
      name: 'audit',
      ours: rounded(ours),
      reference: rounded(reference),
      ratio: rounded(ours / reference, 3),
      rows,
      seconds: rounded(seconds),
      rssMb: rounded(process.memoryUsage().rss / 1024 / 1024),
    };
  } finally {
    await bench.close();
  }
};

/** Cases that look like the first one there, each with a ledger of its own. */
async function plantLedgers(sql: Sql, count: number): Promise<void> {
  const [model] = await sql<{ id: number }[]>`select id::int from cases order by id limit 1`;
  const [officer] = await sql<{ id: number }[]>`select id::int from officers order by id limit 1`;
  if (model === undefined || officer === undefined) throw new Error('The bench needs the demonstration organisation');
  const planted = await sql<{ id: number; n: number }[]>`
    insert into cases (reference, kind, state, level, is_verified, description, category, urgent, unit_id, policy_id,
      calendar_id, opened_at, last_activity_at)
    select 'SO-2026-' || lpad(n::text, 6, '0'), kind, 'closed', level, is_verified, description, category, urgent, unit_id,
      policy_id, calendar_id, opened_at, last_activity_at
    from cases, generate_series(1, ${count}) n where id = ${model.id}
    returning id::int`;

  const columns = 'case_id, ordinal, type, by, at, detail, previous_hash, hash';
  const copy = await sql.unsafe(`copy case_events (${columns}) from stdin`).writable();
  await pipeline(
    Readable.from(
      linesOf(
        planted.map(({ id }) => id),
        officer.id,
      ),
    ),
    copy,
  );
  await sql`
    update cases c set last_ordinal = e.ordinal, last_hash = e.hash from case_events e
    where e.case_id = c.id and e.ordinal = ${eventsOfACase} and c.reference like 'SO-%'`;
  await sql`analyze`;
}

function* linesOf(caseIds: readonly number[], officerId: number): Generator<string> {
  const at = new Date('2026-03-02T02:00:00Z');
  const by = { kind: 'officer', officerId };
  for (const caseId of caseIds) {
    const entries = Array.from({ length: eventsOfACase }, (_, index) => ({
      type: 'alerted',
      detail: { alertId: caseId * eventsOfACase + index, officerId, reason: 'firstResponse:reminder' },
    }));
    const { rows } = chainOnto(caseId, emptyHead, entries, by, at);
    yield rows
      .map(({ ordinal, type, detail, previousHash, hash }) =>
        [caseId, ordinal, type, JSON.stringify(by), at.toISOString(), JSON.stringify(detail), previousHash, hash].join(
          '\t',
        ),
      )
      .join('\n')
      .concat('\n');
  }
}
