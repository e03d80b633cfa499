interface Limits {
  leastMs: number;
  mostMs: number;
}

const spreadMs = 100;

/** How long to gather after so many changes within `overMs`: longer, the faster they come. Less than a second counts as one. */
export function gatherMs(changes: number, overMs: number, { leastMs, mostMs }: Limits): number {
  const perSecond = (changes * 1_000) / Math.max(overMs, 1_000);
  return Math.min(mostMs, Math.max(leastMs, leastMs * perSecond));
}

export interface Pace {
  /** Has `name` read again in the next round, with all others that are named until then. */
  add(names: readonly string[]): void;
  stop(): void;
}

/**
 * Reads again in rounds. The first follows the first change, each other one comes when the round before has ended and a
 * pause has passed that grows with the changes. `draw`, from 0 to 1, keeps a thousand pages from asking in the same moment.
 */
export function openPace(limits: Limits, read: (name: string) => Promise<void>, draw: () => number): Pace {
  const waiting = new Set<string>();
  let changes = 0;
  let sinceMs = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isStopped = false;

  async function round(): Promise<void> {
    const names = [...waiting];
    waiting.clear();
    const told = changes;
    const overMs = performance.now() - sinceMs;
    changes = 0;
    sinceMs = performance.now();
    await Promise.all(names.map(read));
    if (isStopped) return;
    timer = setTimeout(
      () => {
        timer = null;
        if (waiting.size > 0) begin(0);
      },
      gatherMs(told, overMs, limits),
    );
  }

  function begin(afterMs: number): void {
    timer = setTimeout(() => void round(), afterMs);
  }

  return {
    add(names) {
      if (names.length === 0 || isStopped) return;
      for (const name of names) waiting.add(name);
      changes += 1;
      if (timer === null) begin(draw() * spreadMs);
    },
    stop() {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
