import type { Act, Desk } from '../desk/act.ts';
import { NotFound } from '../errors.ts';
import { caseCard } from '../store/case-lists.ts';
import { caseDetail } from './case-detail.ts';
import { writeOnce } from './idempotency.ts';
import type { CaseDetail } from './views.ts';

/** Does something to a case and reads it, in one transaction. */
export function changeCase(desk: Desk) {
  return (
    context: Parameters<typeof writeOnce>[0],
    reference: string,
    deed: (current: Act) => Promise<unknown>,
  ): Promise<CaseDetail> => {
    const { sight } = context.var.reader;
    return writeOnce(
      context,
      desk,
      async (current) => {
        await deed(current);
        // Whoever hands a case to another unit may lose sight of it by that very act, and is shown it a last time.
        return caseDetail(current.tx, desk, 'everything', reference, current.at);
      },
      async (tx) => {
        if ((await caseCard(tx, sight, reference)) === null) throw new NotFound(`vụ việc ${reference}`);
      },
    );
  };
}
