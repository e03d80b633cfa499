import { Conflict } from '../../errors.ts';
import type { CaseEventBody } from '../../rules/case/events.ts';
import { newDate } from '../../rules/case/new-date.ts';
import { highestLevel } from '../../rules/case/words.ts';
import { conversationById } from '../../store/conversations.ts';
import type { Act } from '../act.ts';
import { officerIdOf } from '../actor.ts';
import { say } from '../conversations/say.ts';
import { refused } from '../refuse.ts';
import { visibleCase } from '../visibility.ts';
import { foresee, type Happened, happen } from './happen.ts';
import { signatureOf } from './signature.ts';

/**
 * Tells the enterprise, before it asks, that the matter takes longer, and until when: the apology with a new date. Once
 * it is delivered the named date is the promise and has its own reminders; the earlier one counts as re-dated when the
 * message came in time and stays broken when it came late. It answers the enterprise like any officer's words, and
 * nobody has to approve it: below the top it is possible once a level, and adds no more than that level promises.
 */
export async function interimReply(
  current: Act,
  input: { reference: string; text: string; newDueAt: Date },
): Promise<Happened> {
  const { tx, at } = current;
  const officerId = officerIdOf(current);
  const row = await visibleCase(current, input.reference);
  const { conversationId, reference } = row;
  if (conversationId === null) throw new Conflict('noConversation', 'Vụ việc này không gắn với cuộc trò chuyện nào.');
  const date = newDate(await wishFor(current, row, input.newDueAt), await workingTimeOf(current, row));
  if (!date.ok) throw refused(date.refusal);

  const { language } = await conversationById(tx, conversationId);
  const signature = await signatureOf(current, officerId);
  const notice = {
    kind: 'interim' as const,
    reference,
    ...signature,
    text: input.text,
    newDueAt: date.dueAt,
    mayRaise: row.level < highestLevel,
  };
  const message = current.phrasing.toEnterprise(notice, language ?? 'vi', at);
  const messageId = await say(current, { conversationId, caseId: row.id, officerId, isAnswer: true, message });

  const events: CaseEventBody[] = [
    { type: 'replied', messageId, officerId },
    { type: 'interimReplied', messageId, newDueAt: date.dueAt.toISOString(), clock: 'resolution' },
  ];
  if (row.assigneeId !== null || officerId === null) return happen(current, row, events);
  events.unshift({ type: 'assigned', officerId, unitId: row.unitId, because: 'answered' });
  return happen(current, row, events, { assigneeId: officerId });
}

type Row = Awaited<ReturnType<typeof visibleCase>>;

async function wishFor(current: Act, row: Row, dueAt: Date) {
  const policy = await current.ruleBook.policy(current.tx, row.policyId);
  const promise = policy.clocks.find(({ kind }) => kind === 'resolution');
  const runs = await foresee(current, row, []);
  const run = runs.find(({ kind, stoppedAt }) => kind === 'resolution' && stoppedAt === null);
  return { dueAt, now: current.at, presentDueAt: run?.dueAt ?? null, longestMinutes: promise?.minutes[row.level] ?? 0 };
}

async function workingTimeOf(current: Act, row: Row) {
  return current.ruleBook.workingTime(current.tx, row.calendarId);
}
