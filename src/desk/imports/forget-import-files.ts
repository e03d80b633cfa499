import { oldImportFiles, saveImportFile } from '../../store/import-files.ts';
import type { Act } from '../act.ts';

/** Forgets what was brought before then: uploads that nobody imported, rejected rows, looks into lists. Answers which. */
export async function forgetImportFiles(
  { tx, jobs }: Pick<Act, 'tx' | 'jobs'>,
  range: Parameters<typeof oldImportFiles>[1],
): Promise<number[]> {
  const rows = await oldImportFiles(tx, range);
  for (const { id } of rows)
    await saveImportFile(tx, id, { path: null, rejectedPath: null, preview: null, recognition: null });
  const paths = rows.flatMap(({ path, rejectedPath }) => [path, rejectedPath]).filter((path) => path !== null);
  if (paths.length > 0) await jobs.send(tx, 'remove-files', { paths });
  return rows.map(({ id }) => id);
}
