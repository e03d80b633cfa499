import { queryOptions } from '@tanstack/react-query';
import type { WallView } from '../../http/wall-routes.ts';
import { answerOf, v1 } from '../data/api.ts';

export const wallQuery = queryOptions({
  queryKey: ['wall'],
  queryFn: (): Promise<WallView[]> => answerOf(v1.wall.$get()),
  // Time alone makes cases overdue.
  refetchInterval: 30_000,
});
