/** A digest of 64 bits, as two numbers of 32. */
export interface Digest {
  readonly a: number;
  readonly b: number;
}

/** The digest of a text. */
export function digestOfText(text: string): Digest {
  let a = seed;
  let b = 0x9e3779b9;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = mixed(a, code);
    b = Math.imul(b ^ code, 0x85ebca6b) ^ (b >>> 13);
  }
  return { a: spread(a), b: spread(b) };
}

/** 32 bits of everything a row says: its texts, numbers, instants and lists, whatever stands around them in the file. */
export function digestOfRow(row: object): number {
  return spread(digestOfValue(seed, row));
}

const seed = 0x811c9dc5;

// A mark after each value parts it from the next: 'ab', 'c' and 'a', 'bc' differ.
function digestOfValue(before: number, value: unknown): number {
  if (typeof value === 'string') {
    if (value.length >= longText && value.length <= scratchChars) return digestOfLong(before, value);
    let digest = before;
    let at = 0;
    for (; at + 4 <= value.length; at += 4) digest = mixedFour(digest, value, at);
    for (; at < value.length; at += 1) digest = mixed(digest, value.charCodeAt(at));
    return mixed(digest, 0x1f);
  }
  if (value === null || value === undefined) return mixed(before, 1);
  if (typeof value === 'boolean') return mixed(before, value ? 3 : 2);
  if (typeof value === 'number') return digestOfNumber(before, value);
  if (value instanceof Date) return digestOfNumber(before, value.getTime());

  let digest = before;
  for (const each of Object.values(value)) digest = digestOfValue(digest, each);
  return mixed(digest, 0x1e);
}

// A long text is written as bytes once and taken four at a time: a fifth of what its characters one by one would cost.
const longText = 48;
const scratchChars = 4096;
const scratch = Buffer.alloc(scratchChars * 2 + 2);
const words = new Int32Array(scratch.buffer, scratch.byteOffset, scratchChars / 2);

function digestOfLong(before: number, text: string): number {
  const bytes = scratch.write(text, 0, 'utf16le');
  let digest = mixed(before, text.length);
  const whole = bytes >> 2;
  for (let at = 0; at < whole; at += 1) {
    const product = Math.imul(digest ^ (words[at] ?? 0), 0x85ebca6b);
    digest = product ^ (product >>> 15);
  }
  return bytes % 4 === 0 ? digest : mixed(digest, text.charCodeAt(text.length - 1));
}

function digestOfNumber(before: number, number: number): number {
  return mixed(mixed(before, number | 0), Math.floor(number / 0x1_0000_0000) | 0);
}

// Four characters for one multiplication; the shift brings what the last of them changed back to the lower bits.
function mixedFour(digest: number, text: string, at: number): number {
  const bits =
    text.charCodeAt(at) ^
    (text.charCodeAt(at + 1) << 8) ^
    (text.charCodeAt(at + 2) << 16) ^
    (text.charCodeAt(at + 3) << 24);
  const product = Math.imul(digest ^ bits, 0x85ebca6b);
  return product ^ (product >>> 15);
}

function mixed(digest: number, bits: number): number {
  return Math.imul(digest ^ bits, 0x01000193);
}

function spread(bits: number): number {
  let mixing = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  mixing = Math.imul(mixing ^ (mixing >>> 13), 0xc2b2ae35);
  return (mixing ^ (mixing >>> 16)) >>> 0;
}
