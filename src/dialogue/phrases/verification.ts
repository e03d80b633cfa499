import type { SpokenLanguage } from '../../rules/working-time/say-when.ts';
import { verificationEn } from './verification.en.ts';
import { verificationKo } from './verification.ko.ts';
import { verificationVi } from './verification.vi.ts';

type VerificationPhrases = typeof verificationVi;

const languages: Record<SpokenLanguage, VerificationPhrases> = {
  vi: verificationVi,
  en: verificationEn,
  ko: verificationKo,
};

/** What enterprises read about the verification of their low ratings. */
export function verificationIn(language: SpokenLanguage): VerificationPhrases {
  return languages[language];
}
