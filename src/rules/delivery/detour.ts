export interface OtherChat {
  id: number;
  isGroup: boolean;
  isBlocked: boolean;
  /** What the platform lets us do there now. */
  window: 'open' | 'charged' | 'closed';
  lastInteractionAt: Date | null;
}

/**
 * The chat of the same person that takes a message which its own chat cannot carry: one where writing is free before one
 * that costs, then where the person was last. Null when none can be reached. A group is nobody's own.
 */
export function detourOf<Chat extends OtherChat>(chats: readonly Chat[]): Chat | null {
  const [first] = chats
    .filter(({ isGroup, isBlocked, window }) => !isGroup && !isBlocked && window !== 'closed')
    .toSorted((a, b) => cost(a) - cost(b) || lastSeen(b) - lastSeen(a) || a.id - b.id);
  return first ?? null;
}

function cost({ window }: OtherChat): number {
  return window === 'charged' ? 1 : 0;
}

function lastSeen({ lastInteractionAt }: OtherChat): number {
  return lastInteractionAt?.getTime() ?? 0;
}
