export interface Suggestion {
  name: 'inAnHour' | 'thisAfternoon' | 'nextMorning' | 'nextMonday';
  atMs: number;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
// Vietnam does not move its clocks.
const aheadOfUtcMs = 7 * hourMs;

/** Times at which people want to be reminded, the nearest first. Mornings are those of Monday to Friday. */
export function suggestedTimes(nowMs: number): Suggestion[] {
  const wall = nowMs + aheadOfUtcMs;
  const midnight = Math.floor(wall / dayMs) * dayMs;
  const at = (day: number, hour: number) => midnight + day * dayMs + hour * hourMs - aheadOfUtcMs;
  const weekday = new Date(midnight).getUTCDay();
  const toMonday = (8 - weekday) % 7 || 7;
  const toNext = weekday === 5 || weekday === 6 ? toMonday : 1;
  const isMorning = wall - midnight < 13 * hourMs;
  const times: Suggestion[] = [
    { name: 'inAnHour', atMs: Math.ceil((nowMs + hourMs) / 60_000) * 60_000 },
    ...(isMorning ? [{ name: 'thisAfternoon' as const, atMs: at(0, 14) }] : []),
    { name: 'nextMorning', atMs: at(toNext, 8) },
    ...(toNext === toMonday ? [] : [{ name: 'nextMonday' as const, atMs: at(toMonday, 8) }]),
  ];
  return times.toSorted((a, b) => a.atMs - b.atMs);
}

/** An instant as a field of local date and time shows it: `2026-11-23T08:00`, by the wall in Hải Phòng. */
export function wallText(atMs: number): string {
  return new Date(atMs + aheadOfUtcMs).toISOString().slice(0, 16);
}

/** What such a field says, as an instant; null while it says none. */
export function instantOf(text: string): string | null {
  const atMs = Date.parse(`${text}:00+07:00`);
  return Number.isNaN(atMs) ? null : new Date(atMs).toISOString();
}
