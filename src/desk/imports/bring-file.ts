import { nothingTaken } from '../../rules/imports/attempts.ts';
import type { ImportNoun } from '../../rules/imports/import-file.ts';
import { insertImportFile } from '../../store/import-files.ts';
import type { Act } from '../act.ts';
import { asAdministrator } from '../organisation/administrator.ts';
import type { KeptUpload } from './keep-upload.ts';
import { recordImport } from './record.ts';

export const importing = 'nhập dữ liệu từ tệp';

/** Takes note of a kept upload and has it tried out. Answers its id. */
export async function bringFile(
  current: Act,
  { noun, name, upload }: { noun: ImportNoun; name: string; upload: KeptUpload },
): Promise<number> {
  const { tx, at, by, jobs } = current;
  await asAdministrator(current, importing);
  const id = await insertImportFile(tx, {
    noun,
    name,
    ...upload,
    state: 'reading',
    broughtBy: by,
    broughtAt: at,
    taken: nothingTaken,
    takenBefore: nothingTaken,
  });
  await recordImport(current, 'importBrought', { id, noun, sha256: upload.sha256 });
  await jobs.send(tx, 'work-on-imports', {});
  return id;
}
