import { localDate } from '../rules/working-time/local-date.ts';

/** The instants of a day, or from the first day until the last one begins; from today on if no day is given. */
export function dayWindow(
  { asOf, from, until }: { asOf?: string | undefined; from?: string | undefined; until?: string | undefined },
  now: Date,
  zone: string,
): { from: Date; until: Date | null } {
  if (asOf !== undefined) return { from: startOf(asOf, 0, zone), until: startOf(asOf, 1, zone) };
  return {
    from: startOf(from ?? localDate(now, zone), 0, zone),
    until: until === undefined ? null : startOf(until, 0, zone),
  };
}

function startOf(date: string, plusDays: number, zone: string): Date {
  const day = Temporal.PlainDate.from(date).add({ days: plusDays });
  return new Date(day.toZonedDateTime(zone).epochMilliseconds);
}
