import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { DeskError } from '../../../errors.ts';
import type { Noun, NounName } from '../../../import/nouns/form.ts';
import type { Table } from '../../../import/table.ts';
import { keptNouns } from '../kept-nouns.ts';
import type { ReadingOrder } from './file-reading.ts';
import { type PackedBatch, pack } from './packed.ts';
import { readHere } from './read-here.ts';

export interface ThreadOrder extends ReadingOrder {
  noun: NounName;
  /** How many batches may wait to be taken. */
  ahead: number;
}

/** What a reading thread says, in this order: how it understood the file, its batches, its end; or why it cannot go on. */
export type Said =
  | ({ kind: 'opened'; headers: readonly string[]; ignored: readonly string[] } & Pick<
      Table,
      'totalBytes' | 'delimiter' | 'epoch'
    >)
  | { kind: 'batch'; packed: PackedBatch; readAs: string }
  | { kind: 'end' }
  | { kind: 'refused'; code: string; sentence: string };

if (parentPort !== null) {
  const port = parentPort;
  const say = (said: Said, moved: ArrayBuffer[] = []) => port.postMessage(said, moved);
  // The one who made the thread gave it an order.
  const { noun, ahead, ...order } = workerData as ThreadOrder;
  let unasked = ahead;
  port.on('message', () => {
    unasked += 1;
  });

  try {
    // Of whichever noun they are, rows are packed alike.
    const reading = await readHere(keptNouns[noun] as Noun<object>, order);
    const { totalBytes, delimiter, epoch } = reading.table;
    say({ kind: 'opened', headers: reading.headers, ignored: reading.ignored, totalBytes, delimiter, epoch });
    for await (const batch of reading.batches) {
      while (unasked === 0) await once(port, 'message');
      unasked -= 1;
      const { packed, moved } = pack(batch);
      say({ kind: 'batch', packed, readAs: reading.readAs() }, moved);
    }
    await reading[Symbol.asyncDispose]();
    say({ kind: 'end' });
  } catch (fault) {
    if (!(fault instanceof DeskError)) throw fault;
    say({ kind: 'refused', code: fault.code, sentence: fault.message });
  } finally {
    port.close();
  }
}
