import { appendLedger } from '../../store/ledger.ts';
import type { Act } from '../act.ts';

export type PolicyDeed = 'policyProposed' | 'policyProposalWithdrawn' | 'policyApproved';

/** Writes in the ledger of the policies, in the transaction of the deed. */
export async function recordPolicy(current: Act, type: PolicyDeed, detail: Record<string, unknown>): Promise<void> {
  await appendLedger(current.tx, 'policies', [{ type, detail }], current.by, current.at);
}
