import type { CaseRow } from '../../store/cases.ts';
import { contactFacts } from '../../store/conversations.ts';
import { enterpriseById } from '../../store/enterprise-links.ts';
import type { Act } from '../act.ts';
import type { CaseGist } from '../notices.ts';

/** The three lines by which an officer recognises a case in an alert. */
export async function gistOf(current: Pick<Act, 'tx'>, row: CaseRow): Promise<CaseGist> {
  return {
    reference: row.reference,
    enterprise: (await enterpriseNameOf(current, row)) ?? 'Người gửi chưa xác minh',
    description: row.description,
  };
}

/** For whom the case was opened, whomever its contact acts for by now. */
async function enterpriseNameOf({ tx }: Pick<Act, 'tx'>, row: CaseRow): Promise<string | null> {
  if (row.enterpriseId === null) return null;
  const contact = row.contactId === null ? null : await contactFacts(tx, row.contactId);
  if (contact?.enterpriseId === row.enterpriseId) return contact.enterpriseName;
  return (await enterpriseById(tx, row.enterpriseId)).name;
}
