import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { RejectedRow } from '../../import/read-table.ts';
import { rejectedFile } from '../../import/rejected-file.ts';

/** A file of rejected rows that grows while a list is taken. */
export interface RejectedReport {
  write(rows: readonly RejectedRow[]): Promise<void>;
  /** Ends the file. Called whether or not all was well; rejects when the file could not be written. */
  end(): Promise<void>;
}

export function beginRejectedReport(headers: readonly string[], path: string): RejectedReport {
  const rows = new TransformStream<readonly RejectedRow[], readonly RejectedRow[]>();
  const writer = rows.writable.getWriter();
  const writing = pipeline(rejectedFile(headers, rows.readable), createWriteStream(path));
  // Whoever ends it hears of the fault; until then nobody does.
  writing.catch(() => undefined);
  return {
    write: (more) => writer.write(more),
    async end() {
      await writer.close().catch(() => undefined);
      await writing;
    },
  };
}
