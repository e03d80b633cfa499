/** The local days on which something applies, `until` not included; null while no end is known. */
export interface Validity {
  validFrom: string;
  validUntil: string | null;
}

export function appliesOn({ validFrom, validUntil }: Validity, day: string): boolean {
  return validFrom <= day && (validUntil === null || day < validUntil);
}

/** What joins a chain of versions, and which one it ends. */
export interface Place<V> {
  validUntil: string | null;
  /** The version before it; null for the earliest. */
  follows: V | null;
  /** Whether that version now ends on the day the new one begins. */
  endsIt: boolean;
}

/**
 * Where a version that applies from `from` stands among the others, so that no day has two versions and none is lost
 * between two. A stated end stays: what ended by itself leaves the days behind it to nobody. Null when another version
 * begins on the same day.
 */
export function placeAmong<V extends Validity>(
  others: readonly V[],
  { from, to }: { from: string; to: string | null },
): Place<V> | null {
  if (others.some(({ validFrom }) => validFrom === from)) return null;
  const ordered = others.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const follows = ordered.findLast(({ validFrom }) => validFrom < from) ?? null;
  const next = ordered.find(({ validFrom }) => validFrom > from)?.validFrom ?? null;
  const validUntil = to === null || (next !== null && next < to) ? next : to;
  return { validUntil, follows, endsIt: follows !== null && appliesOn(follows, from) };
}
