import type { Box, CaseFilter } from '../data/api.ts';

/** What the inbox shows, kept in the address so that it can be sent to a colleague. */
export interface InboxSearch {
  box?: Box;
  state?: string;
  q?: string;
  overdue?: boolean;
}

const boxes: readonly Box[] = ['mine', 'unassigned', 'all'];

/** Reads what an address says; whatever it cannot mean is left out. */
export function readInboxSearch(raw: Record<string, unknown>): InboxSearch {
  const box = boxes.find((each) => each === raw.box);
  return {
    ...(box === undefined ? {} : { box }),
    ...(typeof raw.state === 'string' && raw.state !== '' ? { state: raw.state } : {}),
    // A declaration number in the address arrives as a number.
    ...(raw.q === undefined || raw.q === '' ? {} : { q: String(raw.q) }),
    ...(raw.overdue === true ? { overdue: true } : {}),
  };
}

export function filterOf(search: InboxSearch): CaseFilter {
  return { box: 'mine', ...search };
}
