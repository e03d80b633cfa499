import { accepted, type Cell, type Read, refused } from './cell.ts';
import { readTaxCode } from './tax-code.ts';

/** Reads several tax codes parted by semicolons, commas or line ends. One code that cannot be read refuses the cell. */
export function readTaxCodes(cell: Cell): Read<readonly string[]> {
  const parts = typeof cell === 'string' ? cell.split(/[;,\n]/).filter((part) => part.trim() !== '') : [cell];
  const taxCodes = new Set<string>();
  const notes: string[] = [];
  for (const part of parts) {
    const read = readTaxCode(part);
    if (!read.ok) return refused(parts.length === 1 ? read.because : `Mã “${String(part).trim()}”: ${read.because}`);
    taxCodes.add(read.value);
    if (read.note !== null) notes.push(read.note);
  }
  return accepted([...taxCodes], notes.length === 0 ? null : notes.join(' '));
}
