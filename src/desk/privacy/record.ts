import { appendLedger } from '../../store/ledger.ts';
import type { Act } from '../act.ts';

/** What is done about people's data. Details hold ids and figures; no word of a person. */
export type PrivacyDeed =
  | 'dataRequested'
  | 'dataExported'
  | 'dataDeleted'
  | 'deletionCancelled'
  | 'consentWithdrawn'
  | 'retentionProposed'
  | 'retentionChanged'
  | 'retentionWithdrawn'
  | 'retentionRun';

/** Writes in the ledger of privacy, in the transaction of the deed. */
export async function recordPrivacy(
  current: Pick<Act, 'tx' | 'by' | 'at'>,
  type: PrivacyDeed,
  detail: Record<string, unknown>,
): Promise<void> {
  await appendLedger(current.tx, 'privacy', [{ type, detail }], current.by, current.at);
}
