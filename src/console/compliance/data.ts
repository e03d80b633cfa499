import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, v1 } from '../data/api.ts';
import type { ComplianceSearch } from './compliance-search.ts';

export function complianceQuery(search: ComplianceSearch) {
  return queryOptions({
    queryKey: ['compliance', search],
    queryFn: () => answerOf(v1.compliance.$get({ query: search })),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

export const accuracyQuery = queryOptions({
  queryKey: ['accuracy'],
  queryFn: () => answerOf(v1.compliance.accuracy.$get()),
  staleTime: 30_000,
});

/** Where the same is a file. */
export function complianceFile(search: ComplianceSearch): string {
  const query = new URLSearchParams(
    Object.entries(search).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
  );
  return `/api/v1/exports/compliance?${query}`;
}
