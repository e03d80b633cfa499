import { isFigure } from './figure-search.ts';
import type { KeptFilter } from './inbox-api.ts';
import { filterOf, type InboxSearch } from './inbox-search.ts';

const keptKeys = [
  'box',
  'state',
  'q',
  'overdue',
  'due',
  'unit',
  'label',
  'channel',
  'kind',
  'urgent',
  'sort',
  'order',
] as const satisfies readonly (keyof KeptFilter)[];

/** What of the address can be kept: a figure's cases belong to the day on which it was read, and its unit to the figure. */
export function keptPart(search: InboxSearch): KeptFilter {
  const { due, unit, ...rest } = filterOf(search);
  const whole: KeptFilter = { ...rest, ...(isFigure(search) ? {} : { due, unit }) };
  const kept = keptKeys.filter((key) => whole[key] !== undefined).map((key) => [key, whole[key]]);
  return { ...Object.fromEntries(kept), box: whole.box };
}

export function sameFilter(one: KeptFilter, other: KeptFilter): boolean {
  return keptKeys.every((key) => (one[key] ?? null) === (other[key] ?? null));
}
