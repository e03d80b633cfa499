import { type SQL, sql } from 'drizzle-orm';
import { chainOnto, emptyHead, hashOfRow } from '../../../src/rules/audit/chain.ts';
import type { Tx } from '../../../src/store/database.ts';

/** Ways in which somebody with plain SQL may falsify a ledger. */
export const tamperings = [
  'changeType',
  'changeActor',
  'changeInstant',
  'instantWithoutEnd',
  'changeDetail',
  'changePreviousHash',
  'changeHash',
  'changeAndRehash',
  'deleteRow',
  'swapRows',
  'cutOff',
  'cutOffWithHead',
  'rewriteWithHead',
  'addRow',
  'addRowWithoutWitness',
] as const;
export type Tampering = (typeof tamperings)[number];

export interface LedgerName {
  table: 'case_events' | 'ledger';
  /** The case's id, or the name of the stream. */
  key: number | string;
  name: string;
  rows: LedgerLine[];
}

interface LedgerLine extends Record<string, unknown> {
  ordinal: number;
  type: string;
  by: unknown;
  at: Date;
  detail: Record<string, unknown>;
  previousHash: string;
  hash: string;
}

export function lastOf({ rows }: LedgerName): number {
  return rows.length;
}

/** Every ledger but the one in which sealing itself is written, which no root has sealed yet. */
export async function ledgersOf(tx: Tx): Promise<LedgerName[]> {
  const columns = sql`ordinal, type, by, at, detail, previous_hash as "previousHash", hash`;
  const cases = await tx.execute<{ id: number; reference: string }>(
    sql`select id::int, reference from cases order by id`,
  );
  const found: LedgerName[] = [];
  for (const { id, reference } of cases) {
    const rows = await tx.execute<LedgerLine>(sql`select ${columns} from case_events where case_id = ${id} order by 1`);
    found.push({ table: 'case_events', key: id, name: `case/${reference}`, rows: [...rows] });
  }
  for (const stream of ['organisation', 'policies']) {
    const rows = await tx.execute<LedgerLine>(sql`select ${columns} from ledger where stream = ${stream} order by 1`);
    found.push({ table: 'ledger', key: stream, name: stream, rows: [...rows] });
  }
  return found;
}

interface Target {
  ledger: LedgerName;
  ordinal: number;
  other: number;
}

/** Does it, and answers which rows the verification may name. */
export async function tamper(tx: Tx, tampering: Tampering, { ledger, ordinal, other }: Target): Promise<number[]> {
  const last = lastOf(ledger);
  const row = ledger.rows[ordinal - 1];
  if (row === undefined) throw new Error(`There is no row ${ordinal}`);
  switch (tampering) {
    case 'changeType':
      return change(tx, ledger, ordinal, sql`type = 'forged'`);
    case 'changeActor':
      return change(tx, ledger, ordinal, sql`by = '{"kind":"apiKey","name":"nobody"}'`);
    case 'changeInstant':
      return change(tx, ledger, ordinal, sql`at = at + interval '1 millisecond'`);
    case 'instantWithoutEnd':
      return change(tx, ledger, ordinal, sql`at = 'infinity'`);
    case 'changeDetail':
      return change(tx, ledger, ordinal, sql`detail = detail || '{"forged":null}'`);
    case 'changePreviousHash':
      return change(tx, ledger, ordinal, sql`previous_hash = reverse(previous_hash) || '0'`);
    case 'changeHash':
      return change(tx, ledger, ordinal, sql`hash = reverse(hash) || '0'`);
    case 'changeAndRehash': {
      const detail = { ...row.detail, forged: true };
      const hash = hashOfRow({ ...row, ledger: ledger.key, detail });
      await change(tx, ledger, ordinal, sql`detail = ${JSON.stringify(detail)}::text::jsonb, hash = ${hash}`);
      return [ordinal === last ? ordinal : ordinal + 1];
    }
    case 'deleteRow':
      await tx.execute(sql`delete from ${table(ledger)} where ${of(ledger)} and ordinal = ${ordinal}`);
      return [ordinal];
    case 'swapRows': {
      if (ordinal === other) return change(tx, ledger, ordinal, sql`ordinal = ${last + 7}`);
      await change(tx, ledger, ordinal, sql`ordinal = -1`);
      await change(tx, ledger, other, sql`ordinal = ${ordinal}`);
      await change(tx, ledger, -1, sql`ordinal = ${other}`);
      return [Math.min(ordinal, other)];
    }
    case 'cutOff':
      await tx.execute(sql`delete from ${table(ledger)} where ${of(ledger)} and ordinal >= ${ordinal}`);
      return [ordinal];
    case 'cutOffWithHead': {
      await tx.execute(sql`delete from ${table(ledger)} where ${of(ledger)} and ordinal >= ${ordinal}`);
      const before = ledger.rows[ordinal - 2];
      await setHead(tx, ledger, before === undefined ? emptyHead : before);
      return [last];
    }
    case 'rewriteWithHead': {
      await rewriteFrom(tx, ledger, ordinal);
      return [last];
    }
    case 'addRow':
    case 'addRowWithoutWitness': {
      await addRow(tx, ledger, tampering === 'addRow' ? last + 1 : last + 5);
      return [last + 1];
    }
  }
}

async function change(tx: Tx, ledger: LedgerName, ordinal: number, what: SQL): Promise<number[]> {
  const changed = await tx.execute(
    sql`update ${table(ledger)} set ${what} where ${of(ledger)} and ordinal = ${ordinal} returning ordinal`,
  );
  if (changed.length !== 1) throw new Error('The test changed nothing');
  return [ordinal];
}

/** As one who knows how the hashes are made: everything from the row on, and the head, fit together again. */
async function rewriteFrom(tx: Tx, ledger: LedgerName, ordinal: number): Promise<void> {
  const before = ledger.rows[ordinal - 2] ?? emptyHead;
  let head = { ordinal: before.ordinal, hash: before.hash };
  for (const row of ledger.rows.slice(ordinal - 1)) {
    const entry = { type: row.type, detail: { ...row.detail, forged: true } };
    const chained = chainOnto(ledger.key, head, [entry], row.by, row.at);
    const [forged] = chained.rows;
    if (forged === undefined) throw new Error('Nothing was chained');
    const detail = JSON.stringify(forged.detail);
    await change(
      tx,
      ledger,
      row.ordinal,
      sql`detail = ${detail}::text::jsonb, previous_hash = ${forged.previousHash}, hash = ${forged.hash}`,
    );
    head = chained.head;
  }
  await setHead(tx, ledger, head);
}

async function addRow(tx: Tx, ledger: LedgerName, ordinal: number): Promise<void> {
  const end = ledger.rows.at(-1);
  if (end === undefined) throw new Error('The ledger is empty');
  const row = { ...end, ledger: ledger.key, ordinal, previousHash: end.hash };
  const key = sql.identifier(ledger.table === 'ledger' ? 'stream' : 'case_id');
  await tx.execute(sql`
    insert into ${table(ledger)} (${key}, ordinal, type, by, at, detail, previous_hash, hash)
    select ${key}, ${ordinal}, type, by, at, detail, hash, ${hashOfRow(row)} from ${table(ledger)}
    where ${of(ledger)} and ordinal = ${end.ordinal}`);
}

async function setHead(
  tx: Tx,
  ledger: LedgerName,
  { ordinal, hash }: { ordinal: number; hash: string },
): Promise<void> {
  await tx.execute(
    ledger.table === 'ledger'
      ? sql`update ledger_heads set ordinal = ${ordinal}, hash = ${hash} where stream = ${ledger.key}`
      : sql`update cases set last_ordinal = ${ordinal}, last_hash = ${hash} where id = ${ledger.key}`,
  );
}

function table({ table: name }: LedgerName): SQL {
  return sql`${sql.identifier(name)}`;
}

function of({ table: name, key }: LedgerName): SQL {
  return name === 'ledger' ? sql`stream = ${key}` : sql`case_id = ${key}`;
}
