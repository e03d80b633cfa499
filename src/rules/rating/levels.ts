import type { RatingLevel } from './rating.ts';

/** From the best to the worst, as they are shown (PL08 Điều 2). */
export const ratingLevels: readonly RatingLevel[] = [5, 4, 3, 2, 1];

/** The level that a number stands for; null for any other number. */
export function ratingLevel(value: number | undefined): RatingLevel | null {
  return ratingLevels.find((level) => level === value) ?? null;
}

/** Whether somebody independent has to look at it: levels 1 and 2 always, 3 once it says why (PL08 Điều 6 khoản 1, 2). */
export function needsVerification(answer: {
  level: RatingLevel;
  reasons: readonly string[];
  comment: string | null;
}): boolean {
  const saysWhy = answer.reasons.length > 0 || (answer.comment ?? '').trim() !== '';
  return answer.level <= 2 || (answer.level === 3 && saysWhy);
}
