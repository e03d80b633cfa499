import { act } from '../../../src/desk/act.ts';
import { sealDay } from '../../../src/desk/audit/seal-day.ts';
import { type Verification, verifyWithin } from '../../../src/desk/audit/verify-ledgers.ts';
import { takeCase } from '../../../src/desk/cases/take-case.ts';
import { writeNote } from '../../../src/desk/cases/write-note.ts';
import type { Tx } from '../../../src/store/database.ts';
import { appendLedger } from '../../../src/store/ledger.ts';
import type { StoredRoot } from '../../../src/store/roots.ts';
import { openACase } from '../../support/cases.ts';
import type { TestDesk } from '../../support/desk.ts';

export const schedule = { kind: 'schedule' as const, name: 'test' };

/** Four cases and two streams with a few rows each, all sealed. */
export async function aYearInSmall(desk: TestDesk): Promise<{ root: StoredRoot; references: string[] }> {
  const lan = { kind: 'officer' as const, officerId: desk.organisation.officers.lan.id };
  const references: string[] = [];
  for (let count = 0; count < 4; count += 1) {
    const { row } = await openACase(desk);
    references.push(row.reference);
    desk.clock.advanceMinutes(1);
    await act(desk, lan, (current) => takeCase(current, { reference: row.reference }));
    for (let note = 0; note < count; note += 1)
      await act(desk, lan, (current) => writeNote(current, { reference: row.reference, text: `ghi chú ${note}` }));
  }
  for (const stream of ['organisation', 'policies'] as const)
    for (let n = 1; n <= 4; n += 1)
      await act(desk, schedule, ({ tx, by, at }) =>
        appendLedger(tx, stream, [{ type: 'changed', detail: { n, name: `thứ ${n}` } }], by, at),
      );
  return { root: await act(desk, schedule, sealDay), references };
}

/** Does it, verifies, and undoes it. */
export async function verifyAfter(desk: TestDesk, deed: (tx: Tx) => Promise<unknown>, files: StoredRoot[] = []) {
  let verification: Verification | null = null;
  const undo = new Error('undone');
  await desk.database.db
    .transaction(async (tx) => {
      await deed(tx);
      const found = files.map((root) => ({ name: `root-${root.date}.json`, root }));
      verification = await verifyWithin(tx, found, () => undefined);
      throw undo;
    })
    .catch((fault: unknown) => {
      if (fault !== undo) throw fault;
    });
  if (verification === null) throw new Error('Nothing was verified');
  return verification as Verification;
}
