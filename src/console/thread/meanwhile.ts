import type { CaseDetail, EventView, MessageView } from '../../http/views.ts';

export interface Meanwhile {
  messages: readonly MessageView[];
  events: readonly EventView[];
}

const answering: ReadonlySet<EventView['type']> = new Set(['replied', 'resolved', 'enterpriseWrote']);

/** What a colleague or the enterprise added after the event that was seen; null where an answer is still wanted as it was. */
export function addedSince(
  { events, messages }: Pick<CaseDetail, 'events' | 'messages'>,
  seen: number,
): Meanwhile | null {
  const fresh = events.filter(({ ordinal }) => ordinal > seen);
  const [first] = fresh.filter(({ type }) => answering.has(type));
  if (first === undefined) return null;
  // A message is written in the transaction of its event, or shortly before it is known which case it is about.
  const from = Date.parse(first.at) - 2_000;
  return {
    messages: messages.filter(({ at, isNote, author }) => Date.parse(at) >= from && !isNote && author !== 'bot'),
    events: fresh,
  };
}
