interface ClockTime {
  reading: { hour: number; minute: number; second: number };
  /** Offset from UTC in minutes where the text states one. */
  offsetMinutes: number | null;
}

const written =
  /^[T, ]*(?:lúc )?(\d{1,2})(?: ?(?::|h|giờ) ?(\d{1,2}))?(?: ?(?::|m|p|phút) ?(\d{1,2})(?:[.,]\d+)?)?(?: ?(?:h|m|p|s|giờ|phút|giây))? ?(am|pm|sa|ch|sáng|chiều|tối)?(?: ?(z|[+-]\d{2}:?\d{2}))?$/i;
const afternoons = ['pm', 'ch', 'chiều', 'tối'];

/** The time of day in what follows a date; midnight for nothing. Null for anything that is not a time. */
export function clockTime(text: string): ClockTime | null {
  if (text.trim() === '') return { reading: { hour: 0, minute: 0, second: 0 }, offsetMinutes: null };
  const match = written.exec(text);
  // A bare number after a date is no time: it may be anything.
  if (match === null || (match[2] === undefined && !/[hgiờ]/i.test(text) && match[4] === undefined)) return null;

  const hour = wholeDayHour(Number(match[1]), match[4]?.toLowerCase());
  const reading = { hour, minute: Number(match[2] ?? 0), second: Number(match[3] ?? 0) };
  return { reading, offsetMinutes: offsetIn(match[5]) };
}

// 12 in the morning is midnight, 12 in the afternoon is noon; "14:30 CH" is already in whole-day hours.
function wholeDayHour(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour;
  return (hour % 12) + (afternoons.includes(half) ? 12 : 0);
}

function offsetIn(zone: string | undefined): number | null {
  if (zone === undefined) return null;
  if (zone.toLowerCase() === 'z') return 0;
  const digits = zone.replace(':', '');
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5));
  return zone.startsWith('-') ? -minutes : minutes;
}
