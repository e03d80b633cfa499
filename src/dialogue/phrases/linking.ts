import type { SpokenLanguage } from '../../rules/working-time/say-when.ts';
import { linkingEn } from './linking.en.ts';
import { linkingKo } from './linking.ko.ts';
import { linkingVi } from './linking.vi.ts';

export type LinkingPhrases = typeof linkingVi;

const languages: Record<SpokenLanguage, LinkingPhrases> = { vi: linkingVi, en: linkingEn, ko: linkingKo };

/** What is said about who speaks for which enterprise. */
export function linkingIn(language: SpokenLanguage): LinkingPhrases {
  return languages[language];
}
