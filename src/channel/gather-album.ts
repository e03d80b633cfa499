import { captionOf } from '../rules/conversation/caption.ts';
import type { Incoming, Reading } from './port.ts';

/** One delivery that waits in the inbox, read. */
export interface WaitingReading {
  id: number;
  receivedAt: Date;
  reading: Reading;
}

export type Album =
  /** No album: a delivery like any other. */
  | { kind: 'single' }
  /** More of it may still come; nothing is said before `until`. */
  | { kind: 'wait'; until: Date }
  /** Its deliveries as one message, and the rows of the inbox that it is made of, the first one first. */
  | { kind: 'whole'; message: Incoming; rows: number[] };

// The parts are sent in one go and come within some tenths of a second; a slow one joins the message afterwards.
const quietMilliseconds = 700;
const longestMilliseconds = 3_000;
const mostParts = 10;

/**
 * What to do with `head`, the oldest delivery of its chat, when it belongs to an album: `following` are the chat's other
 * pending deliveries in order. Whatever the person did after the album shows that it is complete.
 */
export function albumAt(head: WaitingReading, following: readonly WaitingReading[], now: Date): Album {
  const album = albumOf(head.reading);
  if (album === null) return { kind: 'single' };

  const rest = following.filter(({ reading }) => albumOf(reading) === album).slice(0, mostParts - 1);
  const parts = [head, ...rest];
  const isOver = parts.length === mostParts || rest.length < following.length;
  const newest = Math.max(...parts.map(({ receivedAt }) => receivedAt.getTime()));
  const until = Math.min(newest + quietMilliseconds, head.receivedAt.getTime() + longestMilliseconds);
  if (!isOver && now.getTime() < until) return { kind: 'wait', until: new Date(until) };

  const message = together(parts.flatMap(({ reading }) => (reading.kind === 'message' ? [reading.message] : [])));
  return message === null ? { kind: 'single' } : { kind: 'whole', message, rows: parts.map(({ id }) => id) };
}

function albumOf(reading: Reading): string | null {
  if (reading.kind !== 'message' || reading.message.content.kind !== 'files') return null;
  return reading.message.content.album ?? null;
}

/** One message in the name of its first part: the files in the order in which they were sent, the words of all. */
function together(messages: readonly Incoming[]): Incoming | null {
  const sent = messages.toSorted(byMessageId);
  const [first] = sent;
  if (first?.content.kind !== 'files') return null;

  const contents = sent.flatMap(({ content }) => (content.kind === 'files' ? [content] : []));
  const parts = sent.flatMap(({ providerMessageId: id, content }) =>
    id === null || content.kind !== 'files' ? [] : [{ id, caption: content.caption }],
  );
  return {
    ...first,
    repliesTo: sent.find(({ repliesTo }) => repliesTo !== null)?.repliesTo ?? null,
    content: {
      ...first.content,
      caption: captionOf(parts),
      files: contents.flatMap(({ files }) => files),
      parts,
    },
  };
}

// The ids are numbers in ascending order on the platforms that have albums.
function byMessageId({ providerMessageId: a }: Incoming, { providerMessageId: b }: Incoming): number {
  return Number(a ?? 0) - Number(b ?? 0) || 0;
}
