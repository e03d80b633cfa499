import { withChosenColumns } from '../../import/chosen-columns.ts';
import { nouns } from '../../import/nouns/nouns.ts';
import type { ChosenColumns } from '../../rules/imports/recognition.ts';
import { saveImportFile } from '../../store/import-files.ts';
import type { Act } from '../act.ts';
import { asAdministrator } from '../organisation/administrator.ts';
import { importing } from './bring-file.ts';
import { lockInState } from './lock-in-state.ts';
import { recordImport } from './record.ts';

/** Says from which headers the columns are read, and has the file tried out anew. Null goes back to what the headers say. */
export async function chooseColumns(
  current: Act,
  { id, columns }: { id: number; columns: ChosenColumns | null },
): Promise<void> {
  const { tx, jobs } = current;
  await asAdministrator(current, importing);
  const row = await lockInState(tx, id, ['read', 'refused']);
  if (columns !== null) withChosenColumns<object>(nouns[row.noun], columns);
  await saveImportFile(tx, id, { state: 'reading', columns, preview: null, refusal: null, counts: null, tries: 0 });
  await recordImport(current, 'importColumnsChosen', row);
  await jobs.send(tx, 'work-on-imports', {});
}
