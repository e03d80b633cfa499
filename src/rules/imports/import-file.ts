/** What can be brought by file. */
export const importNouns = ['enterprises', 'agreements', 'associations', 'declarations', 'organisation'] as const;
export type ImportNoun = (typeof importNouns)[number];

export const importStates = [
  /** Being tried out: nothing of it is kept. */
  'reading',
  /** Tried out; a person looks at what would come of it. */
  'read',
  /** Nothing can be read of it, or not with these columns. */
  'refused',
  'importing',
  'imported',
  /** Ended before its last row; what was taken until then stays taken. */
  'stopped',
  'discarded',
] as const;
export type ImportState = (typeof importStates)[number];

export interface FileCounts {
  /** Rows with content; each is one of the others. */
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  rejected: number;
  duplicates: number;
}

/** What is on record of one thing that a row speaks of, before and after; a field that is null has no value. */
export interface RowSample {
  /** What people know it by: a tax code, a number, a name. */
  name: string;
  fields: readonly { field: string; before: string | null; after: string | null }[];
}

export interface RejectedSample {
  line: number;
  problems: readonly { column: string; value: string; because: string }[];
}

/** What would come of a file if it were imported now. */
export interface ImportPreview {
  counts: FileCounts;
  added: readonly RowSample[];
  changed: readonly RowSample[];
  unchanged: readonly RowSample[];
  rejected: readonly RejectedSample[];
}

/** A record as texts by field; null for one that is not there. */
export type Looked = Readonly<Record<string, string | null>> | null;

/** What differs between two looks at a record; of a record that is new or did not change, everything that has a value. */
export function sampleOf(name: string, before: Looked, after: Looked): RowSample {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const fields = names.map((field) => ({ field, before: before?.[field] ?? null, after: after?.[field] ?? null }));
  const differing = fields.filter((each) => each.before !== each.after);
  const isChange = before !== null && differing.length > 0;
  return { name, fields: isChange ? differing : fields.filter((each) => each.after !== null) };
}
