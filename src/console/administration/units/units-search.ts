export interface UnitsSearch {
  /** The day the tree is looked at; today where absent. */
  day?: string;
  unit?: number;
}

/** What the address says of the page of units; anything else is left out. */
export function readUnitsSearch({ day, unit }: Record<string, unknown>): UnitsSearch {
  return {
    ...(typeof day === 'string' && /^\d{4}-\d\d-\d\d$/u.test(day) ? { day } : {}),
    ...(typeof unit === 'number' && Number.isSafeInteger(unit) && unit > 0 ? { unit } : {}),
  };
}
