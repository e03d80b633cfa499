import { withChosenColumns } from '../../../import/chosen-columns.ts';
import { defaultLimits } from '../../../import/limits.ts';
import type { Noun } from '../../../import/nouns/form.ts';
import { openTable } from '../../../import/open-table.ts';
import { readTable } from '../../../import/read-table.ts';
import type { Table } from '../../../import/table.ts';
import type { FileReading, ReadingOrder } from './file-reading.ts';

/** Reads a file in the thread that asks. Throws a `DeskError` whose sentence says what to do when it is not what it should be. */
export async function readHere<Row extends object>(
  noun: Noun<Row>,
  { path, limits, columns, ...order }: ReadingOrder,
): Promise<FileReading<Row> & { table: Table }> {
  const table = await openTable(path, { limits });
  try {
    const read = columns === null ? noun : withChosenColumns(noun, columns);
    const options = { ...order, mostRows: limits.rows ?? defaultLimits.rows };
    const { headers, ignored, batches } = await readTable(table, read, options);
    return {
      table,
      readAs: table.readAs,
      headers,
      ignored,
      totalBytes: table.totalBytes,
      batches: oneAhead(batches),
      [Symbol.asyncDispose]: () => table[Symbol.asyncDispose](),
    };
  } catch (fault) {
    await table[Symbol.asyncDispose]();
    throw fault;
  }
}

/** The same, the next one on its way while the present one is used: a file is read while the server takes what was read. */
async function* oneAhead<Item>(source: AsyncIterable<Item>): AsyncGenerator<Item> {
  const items = source[Symbol.asyncIterator]();
  try {
    let coming = items.next();
    for (;;) {
      const { done, value } = await coming;
      if (done === true) return;
      coming = items.next();
      // Whoever asks for it hears of its fault; until then nobody does.
      coming.catch(() => undefined);
      yield value;
    }
  } finally {
    await items.return?.();
  }
}
