import type { CellReader, Read } from './cell.ts';

const most = 50_000;

/** A reader that reads the same text once. It forgets everything when it has come to know too many texts. */
export function remembering<T>(read: CellReader<T>): CellReader<T> {
  const known = new Map<string, Read<T>>();
  return (cell, context) => {
    if (typeof cell !== 'string' || cell.length > 80) return read(cell, context);
    const before = known.get(cell);
    if (before !== undefined) return before;

    if (known.size >= most) known.clear();
    const own = onItsOwn(cell);
    const fresh = read(own, context);
    known.set(own, fresh);
    return fresh;
  };
}

// A cell cut from a larger text keeps all of that text in memory; a copy of its characters does not.
function onItsOwn(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
