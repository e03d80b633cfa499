import type { Outgoing } from '../../channel/port.ts';
import { Conflict } from '../../errors.ts';
import type { CaseEventBody } from '../../rules/case/events.ts';
import { highestLevel } from '../../rules/case/words.ts';
import { workingDayMinutes } from '../../rules/working-time/working-day.ts';
import { attachUploads, takeUploads } from '../../store/case-uploads.ts';
import { type CaseRow, eventRows, saveCase } from '../../store/cases.ts';
import { conversationById } from '../../store/conversations.ts';
import { attachCopies } from '../../store/officer-messages.ts';
import type { Act } from '../act.ts';
import { officerIdOf } from '../actor.ts';
import { noteDraftUsed, translationSeen } from '../assistant/use-in-reply.ts';
import { say } from '../conversations/say.ts';
import { visibleCase } from '../visibility.ts';
import { allOf } from './chosen-files.ts';
import { type Happened, happen } from './happen.ts';
import { signatureOf } from './signature.ts';

export interface Reply {
  reference: string;
  text: string;
  /** What comes after: nothing, waiting for the enterprise (its clock stands), or the matter is answered for good. */
  next: 'nothing' | 'awaitEnterprise' | 'resolve';
  /** The last event the officer had seen. A colleague's answer since then refuses this one. */
  seenEventOrdinal?: number;
  /** Files of our own storage that go along. */
  fileIds?: readonly number[];
  /** Files that were chosen for it in the console. */
  uploadIds?: readonly number[];
  /** The model's draft that the answer began as. */
  draftId?: number;
  /** The translation that the officer saw; it goes out below the words. */
  translationId?: number;
}

/** Answers the enterprise in the bot's name with the officer's title. The answer counts once it is delivered. */
export async function reply(
  current: Act,
  { reference, text, next, seenEventOrdinal, fileIds, uploadIds = [], draftId, translationId }: Reply,
): Promise<Happened> {
  const { tx } = current;
  const officerId = officerIdOf(current);
  const row = await visibleCase(current, reference);
  const conversationId = conversationOf(row);
  if (seenEventOrdinal !== undefined) await refuseIfAnswered(current, row.id, seenEventOrdinal);

  if (draftId !== undefined) await noteDraftUsed(current, row, draftId, text);
  const translation =
    translationId === undefined ? undefined : await translationSeen(current, row, translationId, text);
  const uploads = allOf(uploadIds, await takeUploads(tx, { caseId: row.id, officerId }, 'reply', uploadIds));
  const message = await wordsOf(current, row, officerId, { text, translation, next });
  const messageId = await say(current, { conversationId, caseId: row.id, officerId, isAnswer: true, message });
  await attachCopies(tx, fileIds ?? [], messageId);
  await attachUploads(tx, uploads, messageId);

  const files = uploads.map(({ sha256 }) => sha256);
  const events: CaseEventBody[] = [{ type: 'replied', messageId, officerId, ...(files.length === 0 ? {} : { files }) }];
  if (next === 'awaitEnterprise') events.push({ type: 'informationRequested', messageId });
  if (next === 'resolve') events.push({ type: 'resolved', messageId });
  if (row.assigneeId === null && officerId !== null) {
    events.unshift({ type: 'assigned', officerId, unitId: row.unitId, because: 'answered' });
    await saveCase(tx, row.id, { assigneeId: officerId });
  }
  return happen(current, row, events);
}

/** The answer as the enterprise would read it, with nothing said yet. A text of null: the case is only declared answered. */
export async function previewReply(
  current: Act,
  { reference, text, next }: { reference: string; text: string | null; next: Reply['next'] },
): Promise<Outgoing> {
  const row = await visibleCase(current, reference);
  return wordsOf(current, row, officerIdOf(current), { text, next });
}

function conversationOf({ conversationId }: CaseRow): number {
  if (conversationId === null) throw new Conflict('noConversation', 'Vụ việc này không gắn với cuộc trò chuyện nào.');
  return conversationId;
}

async function wordsOf(
  current: Act,
  row: CaseRow,
  officerId: number | null,
  { text, translation, next }: { text: string | null; translation?: string | undefined; next: Reply['next'] },
): Promise<Outgoing> {
  const { tx, at } = current;
  const { language } = await conversationById(tx, conversationOf(row));
  const policy = await current.ruleBook.policy(tx, row.policyId);
  const said = {
    reference: row.reference,
    ...(await signatureOf(current, officerId)),
    mayRaise: row.kind !== 'verification' && row.level < highestLevel,
    ...(translation === undefined ? {} : { translation }),
  };
  const notice =
    next === 'resolve' || text === null
      ? { ...said, kind: 'resolved' as const, text, silenceDays: policy.silenceMinutes / workingDayMinutes }
      : {
          ...said,
          kind: 'officerReplied' as const,
          text,
          asks: next === 'awaitEnterprise',
          awaitsFinding: row.kind === 'verification',
        };
  return current.phrasing.toEnterprise(notice, language ?? 'vi', at);
}

async function refuseIfAnswered(current: Act, caseId: number, seenEventOrdinal: number): Promise<void> {
  const since = (await eventRows(current.tx, caseId)).filter((event) => event.ordinal > seenEventOrdinal);
  if (since.some(({ type }) => type === 'replied' || type === 'resolved' || type === 'enterpriseWrote'))
    throw new Conflict('answeredMeanwhile', 'Vụ việc vừa có tin nhắn mới. Anh/chị vui lòng xem lại trước khi gửi.');
}
