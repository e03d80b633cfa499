export interface Said {
  conversationId: number | null;
  /** The platform's own count of what people said; null for what we said, and where it does not count. */
  ordinal: number | null;
}

/**
 * The messages as they were said. A platform may deliver one so late that later ones are here already: it is shown
 * before the first of its own chat that was said after it. Everything else keeps its place.
 */
export function inSaidOrder<Message extends Said>(messages: readonly Message[]): Message[] {
  const ordered: Message[] = [];
  for (const message of messages) {
    const overtaken = ordered.findIndex((other) => wasSaidAfter(other, message));
    if (overtaken < 0) ordered.push(message);
    else ordered.splice(overtaken, 0, message);
  }
  return ordered;
}

function wasSaidAfter(other: Said, message: Said): boolean {
  if (other.conversationId === null || other.conversationId !== message.conversationId) return false;
  return other.ordinal !== null && message.ordinal !== null && other.ordinal > message.ordinal;
}
