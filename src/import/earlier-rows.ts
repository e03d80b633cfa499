import { type Digest, digestOfRow, digestOfText } from './digest.ts';

/** What an earlier row of the same file makes of a row: says the same, or something other. `line` is the earlier one; 0 for none. */
export type Earlier = { kind: 'none' | 'same' | 'other'; line: number };

export interface EarlierRows {
  /** Compares a row with the first row of its key, and remembers it when there is none. */
  readonly compare: (key: string, row: object, line: number) => Earlier;
}

const none: Earlier = { kind: 'none', line: 0 };
// One part grows at a time, so that the rows are never held twice.
const parts = 64;

/**
 * Remembers every row of a file in 16 bytes: 64 bits of its key, 32 of what it says, and its line. Two million rows take 60 MB
 * at most, and the chance that any two of their keys are mistaken for one another is one in ten million.
 */
export function earlierRows(): EarlierRows {
  const rows = Array.from({ length: parts }, partOfRows);
  return {
    compare(key, row, line) {
      const digest = digestOfText(key);
      return rows[digest.b % parts]?.compare(digest, digestOfRow(row), line) ?? none;
    },
  };
}

const fullest = 0.8;
const growth = 1.5;

/** Rows by the digests of their keys, in a table that grows. */
function partOfRows() {
  let slots = 256;
  let keysA = new Uint32Array(slots);
  let keysB = new Uint32Array(slots);
  let contents = new Uint32Array(slots);
  // No row stands on line 0: a slot with it is free.
  let lines = new Uint32Array(slots);
  let count = 0;

  function slotOf(a: number, b: number): number {
    let slot = a % slots;
    while (lines[slot] !== 0 && (keysA[slot] !== a || keysB[slot] !== b)) slot = slot + 1 === slots ? 0 : slot + 1;
    return slot;
  }

  function put(slot: number, key: Digest, content: number, line: number): void {
    keysA[slot] = key.a;
    keysB[slot] = key.b;
    contents[slot] = content;
    lines[slot] = line;
  }

  function grow(): void {
    const before = { keysA, keysB, contents, lines };
    slots = Math.ceil(slots * growth);
    keysA = new Uint32Array(slots);
    keysB = new Uint32Array(slots);
    contents = new Uint32Array(slots);
    lines = new Uint32Array(slots);
    for (const [at, line] of before.lines.entries()) {
      if (line === 0) continue;
      const key = { a: before.keysA[at] ?? 0, b: before.keysB[at] ?? 0 };
      put(slotOf(key.a, key.b), key, before.contents[at] ?? 0, line);
    }
  }

  return {
    compare(key: Digest, content: number, line: number): Earlier {
      const slot = slotOf(key.a, key.b);
      const earlier = lines[slot] ?? 0;
      if (earlier !== 0) return { kind: contents[slot] === content ? 'same' : 'other', line: earlier };

      put(slot, key, content, line);
      count += 1;
      if (count > slots * fullest) grow();
      return none;
    },
  };
}
