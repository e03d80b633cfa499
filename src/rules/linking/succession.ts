import type { ContactRole } from './represented.ts';

/** Somebody who speaks for the enterprise in a chat that can be reached. */
export interface Candidate {
  contactId: number;
  conversationId: number;
  role: ContactRole;
  linkedAt: Date;
}

/**
 * Who hears of an enterprise's open cases when the person who opened them no longer speaks for it: an owner; where its
 * people share their cases anyway, else one of them, the longest linked first. Null where there is nobody.
 */
export function successor(candidates: readonly Candidate[], sharesCases: boolean): Candidate | null {
  const able = candidates.filter(({ role }) => role === 'owner' || sharesCases);
  const [first] = able.toSorted(
    (a, b) =>
      Number(b.role === 'owner') - Number(a.role === 'owner') ||
      a.linkedAt.getTime() - b.linkedAt.getTime() ||
      a.contactId - b.contactId,
  );
  return first ?? null;
}
