import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gatherMs } from '../../src/console/data/pace.ts';
import { openRefresher } from '../../src/console/data/refresher.ts';

const reference = 'VM-2026-000123';
const limits = { leastMs: 250, mostMs: 2_000 };

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test.each([
  ['a single change', 1, 5_000, 250],
  ['two a second', 2, 1_000, 500],
  ['twenty at once', 20, 10, 2_000],
  ['a hundred within a minute', 100, 60_000, (250 * 100) / 60],
])('after %s a list waits so long for more', (_, changes, overMs, pause) => {
  expect(gatherMs(changes, overMs, limits)).toBeCloseTo(pause);
});

test('the opened case is read again with the change, lists with all changes of a moment together', async () => {
  const page = openPage();
  const opened = page.shows(['case', reference], { reference });
  const list = page.shows(['cases', { box: 'mine' }], listOf(reference));
  await vi.advanceTimersByTimeAsync(10);

  page.refresher.add({ topic: 'case', reference });
  await vi.advanceTimersByTimeAsync(10);
  expect([opened.reads(), list.reads()]).toEqual([2, 2]);

  for (let n = 0; n < 8; n += 1) page.refresher.add({ topic: 'case', reference: 'VM-2026-000009' });
  for (let n = 0; n < 8; n += 1) page.refresher.add({ topic: 'case', reference });
  await vi.advanceTimersByTimeAsync(5_000);

  expect(list.reads()).toBeLessThanOrEqual(4);
  expect(opened.reads()).toBeLessThanOrEqual(4);
  expect(page.mostAtOnce()).toBe(1);
});

test('what was being read when a change came is read once more after it', async () => {
  const page = openPage();
  const opened = page.shows(['case', reference], { reference });

  page.refresher.add({ topic: 'case', reference });
  await vi.advanceTimersByTimeAsync(50);

  expect([opened.reads(), page.mostAtOnce()]).toEqual([2, 1]);
});

test('what no page shows is not read, but is no longer believed', async () => {
  const page = openPage();
  const list = page.shows(['cases', { box: 'all' }], listOf(reference));
  await vi.advanceTimersByTimeAsync(10);
  list.leave();

  page.refresher.add({ topic: 'case', reference });
  await vi.advanceTimersByTimeAsync(5_000);

  expect([list.reads(), list.isBelieved()]).toEqual([1, false]);
});

test('what was still on its way to a page not yet drawn is not believed when it came before the change', async () => {
  const page = openPage();
  const list = page.shows(['cases', { box: 'mine' }], listOf(reference));
  list.leave();

  page.refresher.add({ topic: 'case', reference });
  await vi.advanceTimersByTimeAsync(5_000);

  expect([list.reads(), list.isBelieved()]).toEqual([1, false]);
});

test('a page that was closed reads nothing more', async () => {
  const page = openPage();
  const list = page.shows(['cases', { box: 'mine' }], listOf(reference));
  await vi.advanceTimersByTimeAsync(10);

  page.refresher.add({ topic: 'case', reference });
  page.refresher.stop();
  await vi.advanceTimersByTimeAsync(5_000);

  expect(list.reads()).toBe(1);
});

/** A page of the console without its screen. Each read takes five milliseconds. */
function openPage() {
  const queryClient = new QueryClient();
  const underWay = new Map<string, number>();
  let most = 0;

  function shows(queryKey: readonly unknown[], answer: unknown) {
    const name = JSON.stringify(queryKey);
    let reads = 0;
    const observer = new QueryObserver(queryClient, {
      queryKey,
      queryFn: async () => {
        reads += 1;
        underWay.set(name, (underWay.get(name) ?? 0) + 1);
        most = Math.max(most, underWay.get(name) ?? 0);
        await new Promise((resolve) => setTimeout(resolve, 5));
        underWay.set(name, (underWay.get(name) ?? 0) - 1);
        return answer;
      },
      staleTime: Number.POSITIVE_INFINITY,
    });
    const leave = observer.subscribe(() => undefined);
    return {
      leave,
      reads: () => reads,
      isBelieved: () => queryClient.getQueryState(queryKey)?.isInvalidated === false,
    };
  }

  return { shows, refresher: openRefresher(queryClient, () => 0), mostAtOnce: () => most };
}

function listOf(...references: string[]) {
  return { pages: [{ items: references.map((each) => ({ reference: each })), nextCursor: null }], pageParams: [null] };
}
