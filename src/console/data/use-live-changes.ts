import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { LiveView } from '../../http/views.ts';
import { forgetFirstAnswers } from './first-answers.ts';
import { openRefresher } from './refresher.ts';

const reopenAfterMs = 3_000;

/**
 * Keeps every page fresh while it is mounted, also of what changed since `readFrom`, the desk's instant at which the first
 * answers were made. Answers whether the connection stands.
 */
export function useLiveChanges(readFrom: string): boolean {
  const queryClient = useQueryClient();
  const [isConnected, setConnected] = useState(true);

  useEffect(() => followChanges(queryClient, readFrom, setConnected), [queryClient, readFrom]);

  return isConnected;
}

/** Opens the stream and has read again what it says changed. Returns the way to stop; nothing read until then is believed. */
export function followChanges(
  queryClient: QueryClient,
  readFrom: string,
  tellConnected: (isConnected: boolean) => void,
): () => void {
  const refresher = openRefresher(queryClient);
  let lastId = '';
  let wasInterrupted = false;
  let source = open();
  let reopening: ReturnType<typeof setTimeout> | undefined;

  function open(): EventSource {
    const place = lastId === '' ? { from: readFrom } : { since: lastId };
    const opened = new EventSource(`/api/v1/live?${new URLSearchParams(place)}`);
    opened.addEventListener('open', () => {
      tellConnected(true);
      // Whatever was missed is read anew, even if the server no longer remembers where we were.
      if (wasInterrupted) void queryClient.invalidateQueries();
      wasInterrupted = false;
    });
    opened.addEventListener('change', (event) => {
      lastId = event.lastEventId || lastId;
      // Made before the change; what nobody has looked at yet would be taken for new.
      forgetFirstAnswers();
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
    void queryClient.invalidateQueries({ refetchType: 'none' });
  };
}
