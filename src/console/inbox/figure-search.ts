import type { ClockKind, Level } from '../../rules/case/words.ts';
import type { DueChoice } from '../../store/schema/desk-tools.ts';

/** What stands behind a figure, in the address of the inbox. */
export interface FigureSearch {
  unit?: number | undefined;
  assignee?: number;
  enterprise?: number;
  level?: Level;
  unresolved?: boolean;
  due?: DueChoice;
  clock?: ClockKind;
  outcome?: 'met' | 'missed';
  /** The days on which a promise was kept or broken, the last one included. */
  decidedFrom?: string;
  decidedTo?: string;
}

const levels: readonly Level[] = [1, 2, 3, 4];
const dueChoices: readonly DueChoice[] = ['soon', 'halfHour', 'today', 'paused'];
const clocks: readonly ClockKind[] = ['acknowledge', 'firstResponse', 'resolution'];
const outcomes = ['met', 'missed'] as const;

const figureKeys = [
  'assignee',
  'enterprise',
  'level',
  'unresolved',
  'clock',
  'outcome',
  'decidedFrom',
  'decidedTo',
] as const satisfies readonly (keyof FigureSearch)[];

/** Whether these are the cases behind a figure, and not only what an officer chose in the list. */
export function isFigure(search: FigureSearch): boolean {
  return search.due === 'soon' || figureKeys.some((key) => search[key] !== undefined);
}

/** What has to change for the figure to be forgotten, its unit with it. */
export function withoutFigure({ due }: FigureSearch): Record<string, undefined> {
  const keys = [...figureKeys, 'unit', ...(due === 'soon' ? ['due'] : [])];
  return Object.fromEntries(keys.map((key) => [key, undefined]));
}

/** Reads what an address says; whatever it cannot mean is left out. */
export function readFigureSearch(raw: Record<string, unknown>): FigureSearch {
  const level = levels.find((each) => each === raw.level);
  const due = dueChoices.find((each) => each === raw.due);
  const clock = clocks.find((each) => each === raw.clock);
  const outcome = outcomes.find((each) => each === raw.outcome);
  return {
    ...(isKey(raw.unit) ? { unit: raw.unit } : {}),
    ...(isKey(raw.assignee) ? { assignee: raw.assignee } : {}),
    ...(isKey(raw.enterprise) ? { enterprise: raw.enterprise } : {}),
    ...(level === undefined ? {} : { level }),
    ...(raw.unresolved === true ? { unresolved: true } : {}),
    // What is past is not due any more: an address that says both means the first.
    ...(due === undefined || raw.overdue === true ? {} : { due }),
    ...(clock === undefined ? {} : { clock }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(isDay(raw.decidedFrom) ? { decidedFrom: raw.decidedFrom } : {}),
    ...(isDay(raw.decidedTo) ? { decidedTo: raw.decidedTo } : {}),
  };
}

export function isKey(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value) && !Number.isNaN(Date.parse(value));
}
