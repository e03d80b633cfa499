import { type Break, caseLedger } from '../../rules/audit/breaks.ts';
import { emptyHead } from '../../rules/audit/chain.ts';
import { walkLedger } from '../../rules/audit/walk.ts';
import { hiddenPrefixes } from '../../rules/case/reference-prefixes.ts';
import type { Db, Tx } from '../../store/database.ts';
import {
  asOfNow,
  countLedgerRows,
  readLedgers,
  referencesMissing,
  rowsWithoutCase,
} from '../../store/ledger-reading.ts';
import type { RootFile } from '../../store/root-files.ts';
import { type RootsVerified, verifyRoots } from './verify-roots.ts';

export type Progress = (done: number, all: number) => void;

export interface Verification extends RootsVerified {
  rows: number;
  ledgers: number;
  files: number;
  /** The first of them is the first broken row. */
  breaks: Break[];
}

/** Verifies everything on one moment's picture while others go on writing. */
export async function verifyLedgers(db: Db, files: readonly RootFile[], onProgress: Progress): Promise<Verification> {
  return asOfNow(db, (tx) => verifyWithin(tx, files, onProgress));
}

/**
 * Reads every ledger, every root and the given files of roots, and tells each contradiction: a row changed, deleted,
 * moved or cut off.
 */
export async function verifyWithin(tx: Tx, files: readonly RootFile[], onProgress: Progress): Promise<Verification> {
  const chains = await verifyChains(tx, onProgress);
  const numbers = await verifyNumbers(tx);
  const sealed = await verifyRoots(tx, files);
  return { ...chains, ...sealed, files: files.length, breaks: [...chains.breaks, ...numbers, ...sealed.breaks] };
}

async function verifyChains(tx: Tx, onProgress: Progress): Promise<Pick<Verification, 'rows' | 'ledgers' | 'breaks'>> {
  const all = await countLedgerRows(tx);
  const breaks: Break[] = [];
  let rows = 0;
  let ledgers = 0;
  let walk = walkLedger('', emptyHead);
  for await (const batch of readLedgers(tx)) {
    for (const { ledger, head, row } of batch) {
      if (walk.ledger !== ledger) {
        breaks.push(...walk.end());
        walk = walkLedger(ledger, head);
        ledgers += 1;
      }
      if (row === null) continue;
      walk.next(row);
      rows += 1;
    }
    onProgress(rows, all);
  }
  breaks.push(...walk.end());
  return { rows, ledgers, breaks };
}

/** Whole cases that are gone: their rows left behind, or only the gap in the numbers. */
async function verifyNumbers(tx: Tx): Promise<Break[]> {
  const orphans = (await rowsWithoutCase(tx)).map(
    ({ caseId, ordinal }): Break => ({ ledger: caseLedger(`#${caseId}`), ordinal, problem: 'withoutCase' }),
  );
  const gaps = (await referencesMissing(tx, hiddenPrefixes)).map(
    (reference): Break => ({ ledger: caseLedger(reference), ordinal: null, problem: 'caseMissing' }),
  );
  return [...orphans, ...gaps];
}
