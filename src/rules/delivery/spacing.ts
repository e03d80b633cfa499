/**
 * The pause between two messages under a limit. Evenly spaced, no window ever holds more than the limit. One more
 * millisecond, because a clock that shows whole milliseconds may show an answer up to one too early.
 */
export function spacingMilliseconds({
  messages,
  perMilliseconds,
}: {
  messages: number;
  perMilliseconds: number;
}): number {
  return Math.ceil(perMilliseconds / messages) + 1;
}
