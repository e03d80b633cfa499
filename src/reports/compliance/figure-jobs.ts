import type { Desk } from '../../desk/act.ts';
import type { Jobs } from '../../store/jobs.ts';
import { countPromises } from '../../store/promise-cells.ts';

/** Keeps the figures of promises cheap: every few minutes what changed is counted; until then it is read row by row. */
export async function workOnPromiseFigures(desk: Desk, jobs: Jobs): Promise<void> {
  await jobs.work('promise-figures', () => countAllPromises(desk));
  await desk.database.db.transaction((tx) => jobs.send(tx, 'promise-figures', {}));
  await jobs.schedule('promise-figures', '*/5 * * * *', desk.zone);
}

async function countAllPromises({ database: { db }, zone }: Desk): Promise<void> {
  while ((await countPromises(db, zone)) > 0);
}
