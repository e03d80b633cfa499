import { useLanguage } from '../language/language.tsx';

/** The one word that the rail needs before the page is loaded. */
export function useAssistantRailWord(): string {
  return useLanguage().language === 'en' ? 'Assistant' : 'Trợ lý';
}
