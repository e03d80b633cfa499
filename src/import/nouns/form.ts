import type { Cell, CellContext, CellReader } from '../cells/cell.ts';

/** One column of a table that people bring or fill in. */
export interface Column<T> {
  /** As our template writes it. */
  readonly header: string;
  /** As others write it. Case, accents, punctuation and brackets do not matter. */
  readonly synonyms: readonly string[];
  readonly isRequired: boolean;
  readonly read: CellReader<T>;
  /** What the template shows, and says about it. */
  readonly example: string;
  readonly help: string;
  /** The few values the column may have, as we write them. */
  readonly choices?: readonly string[];
  /** Whether the same few thousand texts come again and again in a large file, so that reading each once is enough. */
  readonly recurs?: boolean;
}

/** A column for each field of what a row says. A field that may be missing is null where its column is empty or absent. */
export type ColumnsOf<Fields> = { readonly [Name in keyof Fields]: Column<NonNullable<Fields[Name]>> };

export interface Note {
  readonly column: string;
  readonly note: string;
}

export interface Problem {
  readonly column: string;
  readonly value: string;
  readonly because: string;
}

/** What a row says, or everything that is wrong with it at once. Rows with equal `key` are about the same thing. */
export type RowReading<Row> =
  | { ok: true; row: Row; key: string; notes: readonly Note[] }
  | { ok: false; problems: readonly Problem[] };

export type ReadRow<Row> = (cells: readonly Cell[]) => RowReading<Row>;

/** One way of writing a noun's rows. A noun may have several; the headers of a table say which it uses. */
export interface Form<Row> {
  /** The sheet of the template. */
  readonly title: string;
  readonly columns: Readonly<Record<string, Column<unknown>>>;
  /** A reader of the rows of a table whose `name` column is at `positions.get(name)`. */
  readonly reader: (positions: ReadonlyMap<string, number>, context: CellContext) => ReadRow<Row>;
}

/** The nouns that are imported, as the command line names them. */
export type NounName = 'enterprises' | 'agreements' | 'associations' | 'declarations' | 'organisation';

export interface Noun<Row> {
  readonly name: NounName;
  /** In a sentence: "17 doanh nghiệp". */
  readonly title: string;
  readonly forms: readonly Form<Row>[];
}
