import { type Act, act } from '../../src/desk/act.ts';
import type { LedgerStream } from '../../src/rules/audit/streams.ts';
import type { Actor } from '../../src/rules/case/words.ts';
import { ledgerRows } from '../../src/store/ledger.ts';
import type { TestDesk } from './desk.ts';
import type { TestOfficer } from './organisation.ts';

/** The verb done by the administrator of the small organisation. */
export async function asAdministrator<Result>(
  desk: TestDesk,
  deed: (current: Act) => Promise<Result>,
): Promise<Result> {
  return as(desk, desk.organisation.officers.administrator, deed);
}

export async function as<Result>(
  desk: TestDesk,
  who: TestOfficer,
  deed: (current: Act) => Promise<Result>,
): Promise<Result> {
  return act(desk, { kind: 'officer', officerId: who.id }, deed);
}

export async function asProgram<Result>(desk: TestDesk, deed: (current: Act) => Promise<Result>): Promise<Result> {
  return act(desk, { kind: 'apiKey', name: 'bootstrap' }, deed);
}

export const nightly: Actor = { kind: 'schedule', name: 'bring-to-date' };

/** What the ledger of a stream tells, oldest first. */
export async function told(desk: TestDesk, stream: LedgerStream = 'organisation') {
  const rows = await ledgerRows(desk.database.db, stream, { before: null, limit: 100 });
  return rows.toReversed().map(({ type, detail, by }) => ({ type, detail, by }));
}

/** The code by which a deed is refused; a deed that succeeds fails the test. */
export async function refusalOf(deed: Promise<unknown>): Promise<{ code: string; message: string }> {
  try {
    await deed;
  } catch (refusal) {
    if (refusal instanceof Error && 'code' in refusal) return { code: String(refusal.code), message: refusal.message };
    throw refusal;
  }
  throw new Error('It was not refused');
}
