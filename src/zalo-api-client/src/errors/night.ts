const hour = 3_600_000;
const hanoiOffset = 7 * hour;

/** Seconds from `now` to the next 06:00 in Việt Nam, when Zalo delivers again. At 06:00 itself it is a whole day. */
export function secondsUntilMorning(now: Date): number {
  const sinceMorning = (now.getTime() + hanoiOffset - 6 * hour) % (24 * hour);
  return Math.ceil((24 * hour - sinceMorning) / 1000);
}
