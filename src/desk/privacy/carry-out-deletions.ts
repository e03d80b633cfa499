import { mayDelete } from '../../rules/privacy/data-request.ts';
import { conversationById } from '../../store/conversations.ts';
import { lockDataRequest, lockOverdue, saveDataRequest, waitingDeletions } from '../../store/data-requests.ts';
import { inTheWayOf, subjectOf } from '../../store/data-subjects.ts';
import { type Act, act, type Desk } from '../act.ts';
import { tellAdministrators } from '../alerts/tell-administrators.ts';
import { say } from '../conversations/say.ts';
import { eraseSubject } from './erase-subject.ts';
import { recordPrivacy } from './record.ts';

const by = { kind: 'schedule' as const, name: 'data-requests' };

/** One pass over what people asked about their data: carries out the deletions that can be, tells of what is late. */
export async function passOverDataRequests(desk: Desk): Promise<number> {
  let done = 0;
  for (const { id } of await waitingDeletions(desk.database.db))
    if (await act(desk, by, (current) => carryOutDeletion(current, id))) done += 1;
  await act(desk, by, tellOverdue);
  return done;
}

/** False while an open case, an export or an answer on its way has to be finished first. */
async function carryOutDeletion(current: Act, requestId: number): Promise<boolean> {
  const { tx, at } = current;
  const request = await lockDataRequest(tx, requestId);
  if (request === null || request.state !== 'waiting') return false;
  const { conversationId } = request;
  const conversation = await conversationById(tx, conversationId);
  const subject = await subjectOf(tx, conversation);
  if (!mayDelete(await inTheWayOf(tx, subject))) return false;
  const language = conversation.language ?? 'vi';
  const erased = await eraseSubject(current, subject, conversationId);
  await saveDataRequest(tx, requestId, { state: 'done', doneAt: at, progress: 100, outcome: erased });
  await recordPrivacy(current, 'dataDeleted', { requestId, ...erased });
  // The language is forgotten with the rest.
  const message = current.phrasing.toContact({ kind: 'dataDeleted', cases: erased.cases }, language);
  await say(current, { conversationId, message });
  return true;
}

/** What should have been done by now is told to the administrators, once. */
async function tellOverdue(current: Act): Promise<void> {
  const { tx, at } = current;
  for (const { id, kind, dueBy } of await lockOverdue(tx, at)) {
    await saveDataRequest(tx, id, { overdueToldAt: at });
    const notice = { kind: 'dataRequestOverdue' as const, requestId: id, asked: kind, dueBy };
    await tellAdministrators(current, current.phrasing.toAdministrator(notice));
  }
}
