import type { MessageView } from '../../http/views.ts';
import { dayKey } from '../time/moments.ts';

/** What stands in the thread: a message, or turns of the bot that are folded together. */
export type ThreadPart =
  | { kind: 'message'; message: MessageView }
  | { kind: 'botTurns'; turns: readonly [MessageView, ...MessageView[]] };

// What did not reach the enterprise must be seen.
const troubled: ReadonlySet<MessageView['delivery']> = new Set(['failed', 'unknown', 'held']);

/**
 * Folds what the bot said in a row, two or more turns of one day. A turn that carries files, that did not arrive or with
 * which the unread begins stands by itself.
 */
export function partsOfThread(messages: readonly MessageView[], firstNewId: number | null): ThreadPart[] {
  const parts: ThreadPart[] = [];
  for (const message of messages) {
    const last = parts.at(-1);
    if (!mayFold(message, firstNewId)) parts.push({ kind: 'message', message });
    else if (last?.kind === 'botTurns' && isSameDay(last.turns[0], message)) last.turns = [...last.turns, message];
    else parts.push({ kind: 'botTurns', turns: [message] });
  }
  return parts.map((part) =>
    part.kind === 'botTurns' && part.turns.length === 1 ? { kind: 'message', message: part.turns[0] } : part,
  );
}

/** The message with which a part begins. */
export function firstOf(part: ThreadPart): MessageView {
  return part.kind === 'message' ? part.message : part.turns[0];
}

function mayFold({ id, author, isNote, files, delivery }: MessageView, firstNewId: number | null): boolean {
  return author === 'bot' && !isNote && files.length === 0 && !troubled.has(delivery) && id !== firstNewId;
}

function isSameDay(one: MessageView, other: MessageView): boolean {
  return dayKey(Date.parse(one.at)) === dayKey(Date.parse(other.at));
}
