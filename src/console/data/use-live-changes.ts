import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { LiveView } from '../../http/views.ts';
import { openRefresher } from './refresher.ts';

const reopenAfterMs = 3_000;

/** Keeps every page fresh while it is mounted. Answers whether the connection stands. */
export function useLiveChanges(): boolean {
  const queryClient = useQueryClient();
  const [isConnected, setConnected] = useState(true);

  useEffect(() => follow(queryClient, setConnected), [queryClient]);

  return isConnected;
}

function follow(queryClient: QueryClient, tellConnected: (isConnected: boolean) => void): () => void {
  const refresher = openRefresher(queryClient);
  let lastId = '';
  let wasInterrupted = false;
  let source = open();
  let reopening: ReturnType<typeof setTimeout> | undefined;

  function open(): EventSource {
    const opened = new EventSource(lastId === '' ? '/api/v1/live' : `/api/v1/live?since=${encodeURIComponent(lastId)}`);
    opened.addEventListener('open', () => {
      tellConnected(true);
      // Whatever was missed is read anew, even if the server no longer remembers where we were.
      if (wasInterrupted) void queryClient.invalidateQueries();
      wasInterrupted = false;
    });
    opened.addEventListener('change', (event) => {
      lastId = event.lastEventId || lastId;
      const change: LiveView = JSON.parse(event.data);
      refresher.add(change);
    });
    opened.addEventListener('error', () => {
      wasInterrupted = true;
      tellConnected(false);
      // The browser reconnects by itself unless the answer was an error page.
      if (opened.readyState !== EventSource.CLOSED) return;
      reopening = setTimeout(() => {
        source = open();
      }, reopenAfterMs);
    });
    return opened;
  }

  return () => {
    clearTimeout(reopening);
    refresher.stop();
    source.close();
  };
}
