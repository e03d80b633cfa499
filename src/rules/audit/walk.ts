import type { Break } from './breaks.ts';
import { type ChainRow, emptyHead, type Head, hashOfRow } from './chain.ts';

/** Reads one ledger from its first row to its last. Only the first thing wrong with a ledger is told. */
export interface Walk {
  readonly ledger: string;
  next(row: ChainRow & { hash: string }): void;
  /** What is wrong with the ledger, now that it has been read to its end; nothing, or one thing. */
  end(): Break[];
}

/** `stored` is where the ledger ends according to the witness that is kept beside it. */
export function walkLedger(ledger: string, stored: Head): Walk {
  let { ordinal, hash } = emptyHead;
  let found: Break | null = null;

  function tell(problem: Break['problem'], at: number): void {
    found ??= { ledger, ordinal: at, problem };
  }

  return {
    ledger,
    next(row) {
      if (found !== null) return;
      const expected = ordinal + 1;
      if (row.ordinal > expected) tell('rowMissing', expected);
      else if (row.ordinal < expected) tell('outOfOrder', row.ordinal);
      else if (hashOfRow(row) !== row.hash) tell('contentChanged', row.ordinal);
      else if (row.previousHash !== hash) tell('notFollowing', row.ordinal);
      else if (row.ordinal > stored.ordinal) tell('beyondHead', row.ordinal);
      ({ ordinal, hash } = row);
    },
    end() {
      if (ordinal < stored.ordinal) tell('cutShort', ordinal + 1);
      else if (hash !== stored.hash) tell('headDiffers', ordinal);
      return found === null ? [] : [found];
    },
  };
}
