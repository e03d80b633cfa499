import type { FileCounts } from './import-file.ts';

/** Rows that stay taken whatever becomes of the attempt that took them. */
export interface Taken {
  added: number;
  changed: number;
}

export const nothingTaken: Taken = { added: 0, changed: 0 };

/** How often a file is begun again by itself before somebody has to look. */
export const mostAttempts = 5;

/**
 * What came of a file over all attempts. A later attempt finds what an earlier one took as it is, so that it counts as
 * unchanged there; it was added or changed all the same. In the middle of the later attempt, as much as was met again.
 */
export function overAttempts(latest: FileCounts, earlier: Taken): FileCounts {
  const again = Math.min(latest.unchanged, earlier.added + earlier.changed);
  return {
    ...latest,
    added: latest.added + earlier.added,
    changed: latest.changed + earlier.changed,
    unchanged: latest.unchanged - again,
  };
}

/** How much of a file is done, in whole percent; never 100 before its end. Null where its length is not known. */
export function percentOf(bytesRead: number, totalBytes: number | null): number | null {
  if (totalBytes === null || totalBytes === 0) return null;
  return Math.min(99, Math.floor((bytesRead / totalBytes) * 100));
}
