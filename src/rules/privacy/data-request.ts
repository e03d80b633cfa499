import { dayMilliseconds } from '../working-time/working-day.ts';

export const dataRequestKinds = ['export', 'deletion', 'withdrawal'] as const;
export type DataRequestKind = (typeof dataRequestKinds)[number];

/** `waiting`: a deletion that something has to be finished before. */
export const dataRequestStates = ['preparing', 'waiting', 'done', 'cancelled'] as const;
export type DataRequestState = (typeof dataRequestStates)[number];

/** Acknowledged in two working days, carried out in fifteen days (Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP). */
export const acknowledgeWorkingDays = 2;
const doneMilliseconds = 15 * dayMilliseconds;

export function dueBy(askedAt: Date): Date {
  return new Date(askedAt.getTime() + doneMilliseconds);
}

/** What has to be over before somebody's data can go. */
export interface InTheWay {
  /** The references of open cases. */
  openCases: readonly string[];
  /** A copy of the data is being prepared, or is on its way. */
  isExporting: boolean;
}

/** Whether a deletion can be carried out now. An open matter is finished first, and a copy asked for before arrives. */
export function mayDelete({ openCases, isExporting }: InTheWay): boolean {
  return openCases.length === 0 && !isExporting;
}
