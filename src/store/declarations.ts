import { and, desc, eq, inArray, lt, or, sql } from 'drizzle-orm';
import type { DeclarationState } from '../rules/declarations/declaration.ts';
import { copyLines, copyRows } from './copy-rows.ts';
import type { Db, Tx } from './database.ts';
import { lineColumns } from './declaration-lines.ts';
import { instantText } from './instant-text.ts';
import { declarations } from './schema/enterprises.ts';
import { officeCodes } from './schema/organisation.ts';
import type { declarationChanges } from './schema/registry.ts';

export type DeclarationRow = typeof declarations.$inferSelect;
export type NewDeclarationRow = Omit<typeof declarations.$inferInsert, 'id'>;

const declarationsLock = 0x4d4c;

/** Makes those who write declarations take turns until the transaction ends, so that what one merges no other overwrites. */
export async function lockDeclarations(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${declarationsLock})`);
}

/** What is known of the declarations with these first eleven digits. */
export async function declarationsByKey(tx: Tx | Db, keys: readonly string[]): Promise<DeclarationRow[]> {
  if (keys.length === 0) return [];
  return tx
    .select()
    .from(declarations)
    .where(sql`${declarations.number11} = any(string_to_array(${keys.join(',')}, ','))`);
}

const recordEnd = '\u001e';

/**
 * What is stored under these first eleven digits, as lines of COPY with the enterprise in front. All come as one text: of
 * thousands of rows most of the time is their wrapping.
 */
export async function declarationLines(tx: Tx, keys: readonly string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const [found] = await tx.execute<{ lines: string | null }>(sql`
    select string_agg(concat_ws(e'\\t', coalesce(enterprise_id::text, '\\N'), number11, number,
      coalesce(office_code, '\\N'), coalesce(type_code, '\\N'), coalesce(channel, '\\N'), state,
      (registered_at at time zone 'UTC')::text || '+00', (state_at at time zone 'UTC')::text || '+00',
      replace(steps::text, '\\', '\\\\')), ${recordEnd}) as lines
    from declarations where number11 = any(string_to_array(${keys.join(',')}, ','))`);
  const stored = new Map<string, string>();
  for (const line of found?.lines?.split(recordEnd) ?? []) {
    const from = line.indexOf('\t') + 1;
    stored.set(line.slice(from, line.indexOf('\t', from)), line);
  }
  return stored;
}

/** A declaration of which nothing was known: its line and whose it is. */
export interface NewDeclarationLine {
  key: string;
  enterpriseId: number;
  line: string;
}

const copiedColumns = ['enterprise_id', ...lineColumns, 'recorded_at'];

/** Enters declarations of which nothing was known. */
export async function addDeclarations(tx: Tx, rows: readonly NewDeclarationLine[], recordedAt: Date): Promise<void> {
  if (rows.length === 0) return;
  const end = `\t${instantText(recordedAt)}\n`;
  await copyLines(tx, 'declarations', copiedColumns, linesOf(rows, end));
}

function* linesOf(rows: readonly NewDeclarationLine[], end: string): Generator<string> {
  for (const { enterpriseId, line } of rows) yield `${enterpriseId}\t${line}${end}`;
}

/** The ids by the first eleven digits. */
export async function declarationIds(tx: Tx, keys: readonly string[]): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map();
  const rows = await tx
    .select({ id: declarations.id, key: declarations.number11 })
    .from(declarations)
    .where(sql`${declarations.number11} = any(string_to_array(${keys.join(',')}, ','))`);
  return new Map(rows.map(({ id, key }) => [key, id]));
}

/** Writes what is known now, all rows in one statement. Answers the ids by the first eleven digits. */
export async function saveDeclarations(tx: Tx, rows: readonly NewDeclarationRow[]): Promise<Map<string, number>> {
  if (rows.length === 0) return new Map();
  const stored = await tx.execute<{ id: string; key: string }>(sql`
    insert into declarations as known (number11, number, enterprise_id, office_code, type_code, channel, state,
      registered_at, state_at, recorded_at, steps)
    select told."number11", told."number", told."enterpriseId", told."officeCode", told."typeCode", told."channel",
      told."state", told."registeredAt", told."stateAt", told."recordedAt", told."steps"
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as told("number11" text, "number" text,
      "enterpriseId" bigint, "officeCode" text, "typeCode" text, "channel" text, "state" text,
      "registeredAt" timestamptz, "stateAt" timestamptz, "recordedAt" timestamptz, "steps" jsonb)
    on conflict (number11) do update set number = excluded.number, enterprise_id = excluded.enterprise_id,
      office_code = excluded.office_code, type_code = excluded.type_code, channel = excluded.channel,
      state = excluded.state, registered_at = excluded.registered_at, state_at = excluded.state_at,
      recorded_at = excluded.recorded_at, steps = excluded.steps
    returning known.id, known.number11 as key`);
  return new Map(stored.map(({ id, key }) => [key, Number(id)]));
}

export async function insertDeclarationChanges(
  tx: Tx,
  rows: readonly Omit<typeof declarationChanges.$inferInsert, 'id'>[],
): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map((row) => [row.declarationId, row.from ?? null, row.to, row.at, row.recordedAt]);
  await copyRows(tx, 'declaration_changes', ['declaration_id', 'from', 'to', 'at', 'recorded_at'], values);
}

/**
 * The first state of declarations that were history when they came, now that they move: each that has no change yet gets
 * the one it began with.
 */
export async function beginChanges(
  tx: Tx,
  rows: readonly { declarationId: number; to: DeclarationState; at: Date; recordedAt: Date }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into declaration_changes (declaration_id, "to", at, recorded_at)
    select told."declarationId", told."to", told."at", told."recordedAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as told("declarationId" bigint, "to" text,
      "at" timestamptz, "recordedAt" timestamptz)
    where not exists (select from declaration_changes known where known.declaration_id = told."declarationId")`);
}

/** The customs offices that a declaration may name. */
export async function officeCodesInUse(tx: Tx | Db): Promise<Set<string>> {
  const rows = await tx.select({ code: officeCodes.code }).from(officeCodes);
  return new Set(rows.map(({ code }) => code));
}

/** The declaration by its first eleven digits, and only if it is of one of these enterprises. */
export async function declarationAmong(
  tx: Tx | Db,
  enterpriseIds: readonly number[],
  key: string,
): Promise<DeclarationRow | null> {
  if (enterpriseIds.length === 0) return null;
  const own = inArray(declarations.enterpriseId, [...enterpriseIds]);
  const [row] = await tx
    .select()
    .from(declarations)
    .where(and(eq(declarations.number11, key), own));
  return row ?? null;
}

/** Declarations of these enterprises, the last registered first, from behind `before` on. */
export async function newestDeclarations(
  tx: Tx | Db,
  enterpriseIds: readonly number[],
  { before, limit }: { before: DeclarationRow | null; limit: number },
): Promise<DeclarationRow[]> {
  if (enterpriseIds.length === 0) return [];
  const { registeredAt, id } = declarations;
  const behind =
    before === null
      ? undefined
      : or(lt(registeredAt, before.registeredAt), and(eq(registeredAt, before.registeredAt), lt(id, before.id)));
  return tx
    .select()
    .from(declarations)
    .where(and(inArray(declarations.enterpriseId, [...enterpriseIds]), behind))
    .orderBy(desc(registeredAt), desc(id))
    .limit(limit);
}
