import type { Language } from '../language/language.tsx';
import type { Phrases } from '../language/phrases.vi.ts';

/** Deadlines are local to the desk, wherever the officer's machine believes it is. */
const timeZone = 'Asia/Ho_Chi_Minh';
const locales: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };
const dayKeys = new Intl.DateTimeFormat('en-CA', { timeZone });
const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, at: number, options: Intl.DateTimeFormatOptions): string {
  const key = `${language}${JSON.stringify(options)}`;
  const known =
    formats.get(key) ?? new Intl.DateTimeFormat(locales[language], { timeZone, hourCycle: 'h23', ...options });
  formats.set(key, known);
  return known.format(at);
}

/** The local day as `2026-01-12`: equal for two instants of one day. */
export function dayKey(at: number): string {
  return dayKeys.format(at);
}

export function timeOfDay(at: number, language: Language): string {
  return format(language, at, { hour: '2-digit', minute: '2-digit' });
}

/** `15:30` today, else with the weekday and the date: `08:30 thứ Hai 12/01`. */
export function moment(at: number, now: number, language: Language): string {
  const time = timeOfDay(at, language);
  if (dayKey(at) === dayKey(now)) return time;
  const weekday = format(language, at, { weekday: language === 'vi' ? 'long' : 'short' });
  return `${time} ${within(weekday)} ${shortDate(at, now)}`;
}

/** `thứ Hai`, as it is written within a sentence; the names of other days keep their capital. */
function within(words: string): string {
  return words.replace(/^Thứ/u, 'thứ');
}

/** `08:30 12/01`: for narrow places. */
export function shortMoment(at: number, now: number, language: Language): string {
  const time = timeOfDay(at, language);
  return dayKey(at) === dayKey(now) ? time : `${time} ${shortDate(at, now)}`;
}

/** The heading between two days of a thread. */
export function dayHeading(at: number, now: number, language: Language, phrases: Phrases): string {
  if (dayKey(at) === dayKey(now)) return phrases.today;
  if (dayKey(at) === dayKey(now - 86_400_000)) return phrases.yesterday;
  return longDay(at, language);
}

/** `thứ Hai, 12/01/2026`: a whole day within a sentence. */
export function dayInWords(at: number, language: Language): string {
  return within(longDay(at, language));
}

export function longDay(at: number, language: Language): string {
  return format(language, at, { weekday: 'long', day: '2-digit', month: '2-digit', year: 'numeric' });
}

/** `12/01`, with the year where it is another than now. */
export function shortDate(at: number, now: number): string {
  const isSameYear = dayKey(at).slice(0, 4) === dayKey(now).slice(0, 4);
  // 12/01, as both languages write it here; the Vietnamese locale alone would say 12-01.
  return format('en', at, { day: '2-digit', month: '2-digit', ...(isSameYear ? {} : { year: 'numeric' }) });
}

/** `21/11 – 27/11` for whole days, the last one named; `08:00 21/11 – 12:00 23/11` where a day is begun or broken off. */
export function shortSpan(from: number, until: number, now: number, language: Language): string {
  const isWholeDays = [from, until].every((at) => timeOfDay(at, language) === '00:00');
  if (!isWholeDays) return `${shortMoment(from, now, language)} – ${shortMoment(until, now, language)}`;
  const [first, last] = [shortDate(from, now), shortDate(until - 1, now)];
  return first === last ? first : `${first} – ${last}`;
}
