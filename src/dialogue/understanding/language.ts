import type { Normalised } from './normalise.ts';

export type Language = 'vi' | 'en' | 'ko';

const englishWords = new Set(
  `the an is are was were do does did how what why when where which who can could we our you your my i it this that of for
  to from with and or not please need want have has been will would should after before in on at be customs goods hello
  hi thanks thank bye stars officer declaration import export certificate good yes status update call`.split(/\s+/),
);

const vietnameseWords = new Set(
  `toi em minh ben cho cua va la co khong duoc hang khai hai quan thue phai lam sao nay nhu the nao gi bi da chua roi voi
  xin hoi nho giup anh chi ad ma thi nhung cac mot hai nam sao nhe nha vay tai ve den ra vao luong ho so to thong cam on chao`.split(
    /\s+/,
  ),
);

/** The language a person writes, by script first, then by small words. What cannot be told is taken for Vietnamese. */
export function languageOf({ clean, words, isMarked }: Normalised): Language {
  const hangul = clean.match(/\p{Script=Hangul}/gu)?.length ?? 0;
  // Korean firms mix in Latin codes and Vietnamese names; a few syllables of Hangul already settle it.
  if (hangul >= 2) return 'ko';
  if (isMarked || /[ăđơưĂĐƠƯ\u1ea0-\u1ef9]/.test(clean)) return 'vi';

  const typed = clean.toLowerCase().match(/[a-z]+/g) ?? [];
  const english = typed.filter((word) => englishWords.has(word)).length;
  const vietnamese = words.filter((word) => word.marked || vietnameseWords.has(word.folded)).length;
  return english > vietnamese ? 'en' : 'vi';
}
