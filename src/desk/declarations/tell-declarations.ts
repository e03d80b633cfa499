import { appendLedger } from '../../store/ledger.ts';
import type { Act } from '../act.ts';
import type { Taken } from '../registry/taken.ts';
import type { DeclarationTold } from './listed.ts';
import { takeDeclarations } from './take-declarations.ts';

/** Takes declarations that another system tells of. What changed something leaves a row of figures in the ledger. */
export async function tellDeclarations(current: Act, rows: readonly DeclarationTold[]): Promise<Taken[]> {
  const taken = await takeDeclarations(current, rows);
  const count = (result: Taken) => taken.filter((each) => each === result).length;
  const figures = { told: rows.length, added: count('added'), changed: count('changed') };
  if (figures.added + figures.changed > 0) {
    await appendLedger(current.tx, 'registry', [{ type: 'declarationsTold', detail: figures }], current.by, current.at);
  }
  return taken;
}
