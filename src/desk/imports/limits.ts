import type { Limits } from '../../import/limits.ts';

/** What may come in through the console: a month of declarations and more. A year's list goes by the command line. */
export const uploadLimits = {
  fileBytes: 64 * 1024 ** 2,
  unpackedBytes: 512 * 1024 ** 2,
  sharedTextChars: 16 * 1024 ** 2,
  rows: 1_000_000,
  columns: 256,
} as const satisfies Partial<Limits>;
