import type { WatchedView, WatchersView } from '../../http/watching-routes.ts';
import { answerOf, done, v1 } from '../data/api.ts';

export function watchersQuery(reference: string) {
  return {
    // Below what belongs beside the case: told anew when a colleague begins or stops.
    queryKey: ['beside', reference, 'watchers'],
    queryFn: (): Promise<WatchersView> => answerOf(v1.cases[':reference'].watchers.$get({ param: { reference } })),
  };
}

export const watchedQuery = {
  // Below the alerts: the same changes make it look different.
  queryKey: ['alerts', 'watched'],
  queryFn: (): Promise<WatchedView> => answerOf(v1.me.watching.$get()),
};

export async function watch(reference: string, isWatching: boolean): Promise<void> {
  await done(v1.cases[':reference'].watching.$put({ param: { reference }, json: { isWatching } }));
}
