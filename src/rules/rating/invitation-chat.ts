/** A chat of somebody who speaks for the enterprise, as far as asking there goes. */
export interface AskableChat {
  conversationId: number;
  contactId: number;
  isMuted: boolean;
  /** The person said: ask me here. */
  isPreferred: boolean;
  /** What the platform lets us do there now. */
  window: 'open' | 'charged' | 'closed';
  lastInteractionAt: Date | null;
}

const cost = { open: 0, charged: 1, closed: 2 } as const;

/**
 * Where an enterprise is asked: with a person who may still be asked today before one who may not, where the person wants
 * it, where writing is free before where it costs or has to wait, and then where somebody was last. Null where everybody
 * has muted it or nobody can be reached.
 */
export function chatToAskIn<Chat extends AskableChat>(
  chats: readonly Chat[],
  mayStillBeAsked: (contactId: number) => boolean,
): Chat | null {
  const muted = new Set(chats.filter(({ isMuted }) => isMuted).map(({ contactId }) => contactId));
  const [first] = chats
    .filter(({ contactId }) => !muted.has(contactId))
    .toSorted(
      (a, b) =>
        Number(mayStillBeAsked(b.contactId)) - Number(mayStillBeAsked(a.contactId)) ||
        Number(b.isPreferred) - Number(a.isPreferred) ||
        cost[a.window] - cost[b.window] ||
        (b.lastInteractionAt?.getTime() ?? 0) - (a.lastInteractionAt?.getTime() ?? 0) ||
        a.conversationId - b.conversationId,
    );
  return first ?? null;
}

/** The instants for the next messages of an account that takes `messages` in `perMilliseconds`, up to `until`. */
export function sendingInstants(
  lastAt: Date | null,
  now: Date,
  until: Date,
  pace: { messages: number; perMilliseconds: number },
  share: number,
): Date[] {
  const pause = pace.perMilliseconds / (pace.messages * share);
  const instants: Date[] = [];
  let next = lastAt === null ? now.getTime() : Math.max(now.getTime(), lastAt.getTime() + pause);
  for (; next < until.getTime(); next += pause) instants.push(new Date(Math.round(next)));
  return instants;
}
