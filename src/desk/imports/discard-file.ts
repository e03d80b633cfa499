import { saveImportFile } from '../../store/import-files.ts';
import type { Act } from '../act.ts';
import { asAdministrator } from '../organisation/administrator.ts';
import { importing } from './bring-file.ts';
import { lockInState } from './lock-in-state.ts';
import { recordImport } from './record.ts';

/** Takes a file off the table: it and what was seen of it go. Rows that an import took before it stopped stay taken. */
export async function discardFile(current: Act, id: number): Promise<void> {
  const { tx, jobs } = current;
  await asAdministrator(current, importing);
  const row = await lockInState(tx, id, ['reading', 'read', 'refused', 'stopped']);
  const paths = [row.path, row.rejectedPath].filter((path) => path !== null);
  const emptied = { path: null, rejectedPath: null, preview: null, recognition: null };
  await saveImportFile(tx, id, { state: 'discarded', ...emptied, leasedUntil: null });
  await recordImport(current, 'importDiscarded', row);
  await jobs.send(tx, 'remove-files', { paths });
}
