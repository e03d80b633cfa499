import type { Unit } from '../data.ts';

export interface UnitRow {
  unit: Unit;
  /** 0 for the top of the tree. */
  depth: number;
}

/** The units in the order of the tree, by code within one parent. One whose parent does not stand that day begins a tree. */
export function unitRows(units: readonly Unit[]): UnitRow[] {
  const known = new Set(units.map(({ id }) => id));
  const byParent = Map.groupBy(units, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null));
  const below = (parentId: number | null, depth: number): UnitRow[] =>
    (byParent.get(parentId) ?? [])
      .toSorted((a, b) => (a.code < b.code ? -1 : 1))
      .flatMap((unit) => [{ unit, depth }, ...below(unit.id, depth + 1)]);
  return below(null, 0);
}

/** The same to choose from, each indented as it stands in the tree. */
export function unitChoices(units: readonly Unit[]): { value: string; label: string }[] {
  return unitRows(units).map(({ unit, depth }) => ({
    value: String(unit.id),
    label: `${'\u2003'.repeat(depth)}${unit.name}`,
  }));
}

/** Whom the unit may be put below: everybody but itself and those below it. */
export function possibleParents(units: readonly Unit[], unitId: number): Unit[] {
  const rows = unitRows(units);
  const place = rows.findIndex(({ unit }) => unit.id === unitId);
  const depth = rows[place]?.depth ?? 0;
  const behind = rows.slice(place + 1).findIndex((row) => row.depth <= depth);
  const end = behind === -1 ? rows.length : place + 1 + behind;
  return rows.filter((_, index) => place === -1 || index < place || index >= end).map(({ unit }) => unit);
}
