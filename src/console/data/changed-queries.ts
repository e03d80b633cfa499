import type { QueryKey } from '@tanstack/react-query';
import type { LiveView } from '../../http/views.ts';

const alerts: QueryKey[] = [['alerts'], ['session'], ['reminders']];
const lists: QueryKey[] = [['cases'], ['counts'], ['savedFilters'], ['marks'], ['wall'], ['today']];

/** The keys of what may look different after a committed change. One that names no case may be about any. */
export function changedBy({ topic, reference }: LiveView): QueryKey[] {
  if (topic === 'alert') return alerts;
  if (topic === 'presence') return [['beside', ...(reference === null ? [] : [reference])], ['marks']];
  if (reference === null) return [['case'], ['beside'], ...lists, ...alerts];
  return [['case', reference], ['beside', reference], ...lists];
}

/** How soon something is read again: what is being read at once, what shows the case soon, what may show it when calm. */
export type Haste = 'now' | 'soon' | 'calmly';

/**
 * How soon a page of these data is read again after a change of `reference`; null where the change cannot be seen on it. A
 * list without the case may come to show it, so it is read again as well, but makes way for those that show it.
 */
export function hasteOf(queryKey: QueryKey, data: unknown, reference: string | null): Haste | null {
  const [kind, about] = queryKey;
  if (kind === 'case' || kind === 'beside') return 'now';
  if (kind === 'alerts' || kind === 'session' || kind === 'reminders' || reference === null) return 'soon';
  // Marks are read of named cases only.
  if (kind === 'marks') return Array.isArray(about) && about.includes(reference) ? 'soon' : null;
  return kind === 'cases' && shows(data, reference) ? 'soon' : 'calmly';
}

/** Whether one of the pages that were read holds the case. */
function shows(data: unknown, reference: string): boolean {
  return within(data, 'pages').some((page) =>
    within(page, 'items').some(
      (item) => typeof item === 'object' && item !== null && 'reference' in item && item.reference === reference,
    ),
  );
}

function within(whole: unknown, name: 'pages' | 'items'): readonly unknown[] {
  if (typeof whole !== 'object' || whole === null) return [];
  const part: unknown = Reflect.get(whole, name);
  return Array.isArray(part) ? part : [];
}
