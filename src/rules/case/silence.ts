import type { CaseEvent } from './events.ts';

/** Since when the matter is answered for good; null while it is not, or not any more. */
export function resolvedSince(events: readonly CaseEvent[]): Date | null {
  const resolved = events.findLastIndex(({ type }) => type === 'resolved');
  const undone = events.findLastIndex(({ type }) => type === 'notSolved' || type === 'reopened' || type === 'raised');
  return resolved > undone ? (events[resolved]?.at ?? null) : null;
}

/**
 * Since when the enterprise has been silent about an answer: since it arrived, or since its own last word. Null while
 * the answer is still on its way (PL01 Điều 8 khoản 2).
 */
export function silentSince(events: readonly CaseEvent[]): Date | null {
  const resolved = events.findLastIndex(({ type }) => type === 'resolved');
  const answer = events[resolved];
  if (answer?.type !== 'resolved') return null;
  const after = events.slice(resolved + 1);
  const arrived =
    answer.messageId === null
      ? answer
      : after.find((event) => event.type === 'replyDelivered' && event.messageId === answer.messageId);
  if (arrived === undefined) return null;
  const lastWord = after.findLast(({ type }) => type === 'enterpriseWrote');
  return lastWord !== undefined && lastWord.at > arrived.at ? lastWord.at : arrived.at;
}
