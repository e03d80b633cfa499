import { asOf, type Span } from './spans.ts';

export interface Placement extends Span {
  unitId: number;
  parentId: number | null;
}

/**
 * The first day from `from` on, on which `unitId` would stand below itself; null when the tree stays a tree. Planned
 * moves of other units count: a circle may close months after the change that makes it.
 */
export function circleFrom(placements: readonly Placement[], unitId: number, from: string): string | null {
  const byUnit = Map.groupBy(placements, (placement) => placement.unitId);
  const days = [from, ...placements.map(({ validFrom }) => validFrom).filter((day) => day > from)];
  for (const day of [...new Set(days)].toSorted()) {
    const passed = new Set<number>();
    let above = parentOn(byUnit, unitId, day);
    while (above !== null && !passed.has(above)) {
      if (above === unitId) return day;
      passed.add(above);
      above = parentOn(byUnit, above, day);
    }
  }
  return null;
}

function parentOn(byUnit: ReadonlyMap<number, readonly Placement[]>, unitId: number, day: string): number | null {
  return asOf(byUnit.get(unitId) ?? [], day)?.parentId ?? null;
}
