import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { type Language, type Words, wordsIn } from './words.ts';

interface LanguageChoice {
  language: Language;
  words: Words;
  choose(language: Language): void;
}

const place = 'chat_language';
const Chosen = createContext<LanguageChoice>({ language: 'vi', words: wordsIn.vi, choose: () => undefined });

/** The language of the page's own words. What the bot says follows the conversation instead. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, choose] = useState<Language>(() => (localStorage.getItem(place) === 'en' ? 'en' : 'vi'));
  useEffect(() => {
    localStorage.setItem(place, language);
    document.documentElement.lang = language;
  }, [language]);
  return <Chosen value={{ language, words: wordsIn[language], choose }}>{children}</Chosen>;
}

export function useLanguage(): LanguageChoice {
  return useContext(Chosen);
}
