import type { SpokenLanguage } from '../../rules/working-time/say-when.ts';
import type { vi } from './vi.ts';

/** The shape of a language: the same sentences, made from the same facts. */
export type Phrases = Omit<typeof vi, 'language'> & { language: SpokenLanguage };

/** What enterprises read. Officers read Vietnamese. */
export type EnterprisePhrases = Omit<Phrases, 'officer'>;
