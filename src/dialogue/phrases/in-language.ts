import type { SpokenLanguage } from '../../rules/working-time/say-when.ts';
import { en } from './en.ts';
import { ko } from './ko.ts';
import type { EnterprisePhrases } from './phrases.ts';
import { vi } from './vi.ts';

const languages: Record<SpokenLanguage, EnterprisePhrases> = { vi, en, ko };

/** Vietnamese unless the person chose otherwise. */
export function phrasesIn(language: SpokenLanguage | null): EnterprisePhrases {
  return languages[language ?? 'vi'];
}
