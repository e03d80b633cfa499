import type { Act, Desk } from '../desk/act.ts';
import { NotFound } from '../errors.ts';
import { caseCard } from '../store/case-lists.ts';
import { writeOnce } from './idempotency.ts';
import { verificationDetail } from './verification-detail.ts';
import type { VerificationDetail } from './verification-views.ts';

/** Does something about a verification and reads it, in one transaction. */
export function changeVerification(desk: Desk) {
  return (
    context: Parameters<typeof writeOnce>[0],
    reference: string,
    deed: (current: Act) => Promise<unknown>,
  ): Promise<VerificationDetail> => {
    const { sight } = context.var.reader;
    return writeOnce(
      context,
      desk,
      async (current) => {
        await deed(current);
        return verificationDetail(current.tx, desk, sight, reference, current.at);
      },
      async (tx) => {
        if ((await caseCard(tx, sight, reference)) === null) throw new NotFound(`xác minh ${reference}`);
      },
    );
  };
}
