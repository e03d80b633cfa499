import { diffArrays } from 'diff';
import type { AppendixDocument } from '../document.ts';
import { plainText } from '../rows.ts';
import type { Leftover } from './recognised.ts';

/** A run of words that only the file has, or only the draft. */
export interface WordChange {
  words: string;
  change: 'added' | 'removed';
}

/**
 * The words by which a draft differs from the file it was read from, leftovers aside. Capitals and punctuation do not count,
 * because marks of numbering are printed in many ways; a word that vanished does.
 */
export function againstFile(
  sourceText: string,
  { document, leftovers }: { document: AppendixDocument; leftovers: readonly Leftover[] },
): readonly WordChange[] {
  const aside = leftovers.map(({ text }) => text);
  const lines = sourceText.split('\n').filter((line) => {
    const at = aside.indexOf(line);
    if (at !== -1) aside.splice(at, 1);
    return at === -1;
  });
  const changes = diffArrays(wordsOf(lines.join('\n')), wordsOf(plainText(document)), {
    comparator: (a, b) => keyOf(a) === keyOf(b),
  });
  return changes.flatMap(({ value, added, removed }) => {
    const said = value.filter((word) => keyOf(word) !== '');
    if ((!added && !removed) || said.length === 0) return [];
    return [{ words: value.join(' '), change: added ? ('added' as const) : ('removed' as const) }];
  });
}

function wordsOf(text: string): string[] {
  // "3.Nội" is two words whether or not somebody typed a space.
  return text
    .replace(/(?<=[.:)])(?=\p{L})/gu, ' ')
    .split(/\s+/u)
    .filter((word) => keyOf(word) !== '');
}

function keyOf(word: string): string {
  return word
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
    .replace(/^0+(?=\d)/u, '');
}
