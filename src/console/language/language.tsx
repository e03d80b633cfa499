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

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(readStored('language') === 'en' ? 'en' : 'vi');

  useEffect(() => {
    document.documentElement.lang = language;
    writeStored('language', language);
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
