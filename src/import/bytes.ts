import { open } from 'node:fs/promises';
import type { Limits } from './limits.ts';
import { refuseFile } from './refuse-file.ts';

/** Where a table comes from: the path of a file, its bytes, or bytes that are still arriving. */
export type Source = string | Uint8Array | AsyncIterable<Uint8Array>;

/** The bytes of one file. */
export interface Bytes extends AsyncDisposable {
  /** The first bytes, enough to tell what the file is. */
  readonly head: Uint8Array;
  /** Null while bytes are still arriving. */
  readonly size: number | null;
  /** Every byte once, in order. A chunk is only good until the next is asked for. */
  readonly chunks: () => AsyncIterable<Uint8Array>;
  /** Any stretch, in any order. Bytes that are still arriving are gathered in memory first, up to the limit. */
  readonly seekable: () => Promise<Seekable>;
}

export interface Seekable {
  readonly size: number;
  readonly read: (from: number, length: number) => Promise<Uint8Array>;
}

const headBytes = 64 * 1024;
// The rows of a larger piece outlive a young collection: with 256 KB reading declarations takes a third longer.
const chunkBytes = 64 * 1024;

/** Opens a source without reading more than its head. Refuses a file over the limit. */
export async function openBytes(source: Source, limits: Limits): Promise<Bytes> {
  if (typeof source === 'string') return openPath(source, limits);
  if (source instanceof Uint8Array) return inMemory(source, limits);
  return arriving(source, limits);
}

async function openPath(path: string, limits: Limits): Promise<Bytes> {
  const file = await open(path);
  const { size } = await file.stat();
  const seekable: Seekable = {
    size,
    async read(from, length) {
      const buffer = new Uint8Array(Math.max(0, Math.min(length, size - from)));
      const { bytesRead } = await file.read(buffer, 0, buffer.length, from);
      return buffer.subarray(0, bytesRead);
    },
  };
  if (size > limits.fileBytes) {
    await file.close();
    throw tooLarge(limits);
  }
  return {
    head: await seekable.read(0, headBytes),
    size,
    async *chunks() {
      const buffer = new Uint8Array(chunkBytes);
      for (let from = 0; ; ) {
        const { bytesRead } = await file.read(buffer, 0, chunkBytes, from);
        if (bytesRead === 0) return;
        yield buffer.subarray(0, bytesRead);
        from += bytesRead;
      }
    },
    seekable: async () => seekable,
    [Symbol.asyncDispose]: () => file.close(),
  };
}

function inMemory(bytes: Uint8Array, limits: Limits): Bytes {
  if (bytes.length > limits.fileBytes) throw tooLarge(limits);
  return {
    head: bytes.subarray(0, headBytes),
    size: bytes.length,
    async *chunks() {
      for (let from = 0; from < bytes.length; from += chunkBytes) yield bytes.subarray(from, from + chunkBytes);
    },
    seekable: async () => seekableIn(bytes),
    [Symbol.asyncDispose]: async () => {},
  };
}

async function arriving(source: AsyncIterable<Uint8Array>, limits: Limits): Promise<Bytes> {
  const iterator = source[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  for (let length = 0; length < headBytes; ) {
    const next = await iterator.next();
    if (next.done === true) break;
    first.push(next.value);
    length += next.value.length;
  }
  const head = Buffer.concat(first);

  async function* chunks(): AsyncGenerator<Uint8Array> {
    let arrived = head.length;
    if (head.length > 0) yield head;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
      arrived += next.value.length;
      if (arrived > limits.fileBytes) throw tooLarge(limits);
      yield next.value;
    }
  }
  return {
    head,
    size: null,
    chunks,
    async seekable() {
      const parts: Uint8Array[] = [];
      for await (const chunk of chunks()) parts.push(chunk);
      return seekableIn(Buffer.concat(parts));
    },
    async [Symbol.asyncDispose]() {
      await iterator.return?.();
    },
  };
}

function seekableIn(bytes: Uint8Array): Seekable {
  return { size: bytes.length, read: async (from, length) => bytes.subarray(from, from + length) };
}

function tooLarge(limits: Limits): Error {
  return refuseFile(`Tệp lớn hơn mức cho phép (${Math.floor(limits.fileBytes / 1024 ** 2)} MB).`);
}
