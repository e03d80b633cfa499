/** Days of one officer that are marked in the grid: from the first that was taken to where the hand is now. */
export interface Selection {
  row: number;
  anchor: number;
  head: number;
}

export interface Bounds {
  rows: number;
  days: number;
}

const steps: Readonly<Record<string, readonly [rows: number, days: number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  Home: [0, Number.NEGATIVE_INFINITY],
  End: [0, Number.POSITIVE_INFINITY],
};

/**
 * The selection after a key; null for a key that does not move. With Shift the days grow, and stay with their officer;
 * without it the hand moves on alone. At an edge it stays.
 */
export function moved(before: Selection, key: string, isShift: boolean, { rows, days }: Bounds): Selection | null {
  const step = steps[key];
  if (step === undefined) return null;
  const [down, right] = step;
  const head = within(before.head + right, days);
  if (isShift) return { ...before, head };
  return { row: within(before.row + down, rows), anchor: head, head };
}

/** The first and the last day of the selection, whichever way it was drawn. */
export function ends({ anchor, head }: Selection): [first: number, last: number] {
  return [Math.min(anchor, head), Math.max(anchor, head)];
}

function within(place: number, count: number): number {
  return Math.max(0, Math.min(count - 1, place));
}
