import type { SpokenLanguage } from '../../rules/working-time/say-when.ts';
import { dataRightsEn } from './data-rights.en.ts';
import { dataRightsKo } from './data-rights.ko.ts';
import { dataRightsVi } from './data-rights.vi.ts';

const languages: Record<SpokenLanguage, typeof dataRightsVi> = { vi: dataRightsVi, en: dataRightsEn, ko: dataRightsKo };

/** What is said about the data that is kept about somebody. */
export function dataRightsIn(language: SpokenLanguage): typeof dataRightsVi {
  return languages[language];
}
