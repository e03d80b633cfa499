import type { SpokenLanguage } from '../../rules/working-time/say-when.ts';
import { lookUpEn } from './look-up.en.ts';
import { lookUpKo } from './look-up.ko.ts';
import { type LookUpPhrases, lookUpVi } from './look-up.vi.ts';

const languages: Record<SpokenLanguage, LookUpPhrases> = { vi: lookUpVi, en: lookUpEn, ko: lookUpKo };

/** What is said while appendices are looked up. */
export function lookUpIn(language: SpokenLanguage): LookUpPhrases {
  return languages[language];
}
