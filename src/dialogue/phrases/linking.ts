import { linkingEn } from './linking.en.ts';
import { linkingVi } from './linking.vi.ts';

export type LinkingPhrases = typeof linkingVi;

/** What is said about who speaks for which enterprise. */
export function linkingIn(language: 'vi' | 'en'): LinkingPhrases {
  return language === 'en' ? linkingEn : linkingVi;
}
