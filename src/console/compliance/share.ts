/** The share of promises that were kept; null where none was decided. */
export function shareOf({ met, missed }: { met: number; missed: number }): number | null {
  return met + missed === 0 ? null : met / (met + missed);
}
