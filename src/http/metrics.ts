import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { differingClocks } from '../store/clock-check.ts';
import { codeSuspicion } from '../store/code-suspicion.ts';
import type { Db } from '../store/database.ts';
import { outboxCounts, waitingCounts } from '../store/troubles.ts';

export type Metrics = ReturnType<typeof openMetrics>;

/** The figures of this process, in a registry of their own. Make it once. */
export function openMetrics(db: Db) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];

  new Gauge({
    name: 'dong_hanh_waiting',
    help: 'Rows that wait or need a person, by queue and state',
    labelNames: ['queue', 'state'],
    registers,
    async collect() {
      for (const { queue, state, count } of await waitingCounts(db)) this.set({ queue, state }, count);
    },
  });

  new Gauge({
    name: 'dong_hanh_outbox',
    help: 'Messages that wait or need a person, by state and channel',
    labelNames: ['state', 'channel'],
    registers,
    async collect() {
      this.reset();
      for (const { state, channel, count } of await outboxCounts(db)) this.set({ state, channel }, count);
    },
  });

  new Gauge({
    name: 'dong_hanh_wrong_codes',
    help: 'Wrong codes of enterprises and officers that no right one has followed, and chats whose codes were refused',
    labelNames: ['what'],
    registers,
    async collect() {
      const { failures, refusedChats } = await codeSuspicion(db);
      this.set({ what: 'failures' }, failures);
      this.set({ what: 'refusedChats' }, refusedChats);
    },
  });

  new Gauge({
    name: 'dong_hanh_clocks_differing',
    help: 'Live cases whose stored clocks did not say what their ledger says, when they were last recomputed',
    registers,
    async collect() {
      const count = await differingClocks(db);
      if (count !== null) this.set(count);
    },
  });

  return {
    registry,
    ladderLatenessSeconds: new Histogram({
      name: 'dong_hanh_ladder_lateness_seconds',
      help: 'How long after it was due a step of the ladder fired, by what it does; of the timer in this process',
      labelNames: ['act'],
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 5, 30, 60, 300, 3600],
      registers,
    }),
    unauthenticDeliveries: new Counter({
      name: 'dong_hanh_unauthentic_deliveries_total',
      help: 'Webhook calls refused because they were not authentic',
      labelNames: ['channel'],
      registers,
    }),
    forgedPresses: new Counter({
      name: 'dong_hanh_forged_presses_total',
      help: 'Presses of buttons that were never given to that chat',
      labelNames: ['channel'],
      registers,
    }),
    repeatedDeliveries: new Counter({
      name: 'dong_hanh_repeated_deliveries_total',
      help: 'Authentic webhook calls that had come before: retries of the platform, or somebody playing them back',
      labelNames: ['channel'],
      registers,
    }),
    platformAnswers: new Counter({
      name: 'dong_hanh_platform_answers_total',
      help: 'What platforms answered when a message went out; rateLimited when we were too fast for them',
      labelNames: ['channel', 'answer'],
      registers,
    }),
    requestSeconds: new Histogram({
      name: 'dong_hanh_http_request_seconds',
      help: 'Time until the answer of a request begins',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers,
    }),
    assistantSeconds: new Histogram({
      name: 'dong_hanh_assistant_seconds',
      help: 'How long a question to the language model took, by job and outcome',
      labelNames: ['job', 'outcome'],
      buckets: [0.25, 0.5, 1, 2.5, 5, 10, 15],
      registers,
    }),
    openConsoles: new Gauge({ name: 'dong_hanh_open_consoles', help: 'Pages that listen to live changes', registers }),
  };
}

/** Times every request under the pattern of its route, so that references and ids do not become labels. */
export function timeRequests({ requestSeconds }: Metrics) {
  return createMiddleware(async (context, next) => {
    const stop = requestSeconds.startTimer();
    await next();
    stop({ method: context.req.method, route: routePath(context, -1), status: String(context.res.status) });
  });
}
