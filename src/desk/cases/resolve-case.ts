import { highestLevel } from '../../rules/case/words.ts';
import { workingDayMinutes } from '../../rules/working-time/working-day.ts';
import { conversationById } from '../../store/conversations.ts';
import type { Act } from '../act.ts';
import { officerIdOf } from '../actor.ts';
import { say } from '../conversations/say.ts';
import { visibleCase } from '../visibility.ts';
import { type Happened, happen } from './happen.ts';
import { signatureOf } from './signature.ts';

/** Declares the matter answered. The enterprise is asked; the case closes when it agrees or stays silent. */
export async function resolveCase(current: Act, { reference }: { reference: string }): Promise<Happened> {
  const { tx, at } = current;
  const officerId = officerIdOf(current);
  const row = await visibleCase(current, reference);
  if (row.conversationId === null) return happen(current, row, [{ type: 'resolved', messageId: null }]);

  const policy = await current.ruleBook.policy(tx, row.policyId);
  const { language } = await conversationById(tx, row.conversationId);
  const notice = {
    kind: 'resolved' as const,
    reference,
    ...(await signatureOf(current, officerId)),
    mayRaise: row.level < highestLevel,
    text: null,
    silenceDays: policy.silenceMinutes / workingDayMinutes,
  };
  const message = current.phrasing.toEnterprise(notice, language ?? 'vi', at);
  const messageId = await say(current, {
    conversationId: row.conversationId,
    caseId: row.id,
    officerId,
    isAnswer: true,
    message,
  });
  return happen(current, row, [{ type: 'resolved', messageId }]);
}
