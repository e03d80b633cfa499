import type { SpokenLanguage } from '../../rules/working-time/say-when.ts';
import { meaningEn } from './meaning.en.ts';
import { meaningKo } from './meaning.ko.ts';
import { type MeaningPhrases, meaningVi } from './meaning.vi.ts';

const languages: Record<SpokenLanguage, MeaningPhrases> = { vi: meaningVi, en: meaningEn, ko: meaningKo };

/** What is said where a message can be read in more than one way, or holds more than one matter. */
export function meaningIn(language: SpokenLanguage): MeaningPhrases {
  return languages[language];
}
