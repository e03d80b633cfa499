import type { Cell } from '../../../import/cells/cell.ts';
import type { Note } from '../../../import/nouns/form.ts';
import type { Batch, ReadRowAt } from '../../../import/read-table.ts';
import { keyIn } from '../../../store/declaration-lines.ts';
import type { Listed, ListedDeclaration } from '../../declarations/listed.ts';
import { packTexts, type Texts, unpackTexts } from './packed-texts.ts';

/** A batch as it goes from one thread to another: of thousands of declarations a few stretches of bytes. */
export interface PackedBatch extends Pick<Batch<unknown>, 'rejected' | 'counts' | 'bytesRead'> {
  rows: PackedRows;
  lines: Float64Array<ArrayBuffer>;
  /** Texts where every row was kept as one. */
  kept: Texts | readonly (string | readonly Cell[])[];
  /** By place; nearly no row has any. */
  notes: readonly (readonly [place: number, notes: readonly Note[]])[];
}

/** Rows as they are, or declarations with their texts end to end. */
type PackedRows = { kind: 'asTheyAre'; rows: readonly unknown[] } | ({ kind: 'declarations' } & PackedDeclarations);

interface PackedDeclarations {
  taxCodes: Texts;
  lines: Texts;
  /** Since when the state holds, and the latest instant, by turns. */
  instants: Float64Array<ArrayBuffer>;
}

/** What is packed, and the memory that goes with it instead of being copied. */
export function pack(batch: Batch<object>): { packed: PackedBatch; moved: ArrayBuffer[] } {
  const { rejected, counts, bytesRead } = batch;
  const lines = Float64Array.from(batch.rows, ({ line }) => line);
  const rows = packRows(batch.rows);
  const kept = packKept(batch.rows);
  const notes = batch.rows.flatMap((row, place) => (row.notes.length > 0 ? [[place, row.notes] as const] : []));
  const moved = [lines.buffer];
  if (rows.kind === 'declarations') moved.push(rows.taxCodes.buffer, rows.lines.buffer, rows.instants.buffer);
  if (kept instanceof Uint8Array) moved.push(kept.buffer);
  return { packed: { rejected, counts, bytesRead, lines, rows, kept, notes }, moved };
}

/** The rows again. Whoever unpacks knows of which noun they are. */
export function unpack({ rows, lines, kept, notes }: PackedBatch): ReadRowAt<unknown>[] {
  const noted = new Map(notes);
  const texts = kept instanceof Uint8Array ? unpackTexts(kept) : kept;
  return unpackRows(rows).map((row, place) => ({
    line: lines[place] ?? 0,
    row,
    notes: noted.get(place) ?? [],
    kept: texts[place] ?? '',
  }));
}

function packRows(read: readonly ReadRowAt<object>[]): PackedRows {
  const declarations: ListedDeclaration[] = [];
  for (const { row } of read) if (isDeclaration(row)) declarations.push(row);
  if (declarations.length < read.length) return { kind: 'asTheyAre', rows: read.map(({ row }) => row) };

  const instants = new Float64Array(declarations.length * 2);
  for (const [place, { stateAt, latestAt }] of declarations.entries()) {
    instants[place * 2] = stateAt.getTime();
    instants[place * 2 + 1] = latestAt.getTime();
  }
  const taxCodes = packTexts(declarations.map(({ taxCode }) => taxCode));
  return { kind: 'declarations', taxCodes, lines: packTexts(declarations.map(({ line }) => line)), instants };
}

function unpackRows(packed: PackedRows): readonly unknown[] {
  if (packed.kind === 'asTheyAre') return packed.rows;
  const { instants } = packed;
  const lines = unpackTexts(packed.lines);
  return unpackTexts(packed.taxCodes).map((taxCode, place): Listed => {
    const line = lines[place] ?? '';
    const stateAt = new Date(instants[place * 2] ?? Number.NaN);
    const latestAt = new Date(instants[place * 2 + 1] ?? Number.NaN);
    return { about: 'declaration', taxCode, key: keyIn(line), stateAt, latestAt, line };
  });
}

function isDeclaration(row: object): row is ListedDeclaration {
  return 'about' in row && row.about === 'declaration';
}

// A row in quotes may hold the end of a line; it comes as its cells then.
function packKept(read: readonly ReadRowAt<object>[]): PackedBatch['kept'] {
  const kept = read.map((row) => row.kept);
  return kept.every((each) => typeof each === 'string') ? packTexts(kept) : kept;
}
