import { useDeskNow } from '../../time/desk-time.ts';
import { dayKey } from '../../time/moments.ts';

/** The desk's date, as `2026-07-01`. */
export function useToday(): string {
  return dayKey(useDeskNow());
}
