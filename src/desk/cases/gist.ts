import type { CaseRow } from '../../store/cases.ts';
import { contactFacts } from '../../store/conversations.ts';
import type { Act } from '../act.ts';
import type { CaseGist } from '../notices.ts';

/** The three lines by which an officer recognises a case in an alert. */
export async function gistOf(current: Act, row: CaseRow): Promise<CaseGist> {
  const contact = row.contactId === null ? null : await contactFacts(current.tx, row.contactId);
  return {
    reference: row.reference,
    enterprise: contact?.enterpriseName ?? 'Người gửi chưa xác minh',
    description: row.description,
  };
}
