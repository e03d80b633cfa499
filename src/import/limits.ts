/** How much a file may hold before it is refused. Larger is not a table that people keep, or is made to exhaust the reader. */
export interface Limits {
  readonly fileBytes: number;
  /** What all parts of a workbook may unpack to. */
  readonly unpackedBytes: number;
  /** Texts a workbook keeps apart from its sheets; they are held in memory. */
  readonly sharedTextChars: number;
  readonly rows: number;
  readonly columns: number;
  readonly cellChars: number;
}

// A year of the department is 1.8 million declarations, 300 MB of text.
export const defaultLimits: Limits = {
  fileBytes: 2 * 1024 ** 3,
  unpackedBytes: 2 * 1024 ** 3,
  sharedTextChars: 64 * 1024 ** 2,
  rows: 10_000_000,
  columns: 512,
  cellChars: 32_767,
};
