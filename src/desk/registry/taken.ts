import type { Act } from '../act.ts';

/** Who brings rows, when, and in which transaction. */
export type Taking = Pick<Act, 'tx' | 'at' | 'by' | 'zone' | 'wakes'>;

/** What came of one row: it may also say what cannot be taken, with the reason for people. */
export type Taken = 'added' | 'changed' | 'unchanged' | { column: string; value: string; because: string };
