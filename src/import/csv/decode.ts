import { isWide } from '../file-kind.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'windows-1252';

/** Turns the bytes of a text file into text, piece by piece. */
export interface Decoding {
  /** Null until a byte beyond ASCII has settled it. */
  readonly encoding: () => Encoding | null;
  readonly next: (chunk: Uint8Array) => string;
  readonly end: () => string;
}

/**
 * Decodes by the mark at the beginning, or else by the first chunk with bytes beyond ASCII: UTF-8 where they are that, the
 * old Vietnamese or Western code page where not. Text from the Vietnamese code page has its marks apart; the caller composes it.
 */
export function decoding(head: Uint8Array): Decoding {
  const wide = isWide(head);
  const marked = wide ?? (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 'utf-8' : null);
  let encoding: Encoding | null = marked;
  // TextDecoder drops the mark itself.
  let decoder = new TextDecoder(marked ?? 'utf-8');

  // Bytes too few to tell by: the first beyond ASCII, at the very end of a piece.
  let held = new Uint8Array(0);

  function settle(bytes: Uint8Array, isLast: boolean): void {
    encoding = isUtf8(bytes, isLast) ? 'utf-8' : oldCodePage(bytes);
    decoder = new TextDecoder(encoding);
  }

  return {
    encoding: () => encoding,
    next(chunk) {
      if (encoding !== null) return decoder.decode(chunk, { stream: true });
      const bytes = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      const first = bytes.findIndex((byte) => byte > 127);
      const isEnough = first !== -1 && bytes.length - first >= longestCharacter;
      held = first === -1 || isEnough ? new Uint8Array(0) : new Uint8Array(bytes.subarray(first));
      if (isEnough) settle(bytes, false);
      return decoder.decode(bytes.subarray(0, bytes.length - held.length), { stream: true });
    },
    end() {
      if (held.length > 0) settle(held, true);
      return decoder.decode(held);
    },
  };
}

const longestCharacter = 4;

// A character cut by the end of a piece is no mistake; by the end of the file it is.
function isUtf8(bytes: Uint8Array, isLast: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !isLast });
    return true;
  } catch {
    return false;
  }
}

// In windows-1258 a tone mark is a byte of its own after its vowel, and đ, ư, Đ, Ư have bytes that Western text hardly uses.
const toneMarks = new Set([0xcc, 0xd2, 0xde, 0xec, 0xf2]);
const vietnameseLetters = new Set([0xd0, 0xdd, 0xf0, 0xfd]);
const vowels = new Set(
  [...'aeiouyAEIOUY']
    .map((letter) => letter.charCodeAt(0))
    .concat([0xc2, 0xc3, 0xca, 0xd4, 0xd5, 0xdd, 0xe2, 0xe3, 0xea, 0xf4, 0xf5, 0xfd]),
);

// So few accents say nothing, and here they are Vietnamese; the commonest are the same in both.
const tooFew = 20;

function oldCodePage(bytes: Uint8Array): 'windows-1258' | 'windows-1252' {
  let before = 0;
  let accents = 0;
  for (const byte of bytes) {
    if (vietnameseLetters.has(byte) || (toneMarks.has(byte) && vowels.has(before))) return 'windows-1258';
    if (byte > 127) accents += 1;
    before = byte;
  }
  return accents < tooFew ? 'windows-1258' : 'windows-1252';
}
