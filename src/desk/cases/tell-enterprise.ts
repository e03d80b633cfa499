import type { CaseRow } from '../../store/cases.ts';
import { conversationById } from '../../store/conversations.ts';
import type { Act } from '../act.ts';
import { say } from '../conversations/say.ts';
import type { EnterpriseNotice } from '../notices.ts';

/** Tells the enterprise of a case in its language. Null where the case hangs on no chat, and nobody is told. */
export async function tellEnterprise(
  current: Act,
  row: Pick<CaseRow, 'id' | 'conversationId'>,
  notice: EnterpriseNotice,
): Promise<number | null> {
  if (row.conversationId === null) return null;
  const { language } = await conversationById(current.tx, row.conversationId);
  const message = current.phrasing.toEnterprise(notice, language ?? 'vi', current.at);
  return say(current, { conversationId: row.conversationId, caseId: row.id, message });
}
