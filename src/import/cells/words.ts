import { fold } from '../../rules/identity/fold.ts';
import { accepted, type CellReader, refused } from './cell.ts';
import { wholeText } from './shown.ts';
import { brokenCell, tidy } from './text.ts';

/** The words people write for each value; the first is how we write it, and how a refusal lists it. */
export type Words<T extends string> = Readonly<Record<T, readonly string[]>>;

/** Reads one of a few values by any of its words, whatever the case and accents. */
export function wordReader<T extends string>(words: Words<T>): CellReader<T> {
  const values = new Map<string, T>();
  // Object.keys forgets the literal type; the record above is the only source of these keys.
  const keys = Object.keys(words) as T[];
  for (const value of keys) for (const word of words[value]) values.set(plain(word), value);
  const listed = keys.map((value) => words[value][0]).join(', ');

  return (cell, { epoch }) => {
    const broken = brokenCell(cell);
    if (broken !== null) return refused(broken);
    const value = values.get(plain(wholeText(cell, epoch)));
    return value === undefined ? refused(`Không có giá trị này. Hãy chọn một trong: ${listed}.`) : accepted(value);
  };
}

function plain(text: string): string {
  return fold(tidy(text))
    .replace(/[\s._–-]+/g, ' ')
    .trim();
}
