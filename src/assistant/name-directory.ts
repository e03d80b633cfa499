import type { Clock } from '../clock.ts';
import { type NameList, nameListOf } from './names.ts';

// A name that was registered a moment ago is among those of its own chat anyway.
const keptMilliseconds = 10 * 60_000;

/** All known names, read when they are first needed and again when they may have changed. */
export function openNameDirectory(clock: Clock, read: () => Promise<readonly string[]>): () => Promise<NameList> {
  let kept: { list: Promise<NameList>; until: number } | null = null;
  return () => {
    const now = clock.now().getTime();
    if (kept === null || now >= kept.until) {
      const list = read().then(nameListOf);
      kept = { list, until: now + keptMilliseconds };
      // A reading that failed is not kept.
      list.catch(() => {
        kept = null;
      });
    }
    return kept.list;
  };
}
