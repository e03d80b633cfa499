import type { Language } from './words.ts';

const locales = { vi: 'vi-VN', en: 'en-GB', ko: 'ko-KR' } as const;
const todayIn = { vi: 'Hôm nay', en: 'Today', ko: '오늘' } as const;
const yesterdayIn = { vi: 'Hôm qua', en: 'Yesterday', ko: '어제' } as const;

/** The date on the desk's wall, for comparing days: 2026-03-06. */
export function dayOf(at: Date, zone: string): string {
  // Swedish writes dates as 2026-03-06.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at);
}

export function timeOf(at: Date, zone: string): string {
  return new Intl.DateTimeFormat('vi-VN', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** "Hôm nay", "Hôm qua", then the weekday with its date. */
export function dayLabel(at: Date, now: Date, zone: string, language: Language): string {
  const day = dayOf(at, zone);
  const today = dayOf(now, zone);
  if (day === today) return todayIn[language];
  if (day === new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10)) {
    return yesterdayIn[language];
  }
  return new Intl.DateTimeFormat(locales[language], {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
  }).format(at);
}

export function wallTime(at: Date, zone: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    timeZone: zone,
    weekday: 'short',
    day: '2-digit',
    month: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}
