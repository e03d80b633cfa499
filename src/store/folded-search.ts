import { fold } from '../rules/identity/fold.ts';

// More words than this are no search any more; each costs a look at every text.
const mostWords = 8;

const variants = variantsByLetter();
const marks = '[\u0300-\u036f]*';

/** The words of a query, folded. No words, no condition. */
export function searchWords(query: string): string[] {
  return fold(query).split(/\s+/).filter(Boolean).slice(0, mostWords);
}

/**
 * A PostgreSQL regular expression that finds a folded word in unfolded text: 'cang' finds 'Cảng', composed or not, in
 * either case. The server needs no extension and no locale for it. Everything else in the word stands for itself.
 */
export function unfoldedPattern(word: string): string {
  return [...word]
    .map((letter) => {
      const alike = variants.get(letter);
      if (alike !== undefined) return `[${alike}]${marks}`;
      return /[\p{L}\p{N}]/u.test(letter) ? letter : `\\${letter}`;
    })
    .join('');
}

/** Every Latin letter of Unicode that folds to one of a to z, under that letter. */
function variantsByLetter(): Map<string, string> {
  const found = new Map<string, string>();
  const blocks: readonly (readonly [number, number])[] = [
    [0x41, 0x7a],
    [0xc0, 0x24f],
    [0x1e00, 0x1eff],
  ];
  for (const [first, last] of blocks) {
    for (let code = first; code <= last; code += 1) {
      const letter = String.fromCodePoint(code);
      const folded = fold(letter);
      if (/^[a-z]$/.test(folded)) found.set(folded, (found.get(folded) ?? '') + letter);
    }
  }
  return found;
}
