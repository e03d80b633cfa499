/** A cell of a date format: days since the epoch of its workbook, as spreadsheets count them. */
export interface SerialDate {
  readonly serial: number;
}

/** A cell that a spreadsheet could not work out: `#N/A`, or a formula that nobody has calculated. */
export interface CellError {
  readonly error: string;
}

/** What a cell holds. A text file has only strings; null is an empty cell. */
export type Cell = string | number | boolean | SerialDate | CellError | null;

/** What a reader must know beside the cell itself. */
export interface CellContext {
  /** The instant at which the walls of the enterprise's zone show this reading. */
  readonly instantOf: (wall: WallReading) => Date;
  /** The year from which the workbook counts its days. */
  readonly epoch: 1900 | 1904;
  readonly officeCodes: ReadonlySet<string>;
}

export interface WallReading {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** A value, with a note where it is not what stands in the cell; or the reason why there is none, for people. */
export type Read<T> = { ok: true; value: T; note: string | null } | { ok: false; because: string };

export type CellReader<T> = (cell: Cell, context: CellContext) => Read<T>;

export function accepted<T>(value: T, note: string | null = null): Read<T> {
  return { ok: true, value, note };
}

export function refused(because: string): { ok: false; because: string } {
  return { ok: false, because };
}

/** Whether a cell holds nothing. Blanks, and a lone dash as people write "none", are nothing. */
export function isBlank(cell: Cell | undefined): boolean {
  if (cell === null || cell === undefined || cell === '') return true;
  if (typeof cell !== 'string' || cell.length > 8) return false;
  const text = cell.trim();
  return text === '' || text === '-' || text === '–';
}
