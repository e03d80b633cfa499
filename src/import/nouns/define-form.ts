import { type Cell, type CellContext, type CellReader, isBlank, type Read } from '../cells/cell.ts';
import { remembering } from '../cells/remembering.ts';
import { shown } from '../cells/shown.ts';
import type { Column, ColumnsOf, Form, Note, Problem, RowReading } from './form.ts';

interface Definition<Fields, Row> {
  readonly title: string;
  readonly columns: ColumnsOf<Fields>;
  /** What the fields amount to, or what is wrong with them together. A problem's column is the name of a field. */
  readonly build: (
    fields: Fields,
  ) => { ok: true; row: Row } | { ok: false; field: keyof Fields & string; because: string };
  readonly key: (row: Row) => string;
}

/** A form from its columns: reads each cell by its column, gathers every problem of a row, then builds the row. */
export function defineForm<Fields, Row>({ title, columns, build, key }: Definition<Fields, Row>): Form<Row> {
  // ColumnsOf names the type of every column; a list of them can only promise that they read something.
  const named = columns as Readonly<Record<string, Column<unknown>>>;

  function reader(
    positions: ReadonlyMap<string, number>,
    context: CellContext,
  ): (cells: readonly Cell[]) => RowReading<Row> {
    const fields = Object.entries(named).map(([name, column]) => fieldAt(name, column, positions.get(name) ?? -1));
    const empty: Record<string, unknown> = Object.fromEntries(fields.map(({ name }) => [name, null]));
    const problem = (field: FieldAt, cell: Cell | undefined, because: string): Problem => ({
      column: field.header,
      value: shown(cell, context.epoch),
      because,
    });

    return (cells) => {
      const values: Record<string, unknown> = { ...empty };
      let notes: readonly Note[] = none;
      let problems: readonly Problem[] = none;
      for (const field of fields) {
        const cell = cells[field.position];
        if (isBlank(cell)) {
          if (field.isRequired) problems = [...problems, problem(field, cell, 'Ô bắt buộc đang bỏ trống.')];
          continue;
        }
        const read: Read<unknown> = field.read(cell ?? null, context);
        if (!read.ok) {
          problems = [...problems, problem(field, cell, read.because)];
          continue;
        }
        values[field.name] = read.value;
        if (read.note !== null) notes = [...notes, { column: field.header, note: read.note }];
      }
      if (problems.length > 0) return { ok: false, problems };

      // Every name of Fields has been given the value its own column reads, or null where that is allowed.
      const built = build(values as Fields);
      if (built.ok) return { ok: true, row: built.row, key: key(built.row), notes };
      const field = fields.find(({ name }) => name === built.field);
      const cell = field === undefined ? undefined : cells[field.position];
      return { ok: false, problems: field === undefined ? [] : [problem(field, cell, built.because)] };
    };
  }
  return { title, columns: named, reader };
}

// Nearly every row has neither notes nor problems.
const none: readonly never[] = [];

interface FieldAt {
  readonly name: string;
  readonly header: string;
  readonly position: number;
  readonly isRequired: boolean;
  readonly read: CellReader<unknown>;
}

function fieldAt(name: string, column: Column<unknown>, position: number): FieldAt {
  const { header, isRequired } = column;
  return { name, header, position, isRequired, read: column.recurs === true ? remembering(column.read) : column.read };
}

/** For forms whose fields are the row as it stands. */
export function asItStands<Row>(fields: Row): { ok: true; row: Row } {
  return { ok: true, row: fields };
}
