import type { SpokenLanguage } from './say-when.ts';
import { dayMilliseconds, hourMilliseconds, minuteMilliseconds, workingDayMilliseconds } from './working-day.ts';

type Unit = 'day' | 'hour' | 'minute';
type Parts = readonly (readonly [number, Unit])[];

/** An amount of working time: "2 giờ làm việc", "2 ngày làm việc". Days are working days of eight hours; seconds are dropped. */
export function sayDuration(workingMilliseconds: number, language: SpokenLanguage): string {
  const minutes = Math.floor(workingMilliseconds / minuteMilliseconds) * minuteMilliseconds;
  const parts = partsOf(minutes, workingDayMilliseconds);
  const said = say(parts.length > 0 ? parts : [[0, 'minute']], language);
  if (language === 'vi') return `${said} làm việc`;
  if (language === 'ko') return `근무 기준 ${said}`;
  // English puts the adjective before the noun: "2 working days", "1 working day 4 hours".
  return said.replace(/^(\d+) /, '$1 working ');
}

/**
 * What is left until a due time by the clock on the wall, in its two largest units: "2 giờ 10 phút". Negative once the
 * time has passed: "quá hạn 15 phút". Not for amounts of working time, whose days are eight hours long.
 */
export function sayCountdown(milliseconds: number, language: SpokenLanguage): string {
  const parts = partsOf(Math.abs(milliseconds), dayMilliseconds);
  const largest = parts.slice(0, 2).filter(([, unit], index) => index === 0 || follows(parts[0]?.[1], unit));
  const said = largest.length > 0 ? say(largest, language) : underAMinute[language];
  return milliseconds > 0 ? said : overdue[language](said);
}

const units: readonly Unit[] = ['day', 'hour', 'minute'];

// "3 ngày 5 phút" pretends to a precision that "3 ngày" does not need.
function follows(larger: Unit | undefined, unit: Unit): boolean {
  return larger !== undefined && units.indexOf(unit) === units.indexOf(larger) + 1;
}

function partsOf(milliseconds: number, dayLength: number): Parts {
  const withinDay = milliseconds % dayLength;
  const parts: Parts = [
    [Math.floor(milliseconds / dayLength), 'day'],
    [Math.floor(withinDay / hourMilliseconds), 'hour'],
    [Math.floor((withinDay % hourMilliseconds) / minuteMilliseconds), 'minute'],
  ];
  return parts.filter(([amount]) => amount > 0);
}

const underAMinute: Record<SpokenLanguage, string> = { vi: 'dưới 1 phút', en: 'under 1 minute', ko: '1분 미만' };

const overdue: Record<SpokenLanguage, (said: string) => string> = {
  vi: (said) => `quá hạn ${said}`,
  en: (said) => `overdue by ${said}`,
  ko: (said) => `${said} 초과`,
};

const unitWords: Record<SpokenLanguage, (amount: number, unit: Unit) => string> = {
  vi: (amount, unit) => `${amount} ${{ day: 'ngày', hour: 'giờ', minute: 'phút' }[unit]}`,
  en: (amount, unit) => `${amount} ${unit}${amount === 1 ? '' : 's'}`,
  ko: (amount, unit) => `${amount}${{ day: '일', hour: '시간', minute: '분' }[unit]}`,
};

function say(parts: Parts, language: SpokenLanguage): string {
  return parts.map(([amount, unit]) => unitWords[language](amount, unit)).join(' ');
}
