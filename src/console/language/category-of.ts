import { byCode } from './by-code.ts';
import { categoriesInEnglish } from './categories.en.ts';
import { useLanguage } from './language.tsx';

/** Names a category in the language of the console, from its code and what the server calls it in Vietnamese. */
export function useCategoryOf(): (code: string, said: string) => string {
  const { language } = useLanguage();
  return (code, said) => (language === 'en' ? byCode(categoriesInEnglish, code, said) : said);
}
