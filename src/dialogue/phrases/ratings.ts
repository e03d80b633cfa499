import type { SpokenLanguage } from '../../rules/working-time/say-when.ts';
import { ratingsEn } from './ratings.en.ts';
import { ratingsKo } from './ratings.ko.ts';
import { type RatingPhrases, ratingsVi } from './ratings.vi.ts';

const languages: Record<SpokenLanguage, RatingPhrases> = { vi: ratingsVi, en: ratingsEn, ko: ratingsKo };

/** What is said about ratings. */
export function ratingsIn(language: SpokenLanguage): RatingPhrases {
  return languages[language];
}
