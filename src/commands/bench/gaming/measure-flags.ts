import type { FlagKind } from '../../../rules/rating/flag.ts';
import { findFlags } from '../../../rules/rating/flags.ts';
import { randomOf } from '../../generate/random.ts';
import { after, daySeconds, days, playHonestQuarter } from './honest-quarter.ts';
import { plantGaming } from './planted-gaming.ts';

/** How well flags find what was planted, over all quarters together. */
export interface FlagMeasure {
  planted: number;
  found: number;
  flags: number;
  /** Flags whose ratings were mostly planted. */
  right: number;
  precision: number;
  recall: number;
  recallByKind: Record<FlagKind, number>;
  ratings: number;
}

// Of something planted, this share of its ratings has to be in right flags for it to be found.
const foundShare = 1 / 3;

/** Plays a quarter for each seed, looks at it once a week as the job does every night, and compares. */
export function measureFlags(seeds: readonly number[]): FlagMeasure {
  const kinds: Record<FlagKind, { planted: number; found: number }> = {
    burst: { planted: 0, found: 0 },
    selfDealing: { planted: 0, found: 0 },
    implausibleSpeed: { planted: 0, found: 0 },
    flood: { planted: 0, found: 0 },
  };
  let flags = 0;
  let right = 0;
  let ratings = 0;
  for (const seed of seeds) {
    const quarter = playHonestQuarter(randomOf(seed, 'honest quarter'));
    const planted = plantGaming(randomOf(seed, 'gaming'), quarter);
    const arranged = new Set(planted.flatMap(({ events }) => events.map(({ ratingId }) => ratingId)));
    const flagged = new Set<number>();
    for (const flag of flagsOverTime(quarter)) {
      flags += 1;
      const own = flag.ratingIds.filter((id) => arranged.has(id));
      if (own.length * 2 < flag.ratingIds.length) continue;
      right += 1;
      for (const id of own) flagged.add(id);
    }
    for (const { kind, events } of planted) {
      if (events.length === 0) continue;
      kinds[kind].planted += 1;
      const seen = events.filter(({ ratingId }) => flagged.has(ratingId)).length;
      if (seen >= foundShare * events.length) kinds[kind].found += 1;
    }
    ratings += quarter.events.length;
  }
  const all = Object.values(kinds);
  const planted = all.reduce((sum, kind) => sum + kind.planted, 0);
  const found = all.reduce((sum, kind) => sum + kind.found, 0);
  return {
    planted,
    found,
    flags,
    right,
    precision: flags === 0 ? 1 : right / flags,
    recall: found / planted,
    recallByKind: {
      burst: kinds.burst.found / kinds.burst.planted,
      selfDealing: kinds.selfDealing.found / kinds.selfDealing.planted,
      implausibleSpeed: kinds.implausibleSpeed.found / kinds.implausibleSpeed.planted,
      flood: kinds.flood.found / kinds.flood.planted,
    },
    ratings,
  };
}

type Quarter = ReturnType<typeof playHonestQuarter>;

/** What a person would have on the list: looking again and finding more of the same is one flag. */
function flagsOverTime({ events, handled }: Quarter) {
  const byWhat = new Map<string, ReturnType<typeof findFlags>[number]>();
  for (let day = 21; day <= days + 2; day += 7) {
    const until = after(day * daySeconds);
    for (const flag of findFlags(events, handled, until)) {
      byWhat.set(`${flag.kind} ${flag.subject} ${flag.fromAt.getTime()}`, flag);
    }
  }
  return byWhat.values();
}
