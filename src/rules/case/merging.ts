import type { CaseRefusal } from './refusals.ts';
import type { CaseKind } from './words.ts';

/** What the rule about duplicates has to know of each of the two cases. */
export interface Mergeable {
  id: number;
  kind: CaseKind;
  conversationId: number | null;
  enterpriseId: number | null;
  openedAt: Date;
  assigneeId: number | null;
}

/**
 * Why `duplicate` may not be merged into `survivor`; null when it may. The earlier promise survives, whoever asked goes
 * on being answered, and what only internal control may read stays there.
 */
export function whyNotMerged(
  duplicate: Mergeable,
  survivor: Mergeable,
  excludedFromDuplicate: ReadonlySet<number>,
): CaseRefusal | null {
  if (duplicate.id === survivor.id) return 'sameCase';
  if (duplicate.kind !== survivor.kind && !(isOpenTalk(duplicate.kind) && isOpenTalk(survivor.kind)))
    return 'anotherKind';
  if (duplicate.conversationId !== survivor.conversationId || duplicate.enterpriseId !== survivor.enterpriseId)
    return 'anotherConversation';
  if (duplicate.openedAt < survivor.openedAt) return 'olderSurvives';
  if (survivor.assigneeId !== null && excludedFromDuplicate.has(survivor.assigneeId)) return 'conflictOfInterest';
  return null;
}

// An issue that was put as a question is still the same matter.
function isOpenTalk(kind: CaseKind): boolean {
  return kind === 'issue' || kind === 'question';
}
