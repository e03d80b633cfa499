import { queryOptions } from '@tanstack/react-query';
import type { BulkDeed, BulkOutcome } from '../../http/bulk-routes.ts';
import type { CaseUnits } from '../../http/case-routes.ts';
import type { MarksView } from '../../http/presence-routes.ts';
import type { SavedFilterView } from '../../http/saved-filter-routes.ts';
import { answerOf, done, v1 } from '../data/api.ts';

/** What the list shows of cases for this officer alone, and what is done to many at once. */

export type CaseMark = MarksView[number];

// What the server takes at once; the next page of the list asks for itself.
const mostAtOnce = 100;

export function marksQuery(references: readonly string[]) {
  return queryOptions({
    queryKey: ['marks', references],
    queryFn: async (): Promise<MarksView> => {
      const pages = Array.from({ length: Math.ceil(references.length / mostAtOnce) }, (_, page) =>
        references.slice(page * mostAtOnce, (page + 1) * mostAtOnce),
      );
      const found = await Promise.all(
        pages.map((page) => answerOf(v1['case-marks'].$get({ query: { references: page.join(',') } }))),
      );
      return found.flat();
    },
    enabled: references.length > 0,
    // Whoever closed the browser without a word leaves the list, too.
    refetchInterval: 30_000,
  });
}

export function doToMany(references: readonly string[], deed: BulkDeed): Promise<BulkOutcome> {
  return answerOf(v1['bulk-deeds'].$post({ json: { references: [...references], deed } }));
}

export const savedFiltersQuery = queryOptions({
  queryKey: ['savedFilters'],
  queryFn: (): Promise<SavedFilterView[]> => answerOf(v1['saved-filters'].$get()),
});

/** By which units the list can be narrowed. */
export const caseUnitsQuery = queryOptions({
  queryKey: ['caseUnits'],
  queryFn: (): Promise<CaseUnits> => answerOf(v1.cases.units.$get()),
  staleTime: 60_000,
});

export type KeptFilter = SavedFilterView['filter'];

export async function keepFilter(name: string, filter: KeptFilter, isShared: boolean): Promise<void> {
  await done(v1['saved-filters'].$post({ json: { name, filter, isShared } }));
}

export async function removeFilter(id: number): Promise<void> {
  await done(v1['saved-filters'][':id'].$delete({ param: { id } }));
}
