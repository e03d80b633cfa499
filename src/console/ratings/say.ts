import { type Language, useLanguage } from '../language/language.tsx';

const locales: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };

/** Numbers as the console's language writes them; a dash for what is not known. */
export function useSaying() {
  const locale = locales[useLanguage().language];
  const say = (value: number, digits: number) =>
    value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return {
    count: (value: number | null) => (value === null ? '–' : value.toLocaleString(locale)),
    percent: (share: number | null, digits = 1) => (share === null ? '–' : `${say(share * 100, digits)} %`),
    decimal: (value: number | null, digits = 2) => (value === null ? '–' : say(value, digits)),
  };
}
