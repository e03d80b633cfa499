import { forgetWords } from '../../store/forgetting.ts';
import type { Act } from '../act.ts';

const keptMilliseconds = 24 * 3_600_000;

/** Deletes, a day after it was written, what people said who did not agree to its being kept. Returns how many messages. */
export async function forgetUnconsented({ tx, at }: Act): Promise<number> {
  return forgetWords(tx, new Date(at.getTime() - keptMilliseconds));
}
