import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalText, chainOnto, emptyHead, hashOfRow, sha256 } from '../../../src/rules/audit/chain.ts';
import { hashOfRoot, type Root } from '../../../src/rules/audit/root.ts';
import { walkLedger } from '../../../src/rules/audit/walk.ts';

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
const by = { kind: 'officer', officerId: 7 };
const at = new Date('2026-11-23T02:00:00Z');

function chainOf(count: number) {
  const entries = Array.from({ length: count }, (_, index) => ({ type: 'noted', detail: { messageId: index } }));
  const { rows, head } = chainOnto(12, emptyHead, entries, by, at);
  return { head, rows: rows.map((row) => ({ ...row, ledger: 12, by, at })) };
}

test('what is read back hashes as what was written, whatever order the keys come back in', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const readBack = reversed(JSON.parse(JSON.stringify(value)));

      expect(canonicalText(readBack)).toBe(canonicalText(value));
      expect(JSON.parse(canonicalText(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { seed, numRuns: 2000 },
  );
});

test('a detail that is left out, and an instant inside a detail, hash as they are stored', () => {
  const written = { reason: undefined, dueAt: at, list: [undefined, 1] };

  expect(canonicalText(written)).toBe(canonicalText(JSON.parse(JSON.stringify(written))));
});

test('any part of a row that changes, changes its hash', () => {
  const row = { ledger: 12, ordinal: 3, type: 'noted', by, at, detail: { messageId: 9 }, previousHash: 'ab' };
  const changes = [
    { ledger: 13 },
    { ledger: '12' },
    { ordinal: 4 },
    { type: 'replied' },
    { by: { kind: 'officer', officerId: 8 } },
    { at: new Date(at.getTime() + 1) },
    { at: new Date(Number.NaN) },
    { detail: { messageId: 10 } },
    { detail: { messageId: 9, because: '' } },
    { previousHash: 'ac' },
  ];

  const hashes = changes.map((change) => hashOfRow({ ...row, ...change }));

  expect(new Set([hashOfRow(row), ...hashes]).size).toBe(changes.length + 1);
});

test('a ledger that nobody touched is found whole', () => {
  const { rows, head } = chainOf(5);
  const walk = walkLedger('case/VM-2026-000001', head);

  for (const row of rows) walk.next(row);

  expect(walk.end()).toEqual([]);
});

test('a ledger that was never written in and has no rows is whole', () => {
  expect(walkLedger('audit', emptyHead).end()).toEqual([]);
});

test('only the first broken row of a ledger is told', () => {
  const { rows, head } = chainOf(6);
  const walk = walkLedger('case/VM-2026-000001', head);

  for (const row of rows) if (row.ordinal !== 3) walk.next(row.ordinal === 5 ? { ...row, type: 'closed' } : row);

  expect(walk.end()).toEqual([{ ledger: 'case/VM-2026-000001', ordinal: 3, problem: 'rowMissing' }]);
});

test('a last row that was rewritten with its hash no longer is where the ledger is known to end', () => {
  const { rows, head } = chainOf(2);
  const [first, last] = rows;
  if (first === undefined || last === undefined) throw new Error('The chain is too short');
  const forged = { ...last, type: 'closed' };
  const walk = walkLedger('audit', head);

  walk.next(first);
  walk.next({ ...forged, hash: hashOfRow(forged) });

  expect(walk.end()).toEqual([{ ledger: 'audit', ordinal: 2, problem: 'headDiffers' }]);
});

test('a row that was chained on behind the known end is told', () => {
  const { rows } = chainOf(3);
  const walk = walkLedger('audit', { ordinal: 2, hash: rows[1]?.hash ?? '' });

  for (const row of rows) walk.next(row);

  expect(walk.end()).toEqual([{ ledger: 'audit', ordinal: 3, problem: 'beyondHead' }]);
});

test('a ledger whose last rows are gone is told from the first that is missing', () => {
  const { rows, head } = chainOf(4);
  const walk = walkLedger('audit', head);

  for (const row of rows.slice(0, 2)) walk.next(row);

  expect(walk.end()).toEqual([{ ledger: 'audit', ordinal: 3, problem: 'cutShort' }]);
});

test('a root vouches for each head it names, in whatever order they are given', () => {
  const heads = [
    { ledger: 'case/VM-2026-000001', ordinal: 4, hash: sha256('a') },
    { ledger: 'organisation', ordinal: 2, hash: sha256('b') },
  ];
  const root: Root = { date: '2026-11-23', sealedAt: at, ledgers: 2, rows: 6, previousHash: '', heads };
  const hash = hashOfRoot(root);

  expect(hashOfRoot({ ...root, heads: heads.toReversed() })).toBe(hash);
  const others = [
    { ...root, heads: heads.slice(1) },
    { ...root, heads: heads.map((head) => ({ ...head, ordinal: head.ordinal - 1 })) },
    { ...root, previousHash: sha256('c') },
    { ...root, rows: 7 },
    { ...root, sealedAt: new Date(at.getTime() + 1) },
  ].map(hashOfRoot);
  expect(others).not.toContain(hash);
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}
