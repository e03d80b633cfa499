import { useSyncExternalStore } from 'react';

/**
 * The desk's present in the browser: the server's clock carried on by the page's own monotonic one, so that neither a
 * wrong clock on the officer's machine nor a moved demonstration clock makes a deadline look other than it is.
 */
let serverAheadMs = performance.timeOrigin;
let tickedMs = deskNowMs();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | null = null;

const second = 1_000;
const halfMinute = 30 * second;

export function deskNowMs(): number {
  return serverAheadMs + performance.now();
}

/** Sets the desk's present to what the server just said. */
export function syncDeskTime(serverTime: string): void {
  serverAheadMs = Date.parse(serverTime) - performance.now();
  tick();
}

/** The desk's present in milliseconds, by the second within two minutes of `dueAt`, else by the half minute. */
export function useDeskNow(dueAt: string | null = null): number {
  const now = () => rounded(dueAt);
  return useSyncExternalStore(subscribe, now, now);
}

function rounded(dueAt: string | null): number {
  const isNear = dueAt !== null && Math.abs(Date.parse(dueAt) - tickedMs) <= 4 * halfMinute;
  const step = isNear ? second : halfMinute;
  return Math.floor(tickedMs / step) * step;
}

// One timer for the whole page, however many clocks it shows.
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, second);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
  };
}

function tick(): void {
  tickedMs = deskNowMs();
  for (const listener of listeners) listener();
}
