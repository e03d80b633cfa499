import { workingDayMinutes } from '../../rules/working-time/working-day.ts';
import type { CaseRow } from '../../store/cases.ts';
import { conversationById } from '../../store/conversations.ts';
import type { Act } from '../act.ts';
import { say } from '../conversations/say.ts';
import { askAboutCase } from '../ratings/case-satisfaction.ts';
import { happen } from './happen.ts';

/** The enterprise was answered and said nothing for the time agreed (PL01 Điều 8 khoản 2): the case closes and it is told. */
export async function closeAfterSilence(current: Act, row: CaseRow): Promise<void> {
  if (row.state !== 'resolved') return;
  await happen(current, row, [{ type: 'closed', because: 'silence' }]);
  if (row.conversationId === null) return;
  const policy = await current.ruleBook.policy(current.tx, row.policyId);
  const { language } = await conversationById(current.tx, row.conversationId);
  const notice = {
    kind: 'closedBySilence' as const,
    reference: row.reference,
    reopenDays: policy.reopenMinutes / workingDayMinutes,
  };
  const message = current.phrasing.toEnterprise(notice, language ?? 'vi', current.at);
  await say(current, { conversationId: row.conversationId, caseId: row.id, message });
  await askAboutCase(current, row);
}
