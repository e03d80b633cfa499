import { Conflict } from '../../errors.ts';
import type { CaseRow } from '../../store/cases.ts';
import { conversationById } from '../../store/conversations.ts';
import { noteChange } from '../../store/live.ts';
import { linkedChats, type Officer, officerById } from '../../store/organisation.ts';
import { insertMentions } from '../../store/watching.ts';
import type { Act } from '../act.ts';
import { officerIdOf } from '../actor.ts';
import { gistOf } from '../cases/gist.ts';
import { say } from '../conversations/say.ts';
import { whoMaySee } from '../visibility.ts';
import { beginWatching } from './watch-case.ts';

/**
 * The colleagues whom a note on this case may name. Throws `Conflict` when one of them may not see it, in the same words
 * for somebody excluded, somebody of elsewhere and nobody at all. Naming oneself names nobody.
 */
export async function mentionable(current: Act, row: CaseRow, ids: readonly number[]): Promise<Officer[]> {
  const wanted = [...new Set(ids)].filter((id) => id !== officerIdOf(current));
  const people: Officer[] = [];
  for (const id of wanted) {
    const officer = await officerById(current.tx, id);
    if (officer !== null) people.push(officer);
  }
  const seeing = await whoMaySee(current.tx, row, people);
  if (seeing.length < wanted.length)
    throw new Conflict(
      'notMentionable',
      'Chỉ nhắc được đồng nghiệp đang xem được vụ việc này. Anh/chị bỏ tên không phù hợp rồi lưu lại.',
    );
  return seeing;
}

/** Tells colleagues that a note names them, in the console and in their own chat; they watch the case from now on. */
export async function tellMentioned(
  current: Act,
  row: CaseRow,
  { messageId, people }: { messageId: number; people: readonly Officer[] },
): Promise<void> {
  const { tx, at } = current;
  await insertMentions(tx, { caseId: row.id, messageId, officerIds: people.map(({ id }) => id), at });
  for (const { id: officerId } of people) {
    await beginWatching(current, row, officerId, 'mentioned');
    await noteChange(tx, { topic: 'alert', officerId, caseId: row.id, at });
    await tellInChat(current, row, officerId);
  }
  current.wakes.add('live');
}

/** A note never leaves the console: the chat learns who named the officer, and where. */
async function tellInChat(current: Act, row: CaseRow, officerId: number): Promise<void> {
  const { tx, at, phrasing } = current;
  const by = officerIdOf(current);
  const byName = by === null ? null : ((await officerById(tx, by))?.name ?? null);
  for (const conversationId of await linkedChats(tx, officerId)) {
    if ((await conversationById(tx, conversationId)).blockedAt !== null) continue;
    const notice = { ...(await gistOf(current, row)), kind: 'mentioned' as const, byName };
    await say(current, { conversationId, message: phrasing.toOfficer(notice, 0, at) });
    return;
  }
}
