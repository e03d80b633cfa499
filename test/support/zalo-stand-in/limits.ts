export interface Rates {
  appPerMinute: number;
  oaPerMinute: number;
}

export const usualRates: Rates = { appPerMinute: 4_000, oaPerMinute: 100 };

export interface Limits {
  readonly limit: number;
  /** How many calls are left at `now`. */
  remaining(now: number): number;
  /** Counts a call, or says which of the two refuses it. A refused call uses nothing up. */
  take(now: number): 'app' | 'oa' | null;
}

/** No 60 seconds hold more calls than allowed; Zalo does not say where its minutes begin, so this is the strict reading. */
export function openLimits({ appPerMinute, oaPerMinute }: Rates): Limits {
  let taken: number[] = [];
  const limit = Math.min(appPerMinute, oaPerMinute);

  function recent(now: number): number {
    taken = taken.filter((at) => at > now - 60_000);
    return taken.length;
  }

  return {
    limit,
    remaining: (now) => Math.max(0, limit - recent(now)),
    take(now) {
      const count = recent(now);
      if (count >= appPerMinute) return 'app';
      if (count >= oaPerMinute) return 'oa';
      taken.push(now);
      return null;
    },
  };
}
