import { inflateRawSync } from 'node:zlib';

const entrySignature = 0x02014b50;
const endSignature = 0x06054b50;
const endBytes = 22;

/**
 * Whether a ZIP unpacks to no more than `limit` bytes in all. Every entry is really unpacked, because the sizes that a file
 * states about itself are not to be believed. False for what is no ZIP.
 */
export function unpacksWithin(bytes: Buffer, limit: number): boolean {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end === -1 || end + endBytes > bytes.length || bytes.readUInt32LE(end) !== endSignature) return false;
  let left = limit;
  let at = bytes.readUInt32LE(end + 16);
  for (let entry = bytes.readUInt16LE(end + 10); entry > 0; entry -= 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entrySignature) return false;
    const packed = packedEntry(bytes, at);
    const size = packed === null ? null : sizeOf(packed, left);
    if (size === null) return false;
    left -= size;
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return left >= 0;
}

function packedEntry(bytes: Buffer, at: number): { method: number; data: Buffer } | null {
  const local = bytes.readUInt32LE(at + 42);
  if (local + 30 > bytes.length) return null;
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  return { method: bytes.readUInt16LE(at + 10), data: bytes.subarray(from, from + bytes.readUInt32LE(at + 20)) };
}

function sizeOf({ method, data }: { method: number; data: Buffer }, left: number): number | null {
  if (method === 0) return data.length;
  if (method !== 8 || left <= 0) return null;
  try {
    return inflateRawSync(data, { maxOutputLength: left }).length;
  } catch {
    return null;
  }
}
