// After five seconds, half a minute and two minutes: an echo or the platform's history comes within the first, mostly.
const waitsMilliseconds = [5_000, 25_000, 90_000] as const;

/** So often the platform is asked whether a message of unknown outcome has arrived; later ones of its chat wait as long. */
export const doubtChecksAllowed = waitsMilliseconds.length;

/** When the platform is asked next, after it was asked `checks` times; null when a person has to decide. */
export function nextDoubtCheckAt(checks: number, now: Date): Date | null {
  const wait = waitsMilliseconds[checks];
  return wait === undefined ? null : new Date(now.getTime() + wait);
}
