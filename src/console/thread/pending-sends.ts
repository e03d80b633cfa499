import { useSyncExternalStore } from 'react';
import type { CaseDetail } from '../../http/views.ts';
import type { Reply } from '../data/api.ts';
import { Problem } from '../data/problem.ts';
import { afterSaving } from './draft-saves.ts';

/** An answer that is held back for some seconds so that it can be undone, that is on its way, or that was refused. */
export interface PendingSend {
  reference: string;
  reply: Reply;
  /** Names the one request, so that the enterprise never reads one reply twice. */
  key: string;
  state: 'held' | 'sending' | 'failed';
  /** When it goes, by the page's own clock. */
  goesAtMs: number;
  error: unknown;
}

/** Does the sending, and shows what came of it. */
interface Sender {
  send(reference: string, reply: Reply, key: string): Promise<CaseDetail>;
  sent(pending: PendingSend, after: CaseDetail): void;
  failed(pending: PendingSend): void;
}

export const undoMs = 5_000;

// One for the whole page: an answer goes out though the officer has opened another case meanwhile.
const pendings = new Map<string, PendingSend>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();
const listeners = new Set<() => void>();
const sentListeners = new Set<(pending: PendingSend) => void>();
let sender: Sender | null = null;
let shown: readonly PendingSend[] = [];

/** Holds an answer back; it goes by itself unless it is undone. */
export function holdSend(held: Pick<PendingSend, 'reference' | 'reply' | 'key'>): void {
  set({ ...held, state: 'held', goesAtMs: performance.now() + undoMs, error: null });
  timers.set(
    held.reference,
    setTimeout(() => sendNow(held.reference), undoMs),
  );
}

export function undoSend(reference: string): void {
  clearTimeout(timers.get(reference));
  if (pendings.get(reference)?.state !== 'sending') drop(reference);
}

export function sendNow(reference: string): void {
  go(reference, (send) => afterSaving(reference, 'reply', send));
}

function go(reference: string, inTime: (send: () => Promise<CaseDetail>) => Promise<CaseDetail>): void {
  clearTimeout(timers.get(reference));
  const pending = pendings.get(reference);
  if (pending === undefined || pending.state === 'sending' || sender === null) return;
  const going: PendingSend = { ...pending, state: 'sending', error: null };
  set(going);
  const by = sender;
  inTime(() => by.send(reference, pending.reply, pending.key)).then(
    (after) => {
      drop(reference);
      by.sent(going, after);
      for (const listener of sentListeners) listener(going);
    },
    (error: unknown) => {
      const failed: PendingSend = { ...going, state: 'failed', error };
      set(failed);
      by.failed(failed);
    },
  );
}

/** Whether a colleague or the enterprise was quicker. */
export function isAnsweredMeanwhile(pending: PendingSend | null): boolean {
  return pending?.error instanceof Problem && pending.error.code === 'answeredMeanwhile';
}

/** Names who sends: the shell, which outlives every page. */
export function sendBy(next: Sender): void {
  sender = next;
}

/** Calls `listener` after each answer that was sent. Returns the way to stop. */
export function onSent(listener: (pending: PendingSend) => void): () => void {
  sentListeners.add(listener);
  return () => sentListeners.delete(listener);
}

export function usePendingSends(): readonly PendingSend[] {
  const now = () => shown;
  return useSyncExternalStore(subscribe, now, now);
}

export function usePendingSend(reference: string): PendingSend | null {
  return usePendingSends().find((pending) => pending.reference === reference) ?? null;
}

/** What is still held when the page is left goes at once: nobody is there to undo it. */
export function sendAllNow(): void {
  for (const { reference, state } of shown) if (state === 'held') go(reference, (send) => send());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function set(pending: PendingSend): void {
  pendings.set(pending.reference, pending);
  tell();
}

function drop(reference: string): void {
  pendings.delete(reference);
  tell();
}

function tell(): void {
  shown = [...pendings.values()];
  for (const listener of listeners) listener();
}
