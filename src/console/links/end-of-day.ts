// The zone has had this offset since 1975 and no summer time.
const offset = '+07:00';

/** The first instant after a day of the desk's calendar (`2026-12-31`), as ISO text; null for no day. */
export function endOfDay(day: string): string | null {
  if (day === '') return null;
  return new Date(new Date(`${day}T00:00:00${offset}`).getTime() + 24 * 3_600_000).toISOString();
}
