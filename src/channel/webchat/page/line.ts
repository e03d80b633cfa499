import { liveAddress } from './api.ts';

/** The open line on which the server says that something is new. */
export interface Line {
  close(): void;
}

const redialMilliseconds = 3_000;

/** Keeps the line open: browsers redial by themselves after a break, and not after a refusal. */
export function openLine(on: { onOpen(): void; onLoss(): void; onMessage(): void; onTyping(): void }): Line {
  let source: EventSource | null = null;
  let timer: number | undefined;

  function dial(): void {
    window.clearTimeout(timer);
    source?.close();
    source = new EventSource(liveAddress);
    source.addEventListener('ready', on.onOpen);
    source.addEventListener('message', on.onMessage);
    source.addEventListener('typing', on.onTyping);
    source.addEventListener('error', () => {
      on.onLoss();
      if (source?.readyState === EventSource.CLOSED) timer = window.setTimeout(dial, redialMilliseconds);
    });
  }

  // A phone that was asleep holds a dead line without knowing it.
  function returned(): void {
    if (document.visibilityState !== 'visible') return;
    if (source?.readyState === EventSource.OPEN) on.onMessage();
    else dial();
  }

  dial();
  window.addEventListener('online', dial);
  window.addEventListener('offline', on.onLoss);
  document.addEventListener('visibilitychange', returned);
  return {
    close() {
      window.clearTimeout(timer);
      source?.close();
      window.removeEventListener('online', dial);
      window.removeEventListener('offline', on.onLoss);
      document.removeEventListener('visibilitychange', returned);
    },
  };
}
