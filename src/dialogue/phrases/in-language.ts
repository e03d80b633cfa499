import { en } from './en.ts';
import type { EnterprisePhrases } from './phrases.ts';
import { vi } from './vi.ts';

/** Vietnamese unless the person chose otherwise. */
export function phrasesIn(language: 'vi' | 'en' | null): EnterprisePhrases {
  return language === 'en' ? en : vi;
}
