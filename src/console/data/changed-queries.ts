import type { QueryKey } from '@tanstack/react-query';
import type { LiveView } from '../../http/views.ts';

const alerts: QueryKey[] = [['alerts'], ['session']];
const lists: QueryKey[] = [['cases'], ['counts'], ['savedFilters'], ['marks'], ['wall'], ['today']];

/** The keys of what may look different after a committed change. One that names no case may be about any. */
export function changedBy({ topic, reference }: LiveView): QueryKey[] {
  if (topic === 'alert') return alerts;
  if (topic === 'presence') return [['beside', ...(reference === null ? [] : [reference])], ['marks']];
  if (reference === null) return [['case'], ['beside'], ...lists, ...alerts];
  return [['case', reference], ['beside', reference], ...lists];
}
