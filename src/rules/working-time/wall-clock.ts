/** A stretch of instants, half-open, during which the zone keeps one offset from UTC. All in milliseconds. */
export interface OffsetPeriod {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
}

/** The instant at which a year begins on the walls of a zone. */
export function startOfYear(year: number, zone: string): number {
  return new Temporal.PlainDate(year, 1, 1).toZonedDateTime(zone).epochMilliseconds;
}

/** The offsets a zone keeps between two instants. With this table, walls and instants convert by addition. */
export function offsetPeriods(from: number, until: number, zone: string): OffsetPeriod[] {
  const periods: OffsetPeriod[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  while (at.epochMilliseconds < until) {
    const next = at.getTimeZoneTransition('next');
    const end = Math.min(next?.epochMilliseconds ?? until, until);
    periods.push({ from: at.epochMilliseconds, until: end, offset: at.offsetNanoseconds / 1e6 });
    if (next === null) break;
    at = next;
  }
  return periods;
}

/** A wall-clock reading in a zone, for what people read. */
export function onTheWall(at: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
}
