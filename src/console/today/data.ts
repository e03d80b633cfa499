import { queryOptions } from '@tanstack/react-query';
import { answerOf, v1 } from '../data/api.ts';

export const todayQuery = queryOptions({
  queryKey: ['today'],
  queryFn: () => answerOf(v1.today.$get()),
  // Time alone makes cases overdue.
  refetchInterval: 30_000,
});
