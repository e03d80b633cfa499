import type { ImportFileRow } from '../../store/import-files.ts';
import { appendLedger } from '../../store/ledger.ts';
import type { Act } from '../act.ts';

type What = 'importBrought' | 'importColumnsChosen' | 'importStarted' | 'importStopped' | 'importDiscarded';

/** Appends to the ledger of the registry what somebody did about a file; the file by its digest, never its rows. */
export async function recordImport(
  { tx, by, at }: Pick<Act, 'tx' | 'by' | 'at'>,
  type: What,
  { id: importId, noun, sha256 }: Pick<ImportFileRow, 'id' | 'noun' | 'sha256'>,
): Promise<void> {
  await appendLedger(tx, 'registry', [{ type, detail: { importId, noun, sha256 } }], by, at);
}
