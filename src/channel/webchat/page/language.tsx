import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { type Language, type Words, wordsIn } from './words.ts';

interface LanguageChoice {
  language: Language;
  words: Words;
  choose(language: Language): void;
  /** Tells in which language the conversation is held, for a page whose reader has not chosen one. */
  follow(language: Language | null): void;
}

const place = 'chat_language';
const Chosen = createContext<LanguageChoice>({
  language: 'vi',
  words: wordsIn.vi,
  choose: () => undefined,
  follow: () => undefined,
});

/** The language of the page's own words: as chosen here, else as the conversation is held, else as the browser prefers. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [chosen, setChosen] = useState<Language | null>(chosenBefore);
  const [followed, follow] = useState<Language | null>(null);
  const language = chosen ?? followed ?? preferred();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  function choose(wanted: Language): void {
    localStorage.setItem(place, wanted);
    setChosen(wanted);
  }
  return <Chosen value={{ language, words: wordsIn[language], choose, follow }}>{children}</Chosen>;
}

function chosenBefore(): Language | null {
  const kept = localStorage.getItem(place);
  return kept === 'vi' || kept === 'en' || kept === 'ko' ? kept : null;
}

// A browser set to English says little about a person in Hải Phòng; one set to Korean says enough.
function preferred(): Language {
  return navigator.language.startsWith('ko') ? 'ko' : 'vi';
}

export function useLanguage(): LanguageChoice {
  return useContext(Chosen);
}
