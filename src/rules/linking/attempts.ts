const mostFailures = 10;
const hourMilliseconds = 3_600_000;

/** How a chat has fared with codes that prove something. */
export interface Attempts {
  codeFailures: number;
  codesRefusedUntil: Date | null;
  /** When the person last did anything in this chat, before the present message. */
  lastInteractionAt: Date | null;
}

/** Until when nothing of this chat's is looked at, right or wrong; null where it is looked at. */
export function refusedUntil({ codesRefusedUntil }: Attempts, at: Date): Date | null {
  return codesRefusedUntil !== null && codesRefusedUntil.getTime() > at.getTime() ? codesRefusedUntil : null;
}

/**
 * What a wrong code does: the tenth shuts the chat's door to codes for an hour. A chat that was silent for an hour starts
 * counting anew, so mistakes of different days do not add up.
 */
export function afterFailure(attempts: Attempts, at: Date): { codeFailures: number; codesRefusedUntil: Date | null } {
  const { lastInteractionAt } = attempts;
  const wasSilent = lastInteractionAt === null || at.getTime() - lastInteractionAt.getTime() >= hourMilliseconds;
  const codeFailures = (wasSilent ? 0 : attempts.codeFailures) + 1;
  return codeFailures < mostFailures
    ? { codeFailures, codesRefusedUntil: null }
    : { codeFailures: 0, codesRefusedUntil: new Date(at.getTime() + hourMilliseconds) };
}
