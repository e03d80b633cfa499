import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import * as api from './api.ts';

// Below the keys of cases, which live changes name: what happens to a case shows here as well.

export function verificationsQuery(filter: api.ListFilter) {
  return infiniteQueryOptions({
    queryKey: ['cases', 'verifications', filter],
    queryFn: ({ pageParam }) => api.listVerifications(filter, pageParam),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.nextBefore,
  });
}

export function funnelQuery(from: string | undefined) {
  return queryOptions({ queryKey: ['cases', 'verificationFunnel', from], queryFn: () => api.readFunnel(from) });
}

export function verificationQuery(reference: string) {
  return queryOptions({
    queryKey: ['case', reference, 'verification'],
    queryFn: () => api.readVerification(reference),
  });
}

export function actionsQuery(box: 'mine' | 'below') {
  return queryOptions({
    queryKey: ['correctiveActions', box],
    queryFn: () => api.listActions(box),
    // Nobody is told of a case here, so no live change says that something is new.
    refetchInterval: 60_000,
  });
}
