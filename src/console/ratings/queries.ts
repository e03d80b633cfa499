import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import * as api from './api.ts';
import type { Part } from './ratings-search.ts';

export function summaryQuery(scope: api.Scope) {
  return queryOptions({
    queryKey: ['ratingSummary', scope],
    queryFn: () => api.readSummary(scope),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

export function breakdownQuery({ step: _, ...scope }: api.Scope, by: Part) {
  return queryOptions({
    queryKey: ['ratingBreakdown', scope, by],
    queryFn: () => api.readBreakdown(scope, by),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

export const ownQuery = queryOptions({ queryKey: ['ownRatings'], queryFn: api.readOwn, staleTime: 60_000 });

export const flagsQuery = queryOptions({ queryKey: ['ratingFlags'], queryFn: api.listFlags });
