import type { SpokenLanguage } from '../../rules/working-time/say-when.ts';
import { declarationsEn } from './declarations.en.ts';
import { declarationsKo } from './declarations.ko.ts';
import { declarationsVi } from './declarations.vi.ts';

const languages: Record<SpokenLanguage, typeof declarationsVi> = {
  vi: declarationsVi,
  en: declarationsEn,
  ko: declarationsKo,
};

/** What is said about declarations. */
export function declarationsIn(language: SpokenLanguage): typeof declarationsVi {
  return languages[language];
}
