import { openDatabase } from '../database.ts';
import { clientOf } from '../in-transaction.ts';
import { openJobs } from '../jobs.ts';
import { requireSupportedServer } from '../version.ts';
import type { CheckedBackup } from './check-backup.ts';
import type { Watch } from './copying.ts';
import { loadRows } from './load-rows.ts';
import { tableFile } from './make-backup.ts';
import { restoreJobs } from './pending-jobs.ts';
import type { Places } from './place.ts';
import { putFiles, requireNoOtherFiles } from './put-files.ts';
import { schemaSteps, takeSteps } from './schema-steps.ts';
import { keepDesksOut, prepareSchema, requireNoDesk, requireUnused } from './target.ts';

export interface Restored {
  rows: number;
  tables: number;
  files: number;
  pendingJobs: number;
  /** Migrations that were taken because the backup is of an older program. */
  migrations: number;
}

/**
 * Brings a backup into the unused database at `url`, in one transaction: whatever stops it, no row is there. The files
 * stand before the rows that name them; those of a restoration that was stopped are taken up by the next one.
 */
export async function restoreBackup(
  url: string,
  places: Places,
  backup: CheckedBackup,
  watch: Watch,
): Promise<Restored> {
  const { directory, manifest } = backup;
  const steps = schemaSteps();
  const database = openDatabase(url, { max: 1 });
  const closing: (() => Promise<void>)[] = [() => database.close()];
  try {
    await requireSupportedServer(database.sql);
    const restored = await database.db.transaction(async (tx) => {
      const client = clientOf(tx);
      await keepDesksOut(client);
      await requireNoDesk(client);
      await requireUnused(client, steps);
      await requireNoOtherFiles(directory, places);

      // The queue brings its tables by itself; an empty one is as good as none.
      const jobs = await openJobs(url, () => undefined);
      closing.push(() => jobs.stop());
      await prepareSchema(client, manifest, steps);
      await loadRows(client, backup, watch);
      await takeSteps(client, steps.slice(manifest.migrations.length));
      const pendingJobs =
        manifest.pendingJobs === null ? 0 : await restoreJobs(tx, jobs, tableFile(directory, 'pgboss', 'job'), watch);
      const files = await putFiles(directory, places, watch);
      await requireNoDesk(client);
      return { pendingJobs, files };
    });
    // The planner knows nothing of rows that came all at once.
    await database.sql`analyze`;
    return {
      ...restored,
      rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
      tables: manifest.tables.length,
      migrations: steps.length - manifest.migrations.length,
    };
  } finally {
    for (const close of closing.toReversed()) await close();
  }
}
