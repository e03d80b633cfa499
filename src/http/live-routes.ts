import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { everythingChanged, type LiveEvent } from './live-hub.ts';
import { readerOf } from './reader.ts';

const heartbeatMilliseconds = 15_000;
// A page that cannot keep up with so many is told to look at everything.
const mostWaiting = 500;

/**
 * Server-sent events of what changed. A page that comes back names the last event it saw and hears what it missed; a new one
 * names the desk's instant at which it began to read (`from`), and hears what changed before it listened.
 */
export function liveRoutes(parts: Pick<HttpParts, 'desk' | 'auth' | 'config' | 'live' | 'metrics'>) {
  const { live, metrics } = parts;

  return new Hono<ApiEnv>().get('/live', (context) => {
    const { sight } = context.var.reader;
    const { headers } = context.req.raw;
    const since = sinceOf(context.req.header('last-event-id') ?? context.req.query('since'));
    const from = instantOf(context.req.query('from'));
    const missed = async () => {
      if (since !== null) return (await live.missedSince(since, sight)) ?? [everythingChanged(live.latestId())];
      return from === null ? [] : ((await live.changedSince(from, sight)) ?? [everythingChanged(live.latestId())]);
    };
    context.header('x-accel-buffering', 'no');

    return streamSSE(context, async (stream) => {
      const waiting = new Map<string, LiveEvent>();
      let isOver = false;
      let rouse: () => void = () => undefined;

      // Told while the page is slow, several changes of one thing become one.
      function add(event: LiveEvent): void {
        const key = `${event.view.topic} ${event.view.reference}`;
        waiting.delete(key);
        waiting.set(key, event);
        if (waiting.size > mostWaiting) {
          waiting.clear();
          waiting.set(key, everythingChanged(event.id));
        }
        rouse();
      }

      const stopListening = live.onChange(sight, add);
      stream.onAbort(() => {
        isOver = true;
        rouse();
      });
      metrics.openConsoles.inc();
      try {
        await stream.write(': \n\n');
        for (const event of await missed()) add(event);
        while (!isOver) {
          const events = [...waiting.values()];
          waiting.clear();
          // One write for all that waits: what a write costs counts when a thousand consoles are told.
          if (events.length > 0) await stream.write(events.map(asText).join(''));
          if (waiting.size > 0 || isOver) continue;
          const wasQuiet = await quietFor(heartbeatMilliseconds, (wake) => {
            rouse = wake;
          });
          if (!wasQuiet) continue;
          // Whoever signed out or left meanwhile hears no more.
          if ((await readerOf(parts, headers)) === null) break;
          await stream.write(': \n\n');
        }
      } finally {
        stopListening();
        metrics.openConsoles.dec();
      }
    });
  });
}

function asText({ id, json }: LiveEvent): string {
  return `event: change\ndata: ${json}\nid: ${id}\n\n`;
}

function sinceOf(text: string | undefined): number | null {
  const id = Number(text);
  return text === undefined || text === '' || !Number.isSafeInteger(id) || id < 0 ? null : id;
}

function instantOf(text: string | undefined): Date | null {
  const instant = new Date(text ?? '');
  return Number.isNaN(instant.getTime()) ? null : instant;
}

/** True when nobody called `wake` for so long. */
function quietFor(milliseconds: number, giveWake: (wake: () => void) => void): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), milliseconds);
    giveWake(() => {
      clearTimeout(timer);
      resolve(false);
    });
  });
}
