import { stat } from 'node:fs/promises';
import type { Noun } from '../../../import/nouns/form.ts';
import type { FileReading, ReadingOrder } from './file-reading.ts';
import { readHere } from './read-here.ts';
import { readInThread } from './read-in-thread.ts';

// A smaller file is read before a thread has begun.
const threadBytes = 4 * 1024 ** 2;

/** Opens a file to be read; a long one is read by a thread of its own. Throws a `DeskError` when it is no such file. */
export async function openReading<Row extends object>(noun: Noun<Row>, order: ReadingOrder): Promise<FileReading<Row>> {
  const { size } = await stat(order.path);
  return size < threadBytes ? readHere(noun, order) : readInThread(noun, order);
}
