const hanoiMs = 7 * 3_600_000;

/** The day at Hà Nội, as `2026-11-22`. */
export function dayOf(at: number): string {
  return new Date(at + hanoiMs).toISOString().slice(0, 10);
}

export function monthOf(at: number): string {
  return dayOf(at).slice(0, 7);
}

/** From 22:00 until 06:00 at Hà Nội. */
export function isNight(at: number): boolean {
  const hour = new Date(at + hanoiMs).getUTCHours();
  return hour >= 22 || hour < 6;
}
