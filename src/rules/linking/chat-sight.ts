import type { CaseKind } from '../case/words.ts';
import { isAboutConduct } from '../visibility/can-see.ts';

/** Who is looking from a chat of an enterprise's person. */
export interface ChatSight {
  conversationId: number;
  /** This chat and the others of the same person: what one platform could not deliver arrives in another. */
  ownChats: ReadonlySet<number>;
  /** For whom the person speaks now. */
  represents: ReadonlySet<number>;
  /** Those of them whose people see one another's cases. */
  shares: ReadonlySet<number>;
}

/**
 * Whether a case shows itself in a chat. A report stays with the one who made it, whatever becomes of them, and nobody
 * else sees it; everything else goes with the enterprise it was opened for. `store/represented.ts` says the same in SQL
 * and a test holds the two together.
 */
export function canSeeInChat(
  sight: ChatSight,
  facts: { kind: CaseKind; conversationId: number | null; enterpriseId: number | null },
): boolean {
  const { kind, conversationId, enterpriseId } = facts;
  if (conversationId !== null && sight.ownChats.has(conversationId))
    return enterpriseId === null || isAboutConduct(kind) || sight.represents.has(enterpriseId);
  return enterpriseId !== null && !isAboutConduct(kind) && sight.shares.has(enterpriseId);
}
