import type { Box, CaseFilter, StateFilter } from '../data/api.ts';
import { type FigureSearch, readFigureSearch } from './figure-search.ts';

/** What the inbox shows, kept in the address so that it can be sent to a colleague. */
export interface InboxSearch extends FigureSearch {
  box?: Box;
  state?: StateFilter;
  q?: string;
  overdue?: boolean;
}

const boxes: readonly Box[] = ['mine', 'unassigned', 'all'];
const states: readonly StateFilter[] = [
  'open',
  'awaitingEnterprise',
  'awaitingResult',
  'resolved',
  'closed',
  'merged',
  'any',
];

/** Reads what an address says; whatever it cannot mean is left out. */
export function readInboxSearch(raw: Record<string, unknown>): InboxSearch {
  const box = boxes.find((each) => each === raw.box);
  const state = states.find((each) => each === raw.state);
  return {
    ...(box === undefined ? {} : { box }),
    ...(state === undefined ? {} : { state }),
    // A declaration number in the address arrives as a number.
    ...(raw.q === undefined || raw.q === '' ? {} : { q: String(raw.q) }),
    ...(raw.overdue === true ? { overdue: true } : {}),
    ...readFigureSearch(raw),
  };
}

export function filterOf(search: InboxSearch): CaseFilter {
  return { box: 'mine', ...search };
}
