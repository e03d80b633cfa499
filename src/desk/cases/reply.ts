import { Conflict } from '../../errors.ts';
import type { CaseEventBody } from '../../rules/case/events.ts';
import { highestLevel } from '../../rules/case/words.ts';
import { workingDayMinutes } from '../../rules/working-time/working-day.ts';
import { eventRows, saveCase } from '../../store/cases.ts';
import { conversationById } from '../../store/conversations.ts';
import type { Act } from '../act.ts';
import { officerIdOf } from '../actor.ts';
import { say } from '../conversations/say.ts';
import { visibleCase } from '../visibility.ts';
import { type Happened, happen } from './happen.ts';
import { signatureOf } from './signature.ts';

export interface Reply {
  reference: string;
  text: string;
  /** What comes after: nothing, waiting for the enterprise (its clock stands), or the matter is answered for good. */
  next: 'nothing' | 'awaitEnterprise' | 'resolve';
  /** The last event the officer had seen. A colleague's answer since then refuses this one. */
  seenEventOrdinal?: number;
}

/** Answers the enterprise in the bot's name with the officer's title. The answer counts once it is delivered. */
export async function reply(current: Act, { reference, text, next, seenEventOrdinal }: Reply): Promise<Happened> {
  const { tx, at } = current;
  const officerId = officerIdOf(current);
  const row = await visibleCase(current, reference);
  if (row.conversationId === null)
    throw new Conflict('noConversation', 'Vụ việc này không gắn với cuộc trò chuyện nào.');
  if (seenEventOrdinal !== undefined) await refuseIfAnswered(current, row.id, seenEventOrdinal);

  const { language } = await conversationById(tx, row.conversationId);
  const policy = await current.ruleBook.policy(tx, row.policyId);
  const notice =
    next === 'resolve'
      ? { kind: 'resolved' as const, silenceDays: policy.silenceMinutes / workingDayMinutes }
      : { kind: 'officerReplied' as const, asks: next === 'awaitEnterprise' };
  const mayRaise = row.level < highestLevel;
  const said = { reference, ...(await signatureOf(current, officerId)), text, mayRaise };
  const message = current.phrasing.toEnterprise({ ...said, ...notice }, language ?? 'vi', at);
  const messageId = await say(current, {
    conversationId: row.conversationId,
    caseId: row.id,
    officerId,
    isAnswer: true,
    message,
  });

  const events: CaseEventBody[] = [{ type: 'replied', messageId, officerId }];
  if (next === 'awaitEnterprise') events.push({ type: 'informationRequested', messageId });
  if (next === 'resolve') events.push({ type: 'resolved', messageId });
  if (row.assigneeId === null && officerId !== null) {
    events.unshift({ type: 'assigned', officerId, unitId: row.unitId, because: 'answered' });
    await saveCase(tx, row.id, { assigneeId: officerId });
  }
  return happen(current, row, events);
}

async function refuseIfAnswered(current: Act, caseId: number, seenEventOrdinal: number): Promise<void> {
  const since = (await eventRows(current.tx, caseId)).filter((event) => event.ordinal > seenEventOrdinal);
  if (since.some(({ type }) => type === 'replied' || type === 'resolved' || type === 'enterpriseWrote'))
    throw new Conflict('answeredMeanwhile', 'Vụ việc vừa có tin nhắn mới. Anh/chị vui lòng xem lại trước khi gửi.');
}
