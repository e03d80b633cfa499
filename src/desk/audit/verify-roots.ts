import type { Break } from '../../rules/audit/breaks.ts';
import { hashOfRoot, type SealedHead } from '../../rules/audit/root.ts';
import type { Tx } from '../../store/database.ts';
import { headsNotKept, sealsRemembered } from '../../store/ledger-reading.ts';
import type { RootFile } from '../../store/root-files.ts';
import { headsOf, rootRows, type StoredRoot } from '../../store/roots.ts';

export interface RootsVerified {
  roots: number;
  latestRoot: { date: string; hash: string } | null;
  breaks: Break[];
}

/** Holds the ledgers against the roots in the database, and both against the files that were kept elsewhere. */
export async function verifyRoots(tx: Tx, files: readonly RootFile[]): Promise<RootsVerified> {
  const stored = await rootRows(tx);
  const breaks: Break[] = [];
  let previousHash = '';
  for (const row of stored) {
    const root: StoredRoot = { ...row, heads: await headsOf(tx, row.date) };
    const ledger = `root/${row.date}`;
    if (hashOfRoot(root) !== root.hash) breaks.push({ ledger, ordinal: null, problem: 'rootChanged' });
    else if (root.previousHash !== previousHash) breaks.push({ ledger, ordinal: null, problem: 'rootNotFollowing' });
    breaks.push(...(await sealedRows(tx, root.heads)));
    previousHash = root.hash;
  }

  const hashes = new Map(stored.map(({ date, hash }) => [date, hash]));
  for (const { date, hash } of await sealsRemembered(tx)) {
    if (!hashes.has(date)) breaks.push({ ledger: `root/${date}`, ordinal: null, problem: 'rootMissing' });
    else if (hashes.get(date) !== hash) breaks.push({ ledger: `root/${date}`, ordinal: null, problem: 'rootChanged' });
  }
  for (const file of files) breaks.push(...(await verifyFile(tx, file, hashes)));

  const last = stored.at(-1);
  return { roots: stored.length, latestRoot: last === undefined ? null : { date: last.date, hash: last.hash }, breaks };
}

async function verifyFile(tx: Tx, { name, root }: RootFile, hashes: ReadonlyMap<string, string>): Promise<Break[]> {
  const ledger = `file/${name}`;
  if (root === null) return [{ ledger, ordinal: null, problem: 'fileUnreadable' }];
  // A file that was tampered with proves nothing about the rows.
  if (hashOfRoot(root) !== root.hash) return [{ ledger, ordinal: null, problem: 'fileChanged' }];
  const hash = hashes.get(root.date);
  // What this root names was held against the rows above.
  if (hash === root.hash) return [];
  const problem: Break =
    hash === undefined
      ? { ledger: `root/${root.date}`, ordinal: null, problem: 'rootMissing' }
      : { ledger, ordinal: null, problem: 'fileDiffers' };
  return [problem, ...(await sealedRows(tx, root.heads))];
}

async function sealedRows(tx: Tx, heads: readonly SealedHead[]): Promise<Break[]> {
  return (await headsNotKept(tx, heads)).map(({ ledger, ordinal, isMissing }) => ({
    ledger,
    ordinal,
    problem: isMissing ? 'sealedRowMissing' : 'sealedRowChanged',
  }));
}
