import type { Query, QueryClient } from '@tanstack/react-query';
import type { LiveView } from '../../http/views.ts';
import { changedBy, type Haste, hasteOf } from './changed-queries.ts';
import { openPace } from './pace.ts';

const limits = { soon: { leastMs: 250, mostMs: 2_000 }, calmly: { leastMs: 250, mostMs: 3_000 } };

export interface Refresher {
  add(change: LiveView): void;
  stop(): void;
}

/**
 * Has what a change touches read again: the opened case at once, lists in rounds. What no page shows is only marked, and
 * nothing is read twice at a time.
 */
export function openRefresher(queryClient: QueryClient, draw: () => number = Math.random): Refresher {
  const cache = queryClient.getQueryCache();
  const running = new Set<string>();
  const again = new Set<string>();
  const paces = {
    soon: openPace(limits.soon, readAgain, draw),
    calmly: openPace(limits.calmly, readAgain, draw),
  };
  let isStopped = false;

  async function readAgain(hash: string): Promise<void> {
    if (running.has(hash)) {
      again.add(hash);
      return;
    }
    running.add(hash);
    do {
      again.delete(hash);
      const query = cache.get(hash);
      if (query === undefined) break;
      // What is under way may have been read before the change.
      if (query.state.fetchStatus === 'fetching') {
        await settled(query);
        query.invalidate();
      }
      await queryClient.refetchQueries({ queryKey: query.queryKey, exact: true, type: 'active' });
    } while (again.has(hash) && !isStopped);
    running.delete(hash);
  }

  return {
    add(change) {
      const touched: Record<Haste, string[]> = { now: [], soon: [], calmly: [] };
      for (const queryKey of changedBy(change)) {
        for (const query of cache.findAll({ queryKey })) {
          const haste = hasteOf(query.queryKey, query.state.data, change.reference);
          if (haste === null) continue;
          query.invalidate();
          // What comes in now may have been read before the change, even if no page shows it yet.
          if (query.isActive() || query.state.fetchStatus === 'fetching') touched[haste].push(query.queryHash);
        }
      }
      for (const hash of touched.now) void readAgain(hash);
      paces.soon.add(touched.soon);
      paces.calmly.add(touched.calmly);
    },
    stop() {
      isStopped = true;
      paces.soon.stop();
      paces.calmly.stop();
    },
  };
}

async function settled(query: Query): Promise<void> {
  await query.promise?.catch(() => undefined);
}
