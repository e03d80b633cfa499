import { NotFound } from '../../errors.ts';
import { acknowledgeWorkingDays, type DataRequestKind, dueBy } from '../../rules/privacy/data-request.ts';
import { orUnknown } from '../../rules/working-time/or-unknown.ts';
import { dayMilliseconds } from '../../rules/working-time/working-day.ts';
import type { ConversationRow } from '../../store/conversations.ts';
import {
  type DataRequestRow,
  insertDataRequest,
  lockDataRequest,
  openDataRequests,
  saveDataRequest,
} from '../../store/data-requests.ts';
import { subjectOf } from '../../store/data-subjects.ts';
import { rootUnit } from '../../store/organisation.ts';
import { currentCalendarFor } from '../../store/rules.ts';
import type { Act } from '../act.ts';
import { recordPrivacy } from './record.ts';

export interface Asked {
  request: DataRequestRow;
  /** False where the same was asked before and is not finished. */
  isNew: boolean;
}

/**
 * Notes what somebody asks about their own data and starts the clock of the request. It is acknowledged at once, because
 * the bot answers; the work is done beside the conversation.
 */
export async function askAboutData(
  current: Act,
  conversation: ConversationRow,
  kind: Exclude<DataRequestKind, 'withdrawal'>,
): Promise<Asked> {
  const { tx, jobs } = current;
  const subject = await subjectOf(tx, conversation);
  const open = (await openDataRequests(tx, subject.conversationIds)).find((each) => each.kind === kind);
  if (open !== undefined) return { request: open, isNew: false };
  const request = await keepRequest(current, conversation, kind, kind === 'export' ? 'preparing' : 'waiting');
  if (kind === 'export') await jobs.send(tx, 'prepare-export', { requestId: request.id });
  else await jobs.send(tx, 'data-requests', {});
  return { request, isNew: true };
}

/** Keeps a request with the times that the law gives it. */
export async function keepRequest(
  current: Act,
  { id: conversationId, contactId }: Pick<ConversationRow, 'id' | 'contactId'>,
  kind: DataRequestKind,
  state: DataRequestRow['state'],
): Promise<DataRequestRow> {
  const { tx, at } = current;
  const isDone = state === 'done';
  const request = await insertDataRequest(tx, {
    kind,
    state,
    conversationId,
    contactId,
    askedAt: at,
    acknowledgedAt: at,
    acknowledgeBy: await acknowledgeBy(current),
    dueBy: dueBy(at),
    doneAt: isDone ? at : null,
    progress: isDone ? 100 : 0,
  });
  if (request === null) throw new Error(`Chat ${conversationId} asks for the same twice at once`);
  await recordPrivacy(current, 'dataRequested', { requestId: request.id, kind });
  return request;
}

async function acknowledgeBy({ tx, at, ruleBook }: Act): Promise<Date> {
  const { id: unitId } = await rootUnit(tx);
  const working = await ruleBook.workingTime(tx, await currentCalendarFor(tx, unitId));
  // Where nobody has approved the year, two days by the wall are never later than two working days.
  return (
    orUnknown(() => working.dueAfterWorkingDays(at, acknowledgeWorkingDays)) ??
    new Date(at.getTime() + acknowledgeWorkingDays * dayMilliseconds)
  );
}

/** The person keeps their data after all, as long as nothing of it is gone. */
export async function cancelDeletion(current: Act, conversation: ConversationRow): Promise<void> {
  const { tx, at } = current;
  const subject = await subjectOf(tx, conversation);
  const open = (await openDataRequests(tx, subject.conversationIds)).find(({ kind }) => kind === 'deletion');
  const request = open === undefined ? null : await lockDataRequest(tx, open.id);
  if (request === null || request.state !== 'waiting') throw new NotFound('yêu cầu xóa dữ liệu');
  await saveDataRequest(tx, request.id, { state: 'cancelled', doneAt: at });
  await recordPrivacy(current, 'deletionCancelled', { requestId: request.id });
}
