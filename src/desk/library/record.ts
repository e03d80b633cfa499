import { appendLedger } from '../../store/ledger.ts';
import type { Act } from '../act.ts';

export type LibraryDeed = 'versionProposed' | 'draftCorrected' | 'versionPublished' | 'draftWithdrawn';

/** Writes in the ledger of the library, in the transaction of the deed. */
export async function record(current: Act, type: LibraryDeed, detail: Record<string, unknown>): Promise<void> {
  await appendLedger(current.tx, 'library', [{ type, detail }], current.by, current.at);
}
