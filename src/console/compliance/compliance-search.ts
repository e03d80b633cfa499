/** What the address of the page says; the period is this month where it says none. */
export interface ComplianceSearch {
  from?: string;
  to?: string;
  compareFrom?: string;
  compareTo?: string;
  unit?: number | undefined;
}

/** Reads the address; what nobody can have chosen is left out, and so is a period that ends before it begins. */
export function readComplianceSearch(raw: Record<string, unknown>): ComplianceSearch {
  const { from, to, compareFrom, compareTo, unit } = raw;
  return {
    ...(isDay(from) && isDay(to) && from <= to ? { from, to } : {}),
    ...(isDay(compareFrom) && isDay(compareTo) && compareFrom <= compareTo ? { compareFrom, compareTo } : {}),
    ...(typeof unit === 'number' && Number.isSafeInteger(unit) && unit > 0 ? { unit } : {}),
  };
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value) && !Number.isNaN(Date.parse(value));
}
