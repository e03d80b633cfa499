import { type Forgotten, forgetWords } from '../../store/forgetting.ts';
import type { Act } from '../act.ts';

const keptMilliseconds = 24 * 3_600_000;

/**
 * Deletes, a day after it was written, what people said and sent who did not agree to its being kept. The caller
 * removes the named files after the commit.
 */
export async function forgetUnconsented({ tx, at }: Act): Promise<Forgotten> {
  return forgetWords(tx, new Date(at.getTime() - keptMilliseconds));
}
