/** A calendar in force; `unitId` null is the department's. */
interface Owned {
  readonly id: number;
  readonly unitId: number | null;
}

/**
 * The calendar that a unit goes by: its own, else that of the nearest unit above it, else the department's. Undefined
 * only where the department has none.
 */
export function calendarForUnit<Calendar extends Owned>(
  unitId: number,
  parentOf: ReadonlyMap<number, number | null>,
  inForce: readonly Calendar[],
): Calendar | undefined {
  // A tree has no circles; should one ever be stored, each unit is still asked only once.
  const asked = new Set<number>();
  for (let at: number | null = unitId; at !== null && !asked.has(at); at = parentOf.get(at) ?? null) {
    asked.add(at);
    const here = at;
    const own = inForce.find((calendar) => calendar.unitId === here);
    if (own !== undefined) return own;
  }
  return inForce.find((calendar) => calendar.unitId === null);
}
