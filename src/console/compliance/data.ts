import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, v1 } from '../data/api.ts';
import { fileAddress } from '../exports/fetch-file.ts';
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
  return fileAddress('/api/v1/exports/compliance', { ...search });
}
