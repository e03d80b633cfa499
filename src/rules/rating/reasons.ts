import type { RatingLevel } from './rating.ts';

/** Why a level was given (PL08 Điều 3 khoản 2). The words belong to the phrases of each language. */
export const reasonCodes = [
  'fast',
  'clear',
  'polite',
  'helpful',
  'slow',
  'unclear',
  'extraPapers',
  'attitude',
  'mistake',
  'harassed',
  'system',
] as const;

export type ReasonCode = (typeof reasonCodes)[number];

const praise: readonly ReasonCode[] = ['fast', 'clear', 'polite', 'helpful'];
const middling: readonly ReasonCode[] = ['slow', 'unclear', 'extraPapers', 'attitude', 'system'];
// What PL08 Điều 1 khoản 1 is after: trouble made, delay, mistakes.
const blame: readonly ReasonCode[] = ['slow', 'unclear', 'extraPapers', 'attitude', 'mistake', 'harassed'];

const byLevel: Readonly<Record<RatingLevel, readonly ReasonCode[]>> = {
  5: praise,
  4: praise,
  3: middling,
  2: blame,
  1: blame,
};

/** The reasons to choose from at a level. */
export function reasonsFor(level: RatingLevel): readonly ReasonCode[] {
  return byLevel[level];
}

/** Those of `reasons` that belong to the level: praise does not stay with a level that was lowered. */
export function reasonsKept(reasons: readonly string[], level: RatingLevel): ReasonCode[] {
  return byLevel[level].filter((code) => reasons.includes(code));
}
