import type { CaseRow } from '../../store/cases.ts';
import type { Db, Tx } from '../../store/database.ts';
import { activeOfficers, type Officer } from '../../store/organisation.ts';
import { watcherIds } from '../../store/watching.ts';
import { whoMaySee } from '../visibility.ts';

type Colleague = Officer & { unitName: string };

/** Who may see the case, by name: nobody else is offered, counted or named. */
export async function colleaguesOn(db: Db | Tx, row: CaseRow): Promise<Colleague[]> {
  return whoMaySee(db, row, await activeOfficers(db));
}

/** Who watches the case and may still see it, longest first. */
export async function watchersOn(db: Db | Tx, row: CaseRow): Promise<Colleague[]> {
  const ids = await watcherIds(db, row.id);
  const officers = (await activeOfficers(db)).filter(({ id }) => ids.includes(id));
  const seeing = await whoMaySee(db, row, officers);
  return seeing.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}
