import type { AlertRow } from '../../store/alerts.ts';
import { insertAlert, saveAlert } from '../../store/alerts.ts';
import { freshSummary } from '../../store/assistant-cases.ts';
import type { CaseRow } from '../../store/cases.ts';
import { conversationById } from '../../store/conversations.ts';
import { noteChange } from '../../store/live.ts';
import { linkedChats } from '../../store/organisation.ts';
import type { Act } from '../act.ts';
import { say } from '../conversations/say.ts';
import type { OfficerNotice } from '../notices.ts';
import { mayOfficerBeTold } from '../visibility.ts';

/**
 * Tells an officer something about a case, in the console and in the newest linked chat that has not blocked the bot.
 * Returns the alert's id; null, and nothing is written, for an officer who may not know of the case.
 */
export async function alert(
  current: Act,
  row: CaseRow,
  officerId: number,
  kind: AlertRow['kind'],
  told: OfficerNotice,
  ladderStepId: number | null = null,
): Promise<number | null> {
  const { tx, at } = current;
  if (!(await mayOfficerBeTold(tx, officerId, row))) return null;
  // Whoever is given a case or a message reads the words themselves; a manager reads what the matter came to.
  const isForManager = kind !== 'assigned' && kind !== 'message';
  const notice = isForManager ? { ...told, summary: await freshSummary(tx, row.id) } : told;
  const plain = current.phrasing.toOfficer(notice, 0, at);
  const alertId = await insertAlert(tx, {
    caseId: row.id,
    officerId,
    kind,
    ladderStepId,
    text: plain.text,
    createdAt: at,
  });
  for (const conversationId of await linkedChats(tx, officerId)) {
    const chat = await conversationById(tx, conversationId);
    if (chat.blockedAt !== null) continue;
    const message = current.phrasing.toOfficer(notice, alertId, at);
    await saveAlert(tx, alertId, { messageId: await say(current, { conversationId, message }) });
    break;
  }
  await noteChange(tx, { topic: 'alert', officerId, caseId: row.id, at });
  current.wakes.add('live');
  return alertId;
}
