import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { syncDeskTime } from '../time/desk-time.ts';
import * as api from './api.ts';
import { listDemoSignIns } from './outside-api.ts';

/** What each page reads. Live changes name these keys, see `changed-queries.ts`. */

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async () => {
    const session = await api.readSession();
    syncDeskTime(session.serverTime);
    return session;
  },
  // Keeps the countdowns honest while the page stays open for days.
  refetchInterval: 60_000,
});

export const warningsQuery = queryOptions({
  queryKey: ['warnings'],
  queryFn: api.readWarnings,
  refetchInterval: 120_000,
});

export function casesQuery(filter: api.CaseFilter) {
  return infiniteQueryOptions({
    queryKey: ['cases', filter],
    queryFn: ({ pageParam }) => api.listCases(filter, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export const countsQuery = queryOptions({ queryKey: ['counts'], queryFn: api.countCases });

export function caseQuery(reference: string) {
  return queryOptions({ queryKey: ['case', reference], queryFn: () => api.readCase(reference) });
}

export const officersQuery = queryOptions({
  queryKey: ['officers'],
  queryFn: api.listOfficers,
  staleTime: 60_000,
});

export const receivingUnitsQuery = queryOptions({
  queryKey: ['receivingUnits'],
  queryFn: api.listReceivingUnits,
  staleTime: 60_000,
});

export const alertsQuery = queryOptions({ queryKey: ['alerts'], queryFn: api.listAlerts });

export const linkedChatsQuery = queryOptions({ queryKey: ['linkedChats'], queryFn: api.listLinkedChats });

export const troublesQuery = queryOptions({
  queryKey: ['troubles'],
  queryFn: api.listTroubles,
  refetchInterval: 30_000,
});

export const linkRequestsQuery = queryOptions({
  queryKey: ['linkRequests'],
  queryFn: api.listLinkRequests,
  refetchInterval: 30_000,
});

export function enterpriseLinksQuery(taxCode: string) {
  return queryOptions({ queryKey: ['enterpriseLinks', taxCode], queryFn: () => api.readEnterpriseLinks(taxCode) });
}

export const apiKeysQuery = queryOptions({ queryKey: ['apiKeys'], queryFn: api.listApiKeys });

export const dataRequestsQuery = queryOptions({ queryKey: ['dataRequests'], queryFn: api.listDataRequests });

export const retentionQuery = queryOptions({ queryKey: ['retention'], queryFn: api.readRetention });

export function enterprisesQuery(q: string) {
  return queryOptions({ queryKey: ['enterprises', q], queryFn: () => api.findEnterprises(q) });
}

export function enterpriseQuery(taxCode: string) {
  return queryOptions({ queryKey: ['enterprise', taxCode], queryFn: () => api.readEnterprise(taxCode) });
}

export function enterpriseDeclarationsQuery(taxCode: string) {
  return queryOptions({ queryKey: ['declarationsOf', taxCode], queryFn: () => api.declarationsOf(taxCode) });
}

export const demoSignInsQuery = queryOptions({
  queryKey: ['demoSignIns'],
  queryFn: listDemoSignIns,
  staleTime: Number.POSITIVE_INFINITY,
});
