import type { ClockKind, Level } from '../../rules/case/words.ts';

/** What stands behind a figure, in the address of the inbox. */
export interface FigureSearch {
  unit?: number | undefined;
  assignee?: number;
  enterprise?: number;
  level?: Level;
  unresolved?: boolean;
  due?: 'soon';
  clock?: ClockKind;
  outcome?: 'met' | 'missed';
  /** The days on which a promise was kept or broken, the last one included. */
  decidedFrom?: string;
  decidedTo?: string;
}

const levels: readonly Level[] = [1, 2, 3, 4];
const clocks: readonly ClockKind[] = ['acknowledge', 'firstResponse', 'resolution'];
const outcomes = ['met', 'missed'] as const;

export const figureKeys = [
  'unit',
  'assignee',
  'enterprise',
  'level',
  'unresolved',
  'due',
  'clock',
  'outcome',
  'decidedFrom',
  'decidedTo',
] as const satisfies readonly (keyof FigureSearch)[];

/** Reads what an address says; whatever it cannot mean is left out. */
export function readFigureSearch(raw: Record<string, unknown>): FigureSearch {
  const level = levels.find((each) => each === raw.level);
  const clock = clocks.find((each) => each === raw.clock);
  const outcome = outcomes.find((each) => each === raw.outcome);
  return {
    ...(isKey(raw.unit) ? { unit: raw.unit } : {}),
    ...(isKey(raw.assignee) ? { assignee: raw.assignee } : {}),
    ...(isKey(raw.enterprise) ? { enterprise: raw.enterprise } : {}),
    ...(level === undefined ? {} : { level }),
    ...(raw.unresolved === true ? { unresolved: true } : {}),
    ...(raw.due === 'soon' ? { due: 'soon' as const } : {}),
    ...(clock === undefined ? {} : { clock }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(isDay(raw.decidedFrom) ? { decidedFrom: raw.decidedFrom } : {}),
    ...(isDay(raw.decidedTo) ? { decidedTo: raw.decidedTo } : {}),
  };
}

function isKey(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value) && !Number.isNaN(Date.parse(value));
}
