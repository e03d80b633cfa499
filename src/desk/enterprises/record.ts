import { appendLedger } from '../../store/ledger.ts';
import type { Act } from '../act.ts';

/** What is done about who speaks for whom. Details hold ids and figures; no code, number or word of a person. */
export type LinkingDeed =
  | 'enterpriseCodesCreated'
  | 'enterpriseCodeRevoked'
  | 'codeRefused'
  | 'linked'
  | 'linkEnded'
  | 'linkAsked'
  | 'linkRequestApproved'
  | 'linkRequestRefused'
  | 'sharingChanged';

/** Writes in the ledger of the registry, in the transaction of the deed. */
export async function recordLinking(
  current: Pick<Act, 'tx' | 'by' | 'at'>,
  type: LinkingDeed,
  detail: Record<string, unknown>,
): Promise<void> {
  await appendLedger(current.tx, 'registry', [{ type, detail }], current.by, current.at);
}
