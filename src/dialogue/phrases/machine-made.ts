import type { SpokenLanguage } from '../../rules/working-time/say-when.ts';

// Who reads a translation knows that it is one, and which words count.
const headings: Record<SpokenLanguage, string> = {
  vi: 'Bản dịch máy',
  en: 'English (machine translation; the Vietnamese text prevails)',
  ko: '한국어 (기계 번역이며 베트남어 원문이 우선합니다)',
};

/** The officer's own words with their translation below; the words alone where there is none. */
export function withTranslation(text: string, translation: string | undefined, language: SpokenLanguage): string {
  return translation === undefined ? text : `${text}\n\n— ${headings[language]} —\n${translation}`;
}

/** An alert with the case in two sentences below it, said to be a machine's. */
export function withSummary(text: string, summary: string | null | undefined): string {
  return summary == null ? text : `${text}\nTóm tắt (máy soạn): ${summary}`;
}
