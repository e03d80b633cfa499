import { wordsIn } from './spelling.ts';
import { abbreviations } from './vocabulary/abbreviations.ts';
import { plainnessOf } from './vocabulary/plain-words.ts';

/**
 * The words of a question that carry its matter, folded, each once, in order of the alphabet: how repetitions are told.
 * Numbers of four digits and more, mail addresses and links are left out, so that nobody is named by them.
 */
export function questionWords(text: string): readonly string[] {
  const bare = text.replace(/\S*[@\\]\S*|https?:\S*|\S*\d{4,}\S*/gu, ' ');
  const words = wordsIn(bare)
    .flatMap((word) =>
      (abbreviations.get(word.folded) ?? '')
        .split(' ')
        .filter(Boolean)
        .flatMap(wordsIn)
        .concat(abbreviations.has(word.folded) ? [] : [word]),
    )
    .filter((word) => plainnessOf(word) !== 'asking')
    .map(({ folded }) => folded);
  return [...new Set(words)].toSorted();
}
