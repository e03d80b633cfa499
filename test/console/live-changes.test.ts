import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followChanges } from '../../src/console/data/use-live-changes.ts';

const readFrom = '2026-03-06T02:00:00.000Z';
const brought = { '/api/v1/session': { unacknowledgedAlerts: 0 }, '/api/v1/cases/counts': { all: 1 } };
let opened: Source[] = [];

beforeEach(() => {
  opened = [];
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Source);
  vi.stubGlobal('document', { getElementById: () => ({ textContent: JSON.stringify(brought) }) });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a page asks for what changed since it began to read, and once it has heard something, since that', async () => {
  const stop = followChanges(new QueryClient(), readFrom, () => undefined);

  opened[0]?.hear('41', { topic: 'case', reference: 'VM-2026-000123' });
  opened[0]?.fail();
  await vi.advanceTimersByTimeAsync(3_000);
  stop();

  expect(opened.map(({ url }) => url)).toEqual([
    '/api/v1/live?from=2026-03-06T02%3A00%3A00.000Z',
    '/api/v1/live?since=41',
  ]);
});

test('what came with the page is not shown any more once something has changed', async () => {
  // Of its own: what a page brings along is there once.
  vi.resetModules();
  const { firstAnswer } = await import('../../src/console/data/first-answers.ts');
  const page = await import('../../src/console/data/use-live-changes.ts');
  const stop = page.followChanges(new QueryClient(), readFrom, () => undefined);
  const early = await firstAnswer('/api/v1/session')?.json();

  opened[0]?.hear('41', { topic: 'case', reference: 'VM-2026-000123' });
  const late = firstAnswer('/api/v1/cases/counts');
  stop();

  expect([early, late]).toEqual([{ unacknowledgedAlerts: 0 }, null]);
});

test('what was read is not believed after nobody follows it any more', async () => {
  const queryClient = new QueryClient();
  const list = new QueryObserver(queryClient, { queryKey: ['counts'], queryFn: () => 1, staleTime: 60_000 });
  const stop = followChanges(queryClient, readFrom, () => undefined);
  const leave = list.subscribe(() => undefined);
  await vi.advanceTimersByTimeAsync(10);
  leave();

  stop();

  expect(queryClient.getQueryState(['counts'])?.isInvalidated).toBe(true);
});

/** The browser's stream, as far as the page uses it. */
class Source {
  static readonly CLOSED = 2;
  readonly url: string;
  readyState = 1;
  private readonly listeners = new Map<string, (event: unknown) => void>();

  constructor(url: string) {
    this.url = url;
    opened.push(this);
  }

  addEventListener(type: string, listener: (event: unknown) => void): void {
    this.listeners.set(type, listener);
  }

  hear(id: string, view: object): void {
    this.listeners.get('change')?.({ lastEventId: id, data: JSON.stringify(view) });
  }

  fail(): void {
    this.readyState = Source.CLOSED;
    this.listeners.get('error')?.({});
  }

  close(): void {
    this.readyState = Source.CLOSED;
  }
}
