import { appendLedger } from '../../store/ledger.ts';
import type { Act } from '../act.ts';

/** What is done to the organisation. Details hold ids, codes, dates and figures; words people wrote stay in the rows. */
export type OrganisationDeed =
  | 'unitCreated'
  | 'unitChanged'
  | 'unitEnded'
  | 'officeAssigned'
  | 'officerCreated'
  | 'officerCorrected'
  | 'postChanged'
  | 'postEnded'
  | 'officerArrived'
  | 'officerMoved'
  | 'officerLeft'
  | 'casesPassedOn'
  | 'dutyTurnAdded'
  | 'dutyTurnRemoved'
  | 'dutyWeekCopied'
  | 'absenceAdded'
  | 'absenceEnded'
  | 'absenceCancelled'
  | 'responsibilityAdded'
  | 'responsibilityChanged'
  | 'responsibilityEnded';

/** Writes in the ledger of the organisation, in the transaction of the deed. */
export async function record(current: Act, type: OrganisationDeed, detail: Record<string, unknown>): Promise<void> {
  await appendLedger(current.tx, 'organisation', [{ type, detail }], current.by, current.at);
}
