import { saveImportFile } from '../../store/import-files.ts';
import type { Act } from '../act.ts';
import { asAdministrator } from '../organisation/administrator.ts';
import { importing } from './bring-file.ts';
import { lockInState } from './lock-in-state.ts';
import { recordImport } from './record.ts';

/** Has a file imported that was tried out, or one that stopped: it goes from the first row again, and changes nothing twice. */
export async function startImport(current: Act, id: number): Promise<void> {
  const { tx, at, by, jobs } = current;
  await asAdministrator(current, importing);
  const row = await lockInState(tx, id, ['read', 'stopped']);
  const begun = { startedBy: by, startedAt: row.startedAt ?? at, finishedAt: null };
  await saveImportFile(tx, id, { state: 'importing', ...begun, refusal: null, counts: null, bytesRead: 0, tries: 0 });
  await recordImport(current, 'importStarted', row);
  await jobs.send(tx, 'work-on-imports', {});
}
