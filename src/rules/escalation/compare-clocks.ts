import type { ClockKind } from '../case/words.ts';
import type { ClockRun } from './clocks.ts';

/** What is stored of a run. */
export type StoredClock = Pick<
  ClockRun,
  | 'kind'
  | 'cycle'
  | 'level'
  | 'state'
  | 'allowedMinutes'
  | 'startedAt'
  | 'dueAt'
  | 'pausedAt'
  | 'stoppedAt'
  | 'brokenAt'
>;

export interface ClockDifference {
  clock: ClockKind;
  cycle: number;
  /** The first field that differs, or the side on which the run is missing. */
  what: keyof StoredClock | 'notStored' | 'notInLedger';
}

const compared = [
  'level',
  'allowedMinutes',
  'startedAt',
  'dueAt',
  'pausedAt',
  'stoppedAt',
  'state',
  'brokenAt',
] as const satisfies readonly (keyof StoredClock)[];

/**
 * Where the stored clocks of a case do not say what its ledger says at `now`. A clock whose time ran out since anything
 * last happened is still stored as running, and that is no difference.
 */
export function clockDifferences(
  stored: readonly StoredClock[],
  recomputed: readonly StoredClock[],
  now: Date,
): ClockDifference[] {
  const keyOf = ({ kind, cycle }: StoredClock) => `${kind}:${cycle}`;
  const known = new Map(stored.map((clock) => [keyOf(clock), clock]));
  const told = new Set(recomputed.map(keyOf));
  const unknown = stored.filter((clock) => !told.has(keyOf(clock)));
  return [
    ...recomputed.flatMap((clock): ClockDifference[] => {
      const { kind, cycle } = clock;
      const other = known.get(keyOf(clock));
      const what = other === undefined ? 'notStored' : firstDifference(seenAt(other, now), seenAt(clock, now));
      return what === null ? [] : [{ clock: kind, cycle, what }];
    }),
    ...unknown.map(({ kind, cycle }): ClockDifference => ({ clock: kind, cycle, what: 'notInLedger' })),
  ];
}

function seenAt(clock: StoredClock, now: Date): StoredClock {
  const isOver = clock.stoppedAt === null && clock.dueAt !== null && clock.dueAt < now;
  return isOver ? { ...clock, state: 'broken', brokenAt: clock.brokenAt ?? clock.dueAt } : clock;
}

function firstDifference(a: StoredClock, b: StoredClock): keyof StoredClock | null {
  return compared.find((field) => plain(a[field]) !== plain(b[field])) ?? null;
}

function plain(value: Date | number | string | null): number | string | null {
  return value instanceof Date ? value.getTime() : value;
}
