export interface Manager {
  officerId: number;
  isAbsent: boolean;
  isExcluded: boolean;
  substituteId: number | null;
  substituteIsAbsent: boolean;
  substituteIsExcluded: boolean;
}

export type Addressee = { officerId: number; rung: number; because: 'holdsThePost' | 'substitute' } | null;

/**
 * Who hears, starting at the first rung: the post's holder, else the substitute, else one rung up, so that an alert
 * never disappears with an absent manager. Null only when nobody on any rung can be told.
 */
export function chooseAddressee(rungs: readonly (readonly Manager[])[]): Addressee {
  for (const [rung, holders] of rungs.entries()) {
    const present = holders.find((manager) => !manager.isAbsent && !manager.isExcluded);
    if (present !== undefined) return { officerId: present.officerId, rung, because: 'holdsThePost' };
    // A substitute stands in for an absence, not for a holder who is party to the matter.
    const covered = holders.find(
      (manager) =>
        !manager.isExcluded &&
        manager.substituteId !== null &&
        !manager.substituteIsAbsent &&
        !manager.substituteIsExcluded,
    );
    if (covered?.substituteId != null) return { officerId: covered.substituteId, rung, because: 'substitute' };
  }
  return null;
}
