const dayMilliseconds = 86_400_000;
const minuteMilliseconds = 60_000;
const most = 50_000;

// Instants of a list fall on some hundreds of days; a date is put together anew only once for each.
const days = new Map<number, string>();
const minutes = Array.from(
  { length: 24 * 60 },
  (_, minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:`,
);

/** An instant as the server writes it in UTC, `2026-03-05 03:40:00+00`, with thousandths where there are some. */
export function instantText(instant: Date): string {
  const time = instant.getTime();
  const day = Math.floor(time / dayMilliseconds);
  const rest = time - day * dayMilliseconds;
  const minute = Math.floor(rest / minuteMilliseconds);
  return `${dayText(day)} ${minutes[minute] ?? ''}${secondText(rest - minute * minuteMilliseconds)}+00`;
}

/** An instant as `toISOString` writes it, `2026-03-05T03:40:00.000Z`, in a third of its time. */
export function isoInstant(instant: Date): string {
  const time = instant.getTime();
  const day = Math.floor(time / dayMilliseconds);
  const rest = time - day * dayMilliseconds;
  const minute = Math.floor(rest / minuteMilliseconds);
  const within = rest - minute * minuteMilliseconds;
  return `${dayText(day)}T${minutes[minute] ?? ''}${within === 0 ? '00.000' : (within / 1000).toFixed(3).padStart(6, '0')}Z`;
}

/** What `instantText` wrote as ISO says it, as far as `Date` needs it. */
export function isoText(written: string): string {
  return written.replace(' ', 'T').replace('+00', 'Z');
}

function dayText(day: number): string {
  const known = days.get(day);
  if (known !== undefined) return known;
  if (days.size >= most) days.clear();
  const text = new Date(day * dayMilliseconds).toISOString().slice(0, 10);
  days.set(day, text);
  return text;
}

function secondText(milliseconds: number): string {
  if (milliseconds === 0) return '00';
  const seconds = Math.floor(milliseconds / 1000);
  const thousandths = milliseconds - seconds * 1000;
  const whole = seconds < 10 ? `0${seconds}` : String(seconds);
  return thousandths === 0 ? whole : `${whole}.${String(thousandths).padStart(3, '0').replace(/0+$/, '')}`;
}
