import type { CaseEvent } from './events.ts';

/**
 * Since when words of the enterprise stand unanswered: the oldest of them after our last answer. Null while nothing does,
 * or the matter is over. A new date is no answer, and neither is what the bot says.
 */
export function waitingSince(events: readonly CaseEvent[]): Date | null {
  let since: Date | null = null;
  for (const { type, at } of events) {
    if (asks.has(type)) since ??= at;
    else if (answers.has(type)) since = null;
  }
  return since;
}

const asks: ReadonlySet<CaseEvent['type']> = new Set(['opened', 'enterpriseWrote', 'notSolved', 'reopened']);
const answers: ReadonlySet<CaseEvent['type']> = new Set([
  'replied',
  'informationRequested',
  'resolved',
  'closed',
  'merged',
]);
