import { pipeline, Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import type { Seekable } from '../bytes.ts';
import type { Limits } from '../limits.ts';
import { refuseFile } from '../refuse-file.ts';

/** One file inside a packed file. */
export interface Part {
  readonly path: string;
  readonly packedBytes: number;
}

export interface Package {
  readonly parts: ReadonlyMap<string, Part>;
  /** The bytes of a part, unpacked. `onRead` hears how many packed bytes were taken. */
  readonly unpack: (part: Part, onRead?: (bytes: number) => void) => AsyncGenerator<Uint8Array>;
}

interface Entry extends Part {
  readonly method: number;
  readonly offset: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const allOnes = 0xffffffff;
const longestEnd = 22 + 65_535;
const mostParts = 10_000;
const readBytes = 128 * 1024;

/**
 * Opens a ZIP by its directory. What is unpacked is counted as it comes, over all parts, and refused over the limit: the
 * sizes a file states about itself are not believed.
 */
export async function openPackage(file: Seekable, limits: Limits): Promise<Package> {
  const entries = await readDirectory(file);
  let unpacked = 0;

  async function* unpack(part: Part, onRead: (bytes: number) => void = () => {}): AsyncGenerator<Uint8Array> {
    const entry = entries.get(part.path);
    if (entry === undefined) throw damaged();
    const packed = packedChunks(file, entry, onRead);
    for await (const chunk of entry.method === 0 ? packed : inflated(packed)) {
      unpacked += chunk.length;
      if (unpacked > limits.unpackedBytes) {
        throw refuseFile(
          `Tệp Excel bung ra lớn hơn mức cho phép (${Math.floor(limits.unpackedBytes / 1024 ** 2)} MB).`,
        );
      }
      yield chunk;
    }
  }
  return { parts: entries, unpack };
}

async function* inflated(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  // Iterating the last stream of a pipeline throws what any of them threw, so the callback has nothing left to say.
  const chunks = pipeline(Readable.from(packed), createInflateRaw({ chunkSize: 64 * 1024 }), () => {});
  try {
    for await (const chunk of chunks) yield chunk;
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) throw damaged();
    throw error;
  }
}

async function* packedChunks(
  file: Seekable,
  entry: Entry,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const header = view(await file.read(entry.offset, 30));
  if (header.byteLength < 30) throw damaged();
  const start = entry.offset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  for (let from = 0; from < entry.packedBytes; from += readBytes) {
    const chunk = await file.read(start + from, Math.min(readBytes, entry.packedBytes - from));
    if (chunk.length === 0) throw damaged();
    onRead(chunk.length);
    yield chunk;
  }
}

async function readDirectory(file: Seekable): Promise<Map<string, Entry>> {
  const tail = await file.read(Math.max(0, file.size - longestEnd), longestEnd);
  const end = view(tail);
  let at = tail.length - 22;
  while (at >= 0 && end.getUint32(at, true) !== endSignature) at -= 1;
  if (at < 0) throw damaged();

  const [count, size, offset] = [
    end.getUint16(at + 10, true),
    end.getUint32(at + 12, true),
    end.getUint32(at + 16, true),
  ];
  if (count > mostParts || offset + size > file.size) throw damaged();
  return entriesOf(await file.read(offset, size), count);
}

function entriesOf(directory: Uint8Array, count: number): Map<string, Entry> {
  const bytes = view(directory);
  const entries = new Map<string, Entry>();
  for (let at = 0, index = 0; index < count; index += 1) {
    if (at + 46 > bytes.byteLength || bytes.getUint32(at, true) !== entrySignature) throw damaged();
    const [name, extra, comment] = [28, 30, 32].map((from) => bytes.getUint16(at + from, true));
    const until = at + 46 + (name ?? 0);
    const path = new TextDecoder()
      .decode(directory.subarray(at + 46, until))
      .replaceAll('\\', '/')
      .replace(/^\//, '');
    const method = bytes.getUint16(at + 10, true);
    const isLocked = (bytes.getUint16(at + 8, true) & 1) === 1;
    if (isLocked) throw refuseFile('Tệp Excel có mật khẩu. Hãy lưu lại không mật khẩu.');
    if (method !== 0 && method !== 8) throw damaged();
    const extras = view(directory.subarray(until, until + (extra ?? 0)));
    entries.set(path, { path, method, ...placeOf(bytes, at, extras) });
    at = until + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

// Some writers keep sizes and places in the wide form whatever their size; the narrow fields then hold only ones.
function placeOf(entry: DataView, at: number, extras: DataView): { packedBytes: number; offset: number } {
  const [unpacked, packed, offset] = [24, 20, 42].map((from) => entry.getUint32(at + from, true));
  const wide = wideFields(extras);
  if (unpacked === allOnes) wide.shift();
  return {
    packedBytes: packed === allOnes ? (wide.shift() ?? 0) : (packed ?? 0),
    offset: offset === allOnes ? (wide.shift() ?? 0) : (offset ?? 0),
  };
}

function wideFields(extras: DataView): number[] {
  for (let at = 0; at + 4 <= extras.byteLength; at += 4 + extras.getUint16(at + 2, true)) {
    if (extras.getUint16(at, true) !== 1) continue;
    const until = Math.min(at + 4 + extras.getUint16(at + 2, true), extras.byteLength);
    const fields: number[] = [];
    for (let from = at + 4; from + 8 <= until; from += 8) fields.push(Number(extras.getBigUint64(from, true)));
    return fields;
  }
  return [];
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The sentence for a workbook whose inside does not hold together. */
export function damaged(): Error {
  return refuseFile('Tệp Excel bị hỏng hoặc chưa tải về hết. Hãy mở bằng Excel, lưu lại dạng .xlsx rồi thử lại.');
}
