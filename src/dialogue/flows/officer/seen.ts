import type { Act } from '../../../desk/act.ts';
import type { CaseEvent } from '../../../rules/case/events.ts';
import { officerNames } from '../../../store/case-details.ts';
import { asEvent, type CaseRow, eventRows } from '../../../store/cases.ts';
import { messageOfPart } from '../../../store/message-parts.ts';
import { messageById } from '../../../store/messages.ts';
import { caseOfAlertMessage, lastShownAt } from '../../../store/officer-messages.ts';
import { excerpt } from '../../excerpt.ts';
import { type NewsLine, officerChat } from '../../phrases/officer-chat.ts';
import type { OfficerTurn } from './officer-turn.ts';
import { caseCodeIn } from './read-wish.ts';

const mostNews = 3;

/** The case of the message that this one replies to; null where it replies to none, or to one about no case. */
export async function repliedCase({ turn }: OfficerTurn): Promise<string | null> {
  const { repliesTo } = turn.incoming;
  if (repliesTo === null || turn.incoming.content.kind === 'choice') return null;
  const message = await messageOfPart(turn.act.tx, turn.conversation.id, repliesTo);
  if (message === null) return null;
  const [firstLine = ''] = message.text.split('\n');
  return (await caseOfAlertMessage(turn.act.tx, message.id)) ?? caseCodeIn(firstLine);
}

/**
 * What others did to the case since this chat was last shown it: answers of colleagues and words of the enterprise. An
 * officer who names a case out of the blue, never told of it here, has looked at it elsewhere.
 */
export async function newsSince({ turn, act, officerId }: OfficerTurn, row: CaseRow): Promise<NewsLine[]> {
  const shownAt = await lastShownAt(act.tx, turn.conversation.id, row);
  if (shownAt === null) return [];
  const since = (await eventRows(act.tx, row.id))
    .map(asEvent)
    .filter(({ at, by }) => at.getTime() > shownAt.getTime() && !(by.kind === 'officer' && by.officerId === officerId));
  const telling = since.filter(isNews);
  const names = await officerNames(
    act.tx,
    telling.flatMap(({ by }) => (by.kind === 'officer' ? by.officerId : [])),
  );
  return Promise.all(telling.slice(-mostNews).map((event) => newsLine(act, event, names)));
}

/** Whether somebody else was given the case, or took it, since this chat was last shown it. */
export async function changedHands({ turn, act, officerId }: OfficerTurn, row: CaseRow): Promise<boolean> {
  if (row.assigneeId === null || row.assigneeId === officerId) return false;
  const shownAt = await lastShownAt(act.tx, turn.conversation.id, row);
  if (shownAt === null) return true;
  return (await eventRows(act.tx, row.id)).some(
    ({ type, at }) => (type === 'assigned' || type === 'taken') && at.getTime() > shownAt.getTime(),
  );
}

type News = Extract<CaseEvent, { type: 'replied' | 'resolved' | 'enterpriseWrote' }>;

// An answer that resolves is two events of one message: the answer tells enough.
function isNews(event: CaseEvent, _place: number, all: readonly CaseEvent[]): event is News {
  if (event.type === 'resolved')
    return !all.some((other) => other.type === 'replied' && other.messageId === event.messageId);
  return event.type === 'replied' || event.type === 'enterpriseWrote';
}

async function newsLine({ tx }: Act, event: News, names: ReadonlyMap<number, string>): Promise<NewsLine> {
  const name = event.by.kind === 'officer' ? (names.get(event.by.officerId) ?? '') : officerChat.by.bot;
  const what = event.type === 'enterpriseWrote' ? officerChat.news.enterpriseWrote : officerChat.news[event.type](name);
  const message = event.messageId === null ? null : await messageById(tx, event.messageId);
  return { at: event.at, what, text: message === null || message.text === '' ? null : excerpt(message.text, 160) };
}
