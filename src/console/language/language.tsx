import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { readStored, writeStored } from '../stored.ts';
import { english } from './phrases.en.ts';
import { type Phrases, vietnamese } from './phrases.vi.ts';

export type Language = 'vi' | 'en';

const dictionaries: Record<Language, Phrases> = { vi: vietnamese, en: english };

interface Speaking {
  language: Language;
  phrases: Phrases;
  switchLanguage: () => void;
}

const Spoken = createContext<Speaking>({ language: 'vi', phrases: vietnamese, switchLanguage: () => {} });

interface LanguageProviderProps {
  /** Until the person switches. */
  initial: Language;
  children: ReactNode;
}

export function LanguageProvider({ initial, children }: LanguageProviderProps) {
  const [language, setLanguage] = useState(initial);

  useEffect(() => {
    document.documentElement.lang = language;
    keepLanguage(language);
  }, [language]);

  function switchLanguage(): void {
    setLanguage(language === 'vi' ? 'en' : 'vi');
  }

  return <Spoken value={{ language, phrases: dictionaries[language], switchLanguage }}>{children}</Spoken>;
}

export function useLanguage(): Speaking {
  return use(Spoken);
}

export function usePhrases(): Phrases {
  return use(Spoken).phrases;
}

const key = 'language';
const yearInSeconds = 31_536_000;

/** Which language this browser's reader chose. */
export function keptLanguage(): Language {
  return readStored(key) === 'en' ? 'en' : 'vi';
}

/** In this browser, and in a cookie besides: the server draws the next page's first picture in it. */
function keepLanguage(language: Language): void {
  writeStored(key, language);
  // biome-ignore lint/suspicious/noDocumentCookie: browsers know the newer way only over HTTPS, and desks run without it.
  document.cookie = `${key}=${language}; Path=/console; Max-Age=${yearInSeconds}; SameSite=Lax`;
}
