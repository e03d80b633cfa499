import type { Phrases } from '../language/phrases.vi.ts';

type Units = Phrases['units'];

const sizes = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** The two largest units of a length: "1 ngày 4 giờ", "2 giờ 10 phút". Seconds show below two minutes only. */
export function duration(lengthMs: number, units: Units): string {
  const seconds = Math.floor(Math.abs(lengthMs) / 1_000);
  let rest = seconds < 120 ? seconds : seconds - (seconds % 60);

  const parts: string[] = [];
  for (const [unit, size] of sizes) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(counted(count, units[unit]));
    else if (parts.length > 0) break;
  }
  return parts.slice(0, 2).join(' ') || counted(0, units.second);
}

/** A promised length in hours and minutes, never in days: a working day is not a day. */
export function workingDuration(minutes: number, units: Units): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 ? counted(hours, units.hour) : '', rest > 0 ? counted(rest, units.minute) : '']
    .filter(Boolean)
    .join(' ');
}

/** A figure and its unit, which no end of a line parts. */
function counted(count: number, unit: string): string {
  return `${count}\u00a0${unit}`;
}
