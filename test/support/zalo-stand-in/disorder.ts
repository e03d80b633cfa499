/** How often events come twice or late. The same seed gives the same run. */
export interface Disorder {
  seed: number;
  /** The share of events that come twice, between 0 and 1. */
  duplicates?: number;
  /** The share of events that are held back, and so overtaken, for up to `lateMs`. */
  late?: number;
  lateMs?: number;
}

export interface Fate {
  twice: boolean;
  lateMs: number;
}

/** Draws for each event whether it comes twice and how late it is. */
export function openDisorder({ seed, duplicates = 0, late = 0, lateMs = 50 }: Disorder): () => Fate {
  const random = seeded(seed);
  return () => {
    const twice = random() < duplicates;
    const isLate = random() < late;
    return { twice, lateMs: isLate ? 1 + random() * lateMs : 0 };
  };
}

// Mulberry32: small, and good enough for drawing lots.
function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
