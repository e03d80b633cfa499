import type { ChannelName } from '../../channel/port.ts';
import type { CaseKind } from '../../rules/case/words.ts';
import type { CaseSort } from '../../store/case-order.ts';
import type { Box, CaseFilter, StateFilter } from '../data/api.ts';
import { type FigureSearch, isKey, readFigureSearch } from './figure-search.ts';

/** What the inbox shows, kept in the address so that it can be sent to a colleague. */
export interface InboxSearch extends FigureSearch {
  box?: Box;
  state?: StateFilter;
  q?: string;
  overdue?: boolean;
  label?: number;
  channel?: ChannelName;
  kind?: CaseKind;
  urgent?: boolean;
  sort?: CaseSort;
  order?: 'asc' | 'desc';
}

export const caseSorts = ['due', 'waiting', 'activity', 'urgency', 'opened'] as const satisfies readonly CaseSort[];

const boxes: readonly Box[] = ['mine', 'unassigned', 'all'];
export const channels = ['zalo', 'zaloBot', 'telegram', 'webchat'] as const satisfies readonly ChannelName[];
export const kinds = ['issue', 'question', 'report', 'verification'] as const satisfies readonly CaseKind[];
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
  const channel = channels.find((each) => each === raw.channel);
  const kind = kinds.find((each) => each === raw.kind);
  const sort = caseSorts.find((each) => each === raw.sort);
  return {
    ...(box === undefined ? {} : { box }),
    ...(state === undefined ? {} : { state }),
    // A declaration number in the address arrives as a number.
    ...(raw.q === undefined || raw.q === '' ? {} : { q: String(raw.q) }),
    ...(raw.overdue === true ? { overdue: true } : {}),
    ...(isKey(raw.label) ? { label: raw.label } : {}),
    ...(channel === undefined ? {} : { channel }),
    ...(kind === undefined ? {} : { kind }),
    ...(raw.urgent === true ? { urgent: true } : {}),
    ...(sort === undefined ? {} : { sort }),
    ...(raw.order === 'asc' || raw.order === 'desc' ? { order: raw.order } : {}),
    ...readFigureSearch(raw),
  };
}

export function filterOf(search: InboxSearch): CaseFilter {
  return { box: 'mine', ...search };
}
