import { conceptsIn } from './find-concepts.ts';
import type { Word } from './spelling.ts';

/**
 * What a run of words is known by: `w` the folded word, `x` the word with its marks, `b` two neighbours folded,
 * `c` a matter of the vocabulary, `n` a number with its unit, `u` that some span of that unit is stated.
 */
export function featuresOf(words: readonly Word[]): string[] {
  const features: string[] = [];
  for (const [place, word] of words.entries()) {
    features.push(`w${word.folded}`);
    if (word.isMarked) features.push(`x${word.exact}`);
    const next = words[place + 1];
    if (next !== undefined) features.push(`b${word.folded} ${next.folded}`);
    if (next !== undefined && /^\d/.test(word.folded)) {
      const unit = units.get(next.folded);
      if (unit !== undefined) features.push(`n${word.folded} ${unit}`, `u${unit}`);
      if (unit !== undefined && spans.has(unit)) features.push(statesSpan);
    }
  }
  for (const { concept } of conceptsIn(words)) features.push(`c${concept}`);
  return features;
}

/** Units in which promises are made, by the words for them. */
export const units: ReadonlyMap<string, string> = new Map([
  ['gio', 'hour'],
  ['hour', 'hour'],
  ['tieng', 'hour'],
  ['ngai', 'day'],
  ['ngay', 'day'],
  ['day', 'day'],
  ['hom', 'day'],
  ['phut', 'minute'],
  ['minut', 'minute'],
  ['nam', 'year'],
  ['year', 'year'],
  ['lan', 'time'],
  ['sao', 'star'],
  ['star', 'star'],
  ['cap', 'level'],
  ['muc', 'level'],
]);

/** That a span of time is stated. */
export const statesSpan = 'span';

const spans = new Set(['hour', 'day', 'minute', 'year']);
