export const steps = [
  'registered',
  'documentCheck',
  'physicalInspection',
  'channelChange',
  'released',
  'stored',
  'cleared',
] as const;
const parts = ['unit', 'step', 'team', 'officer', 'association'] as const;

export type Step = (typeof steps)[number];
export type Part = (typeof parts)[number];

/** What the address of the figures says; the period is this year where it says none. */
export interface RatingsSearch {
  from?: string;
  to?: string;
  unit?: number;
  step?: Step | undefined;
  by?: Part;
}

/** Reads the address; what nobody can have chosen is left out, and so is a period that ends before it begins. */
export function readRatingsSearch({ from, to, unit, step, by }: Record<string, unknown>): RatingsSearch {
  const period = isDay(from) && isDay(to) && from <= to ? { from, to } : {};
  const knownStep = steps.find((each) => each === step);
  const knownPart = parts.find((each) => each === by);
  return {
    ...period,
    ...(typeof unit === 'number' && Number.isSafeInteger(unit) && unit > 0 ? { unit } : {}),
    ...(knownStep === undefined ? {} : { step: knownStep }),
    ...(knownPart === undefined ? {} : { by: knownPart }),
  };
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value) && !Number.isNaN(Date.parse(value));
}
