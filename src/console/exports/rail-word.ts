import { useLanguage } from '../language/language.tsx';

/** The one word that the rail needs before the pages are loaded. */
export function useManagerRailWord(): string {
  return useLanguage().language === 'en' ? 'Manage' : 'Điều hành';
}
