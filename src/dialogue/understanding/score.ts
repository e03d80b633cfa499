import type { Found } from './find-phrases.ts';
import type { Normalised } from './normalise.ts';

// Nobody is accused on a guess: without marks, "mang" is mạng far more often than mắng.
const neverGuessed: ReadonlySet<string> = new Set(['accusation', 'rudeness']);

export type Score = { sum: number; best: number };

/** Adds the weights of the phrases found, by label. */
export function addUp<Label extends string>(found: readonly Found[], text: Normalised): Map<Label, Score> {
  const scores = new Map<Label, Score>();
  for (const each of found) {
    const weight = each.phrase.weight * certainty(each, text);
    // The labels of a book are the keys it was read from.
    const label = each.phrase.label as Label;
    const before = scores.get(label) ?? { sum: 0, best: 0 };
    scores.set(label, { sum: before.sum + weight, best: Math.max(before.best, weight) });
  }
  return scores;
}

/** Turns scores into shares that add up to 1. The first is the answer, its share the confidence. */
export function shares<Label>(scores: ReadonlyMap<Label, number>): readonly { value: Label; confidence: number }[] {
  // Two points of weight, one plain phrase, make an answer about three times as likely.
  const temperature = 2;
  const highest = Math.max(...scores.values());
  const raised = [...scores].map(([value, score]) => ({ value, raised: Math.exp((score - highest) / temperature) }));
  const total = raised.reduce((sum, each) => sum + each.raised, 0);
  return raised
    .map((each) => ({ value: each.value, confidence: each.raised / total }))
    .toSorted((a, b) => b.confidence - a.confidence);
}

// "gia" is giá, gia or già. One bare word says little where marks are left out, and nothing where they are used.
function certainty({ phrase, from }: Found, text: Normalised): number {
  const meant = phrase.words?.length === 1 ? phrase.words[0] : undefined;
  if (meant === undefined || meant.marked === text.words[from]?.marked) return 1;
  return text.isMarked || neverGuessed.has(phrase.label) ? 0 : 0.6;
}
