import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import { DeskError } from '../../../errors.ts';
import type { Noun } from '../../../import/nouns/form.ts';
import { type Batch, type ReadRowAt, writtenBy } from '../../../import/read-table.ts';
import type { FileReading, ReadingOrder } from './file-reading.ts';
import { unpack } from './packed.ts';
import type { Said, ThreadOrder } from './reading-thread.ts';

// One is taken, one waits, one is read.
const ahead = 2;

/**
 * Reads a file in a thread of its own, while this one and the server take what was read. Throws what `readHere` throws. The
 * rows are those of `keptNouns` by the noun's name.
 */
export async function readInThread<Row extends object>(
  noun: Noun<Row>,
  order: ReadingOrder,
): Promise<FileReading<Row>> {
  const workerData: ThreadOrder = { ...order, noun: noun.name, ahead };
  // Where V8 thinks it may take gigabytes it collects late, and holds 50 MB more for a list of a year. What reads needs 100 MB,
  // or 300 for the largest workbook that is let in.
  const thread = new Worker(new URL('./reading-thread.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 512 },
  });
  const said = sayingsOf(thread);
  try {
    const { value: opened } = await said.next();
    if (opened?.kind !== 'opened') throw new Error('The thread did not say how it understood the file');
    const writtenOf = writtenBy(opened);
    let readAs = '';

    async function* batches(): AsyncGenerator<Batch<Row>> {
      for await (const each of said) {
        if (each.kind !== 'batch') return;
        const { rejected, counts, bytesRead } = each.packed;
        readAs = each.readAs;
        // The thread read them by the same noun.
        const rows = unpack(each.packed) as ReadRowAt<Row>[];
        yield { rows, rejected, counts, bytesRead, writtenOf };
        thread.postMessage('more');
      }
    }

    return {
      readAs: () => readAs,
      headers: opened.headers,
      ignored: opened.ignored,
      totalBytes: opened.totalBytes,
      batches: batches(),
      async [Symbol.asyncDispose]() {
        await thread.terminate();
      },
    };
  } catch (fault) {
    await thread.terminate();
    throw fault;
  }
}

/** What the thread says, one after the other, until it ends. Throws the fault that ended it. */
async function* sayingsOf(thread: Worker): AsyncGenerator<Said> {
  // An `error` of the thread rejects the wait for its next message.
  for await (const [said] of on(thread, 'message', { close: ['exit'] })) {
    // Nothing else is posted by the thread.
    const each = said as Said;
    if (each.kind === 'refused') throw new DeskError(each.code, each.sentence);
    yield each;
    if (each.kind === 'end') return;
  }
  throw new Error('The reading thread ended before the file did');
}
