import { fold } from '../../../rules/identity/fold.ts';
import { ratingLevel } from '../../../rules/rating/levels.ts';
import type { RatingLevel } from '../../../rules/rating/rating.ts';
import type { Understanding } from '../../understanding/understand.ts';

/** A level as people type it: "5", "5 sao", "2*", "rất hài lòng", "tệ", "⭐⭐". */
export interface LevelSaid {
  level: RatingLevel;
  /** Whether there is more in the message than the level. */
  saysMore: boolean;
}

const filler =
  /\b(?:sao|stars?|diem|point|muc|toi|em|minh|cho|cham|danh gia|la|thoi|nhe|a|nha|vang|da|rate|rating)\b/gu;

/** The level a person answers with when asked; null where the message holds none. A bare digit counts as one. */
export function levelSaid(text: string, understood: Understanding | null): LevelSaid | null {
  const words = fold(text).trim();
  const bare = /^(?:so |muc |chon )?([1-5])[.!)*]?$/u.exec(words)?.[1];
  const level = ratingLevel(bare === undefined ? understood?.entities.rating : Number(bare));
  if (level === null) return null;
  const rest = words.replace(filler, ' ').trim().split(/\s+/u).length;
  return { level, saysMore: bare === undefined && rest > 5 };
}

/** Whether the words take back what was said: "nhầm", "sửa lại thành 4 sao". */
export function changesMind(text: string): boolean {
  return /\b(?:nham|sua|doi|lon|y toi|y em|change|sorry|actually|meant|instead)\b|정정|바꿔|수정/u.test(fold(text));
}

/** Whether the person rated the wrong declaration. */
export function saysMistaken(text: string): boolean {
  return /\b(?:nham|sai|lon) (?:so )?(?:to khai|tk)\b|\bwrong declaration\b|신고서를? 잘못/u.test(fold(text));
}
