import { isOwnWord } from './find-concepts.ts';
import { isSyllable } from './spelling.ts';

/** Finds the known word that a mistyped one was meant to be. */
export interface Mender {
  isKnown(folded: string): boolean;
  /** The words that `typed` may stand for between its neighbours, best first; none when nothing known is near. */
  mend(typed: string, before: string | undefined, after: string | undefined): readonly string[];
}

/** Learns which words there are, and which stand beside one another, from the features of all texts. */
export function menderOf(features: Iterable<string>, timesSeen: (feature: string) => number): Mender {
  const words = new Map<string, number>();
  const neighbours = new Set<string>();
  for (const feature of features) {
    const rest = feature.slice(1);
    if (feature.startsWith('w')) words.set(rest, timesSeen(feature));
    if (feature.startsWith('b')) neighbours.add(rest);
  }
  const byShortened = new Map<string, string[]>();
  for (const word of words.keys()) {
    if (word.length < 2 || /\d/.test(word)) continue;
    for (const form of [word, ...shortened(word)]) byShortened.set(form, [...(byShortened.get(form) ?? []), word]);
  }
  const isKnown = (folded: string) => words.has(folded) || isOwnWord(folded);
  return {
    isKnown,
    mend(typed, before, after) {
      const plain = withoutTelex(typed);
      if (plain !== typed && words.has(plain)) return [plain];
      const parts = split(typed, words, neighbours);
      if (parts !== null) return parts;
      if (typed.length < 3 || /[^a-z]/.test(typed)) return [];
      const near = new Set([typed, ...shortened(typed)].flatMap((form) => byShortened.get(form) ?? []));
      const fits = (word: string) =>
        Number(neighbours.has(`${before} ${word}`)) + Number(neighbours.has(`${word} ${after}`));
      const candidates = [...near].filter((word) => isOneSlip(typed, word));
      const best = candidates.toSorted(
        (a, b) => fits(b) - fits(a) || (words.get(b) ?? 0) - (words.get(a) ?? 0) || (a < b ? -1 : 1),
      )[0];
      if (best === undefined) return [];
      // What could be a word of its own is left alone unless its neighbours say otherwise.
      if (isSyllable(typed) && fits(best) === 0) return [];
      return typed.length < 4 && fits(best) === 0 ? [] : [best];
    },
  };
}

function shortened(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

/** One letter more, less, other, or two swapped. */
function isOneSlip(typed: string, word: string): boolean {
  if (Math.abs(typed.length - word.length) > 1 || typed === word) return false;
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at++;
  const [restTyped, restWord] = [typed.slice(at), word.slice(at)];
  return (
    restTyped.slice(1) === restWord.slice(1) ||
    restTyped.slice(1) === restWord ||
    restTyped === restWord.slice(1) ||
    (restTyped[0] === restWord[1] && restTyped[1] === restWord[0] && restTyped.slice(2) === restWord.slice(2))
  );
}

/** Keys of the Telex keyboard that were left in the word: `ddieu`, `tow`, `chois`, `quyeets`. */
function withoutTelex(typed: string): string {
  return typed
    .replace(/dd/g, 'd')
    .replace(/([aeo])\1/g, '$1')
    .replaceAll('w', '')
    .replace(/(?<=[aeiouy](?:ch?|m|nh?|ng|p|t)?)[sfrxj]+$/, '')
    .replace(/(?<=[aeiouy])[sfrxj](?=(?:ch?|m|nh?|ng|p|t|[aeiouy])+$)/, '');
}

/** Two known neighbours written as one word: `vuongmac`. */
function split(typed: string, words: ReadonlyMap<string, number>, neighbours: ReadonlySet<string>): string[] | null {
  if (typed.length < 5) return null;
  for (let at = 2; at < typed.length - 1; at++) {
    const [left, right] = [typed.slice(0, at), typed.slice(at)];
    if (words.has(left) && words.has(right) && neighbours.has(`${left} ${right}`)) return [left, right];
  }
  return null;
}
