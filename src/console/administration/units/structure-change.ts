import type { Unit } from '../data.ts';

export interface StructureChange {
  begun: Unit[];
  ended: Unit[];
  /** Same unit, another name or another place. */
  changed: { before: Unit; after: Unit; isRenamed: boolean; isMoved: boolean }[];
}

/** What became of the units of one day by another, by name in each list. */
export function structureChange(before: readonly Unit[], after: readonly Unit[]): StructureChange {
  const earlier = new Map(before.map((unit) => [unit.id, unit]));
  const later = new Set(after.map(({ id }) => id));
  return {
    begun: byName(after.filter(({ id }) => !earlier.has(id))),
    ended: byName(before.filter(({ id }) => !later.has(id))),
    changed: byName(after).flatMap((unit) => {
      const was = earlier.get(unit.id);
      if (was === undefined) return [];
      const isRenamed = was.name !== unit.name;
      const isMoved = was.parentId !== unit.parentId;
      return isRenamed || isMoved ? [{ before: was, after: unit, isRenamed, isMoved }] : [];
    }),
  };
}

/** The day of change that made the structure of `day`, as long as there was a structure before it. */
export function madeOn(changeDays: readonly string[], day: string): string | null {
  const [founding, ...later] = changeDays;
  return later.findLast((each) => each <= day && each !== founding) ?? null;
}

function byName(units: readonly Unit[]): Unit[] {
  return units.toSorted((a, b) => a.name.localeCompare(b.name, 'vi'));
}
