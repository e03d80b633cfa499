import type { Limits } from '../../../import/limits.ts';
import type { Batch } from '../../../import/read-table.ts';
import type { ChosenColumns } from '../../../rules/imports/recognition.ts';

/** What is to be read, and how. Plain values: a thread of its own takes them as they are. */
export interface ReadingOrder {
  path: string;
  zone: string;
  officeCodes: ReadonlySet<string>;
  batchRows: number;
  limits: Partial<Limits>;
  /** Where a person says which column is which; null for as the headers say. */
  columns: ChosenColumns | null;
}

/** A file whose headers are understood. Its batches come once, and one more is on its way while one is used. */
export interface FileReading<Row> extends AsyncDisposable {
  readonly readAs: () => string;
  readonly headers: readonly string[];
  /** Headers whose columns are not read. */
  readonly ignored: readonly string[];
  readonly totalBytes: number | null;
  readonly batches: AsyncIterable<Batch<Row>>;
}
