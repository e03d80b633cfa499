import { type Language, useLanguage } from '../language/language.tsx';

const locales: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };

/** Numbers as the console's language writes them; a dash for what is not known. */
export function useSaying() {
  const { language } = useLanguage();
  const locale = locales[language];
  // Vietnamese writes a space before the sign, and it does not break there.
  const sign = language === 'en' ? '%' : '\u00a0%';
  const say = (value: number, digits: number) =>
    value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return {
    count: (value: number | null) => (value === null ? '–' : value.toLocaleString(locale)),
    percent: (share: number | null, digits = 1) => (share === null ? '–' : `${say(share * 100, digits)}${sign}`),
    decimal: (value: number | null, digits = 2) => (value === null ? '–' : say(value, digits)),
  };
}
