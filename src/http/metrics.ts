import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { differingClocks } from '../store/clock-check.ts';
import { codeSuspicion } from '../store/code-suspicion.ts';
import type { Db } from '../store/database.ts';
import { outboxCounts, waitingCounts } from '../store/troubles.ts';

export type Metrics = ReturnType<typeof openMetrics>;

const requestTimes = {
  name: 'dong_hanh_http_request_seconds',
  help: 'Time until the answer of a request begins',
  labelNames: ['method', 'route', 'status'] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
};

/**
 * The figures of this process, in registries of their own. Make it once. `registry` has all of them. `openRegistry` has
 * those that anybody may read: no report about conduct and nothing that is done about one moves them, because its subject
 * may be watching.
 */
export function openMetrics(db: Db) {
  const registry = new Registry();
  const openRegistry = new Registry();
  const everybodys = [registry, openRegistry];
  const kept = [registry];

  collectDefaultMetrics({ register: registry });
  // Registered once: each collector also watches the garbage and the event loop of the process.
  for (const { name } of registry.getMetricsAsArray()) {
    const metric = registry.getSingleMetric(name);
    if (metric !== undefined) openRegistry.registerMetric(metric);
  }

  for (const [register, counted] of [
    [registry, 'everything'],
    [openRegistry, 'notConduct'],
  ] as const) {
    new Gauge({
      name: 'dong_hanh_waiting',
      help: 'Rows that wait or need a person, by queue and state',
      labelNames: ['queue', 'state'],
      registers: [register],
      async collect() {
        for (const { queue, state, count } of await waitingCounts(db, counted)) this.set({ queue, state }, count);
      },
    });

    new Gauge({
      name: 'dong_hanh_outbox',
      help: 'Messages that wait or need a person, by state and channel',
      labelNames: ['state', 'channel'],
      registers: [register],
      async collect() {
        this.reset();
        for (const { state, channel, count } of await outboxCounts(db, counted)) this.set({ state, channel }, count);
      },
    });
  }

  new Gauge({
    name: 'dong_hanh_wrong_codes',
    help: 'Wrong codes of enterprises and officers that no right one has followed, and chats whose codes were refused',
    labelNames: ['what'],
    registers: everybodys,
    async collect() {
      const { failures, refusedChats } = await codeSuspicion(db);
      this.set({ what: 'failures' }, failures);
      this.set({ what: 'refusedChats' }, refusedChats);
    },
  });

  new Gauge({
    name: 'dong_hanh_clocks_differing',
    help: 'Live cases whose stored clocks did not say what their ledger says, when they were last recomputed',
    registers: kept,
    async collect() {
      const count = await differingClocks(db);
      if (count !== null) this.set(count);
    },
  });

  return {
    registry,
    openRegistry,
    ladderLatenessSeconds: new Histogram({
      name: 'dong_hanh_ladder_lateness_seconds',
      help: 'How long after it was due a step of the ladder fired, by what it does; of the timer in this process',
      labelNames: ['act'],
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 5, 30, 60, 300, 3600],
      registers: kept,
    }),
    unauthenticDeliveries: new Counter({
      name: 'dong_hanh_unauthentic_deliveries_total',
      help: 'Webhook calls refused because they were not authentic',
      labelNames: ['channel'],
      registers: everybodys,
    }),
    forgedPresses: new Counter({
      name: 'dong_hanh_forged_presses_total',
      help: 'Presses of buttons that were never given to that chat',
      labelNames: ['channel'],
      registers: everybodys,
    }),
    repeatedDeliveries: new Counter({
      name: 'dong_hanh_repeated_deliveries_total',
      help: 'Authentic webhook calls that had come before: retries of the platform, or somebody playing them back',
      labelNames: ['channel'],
      registers: everybodys,
    }),
    platformAnswers: new Counter({
      name: 'dong_hanh_platform_answers_total',
      help: 'What platforms answered when a message went out; rateLimited when we were too fast for them',
      labelNames: ['channel', 'answer'],
      registers: kept,
    }),
    requestSeconds: new Histogram({ ...requestTimes, registers: kept }),
    /** Without what officers do: the address of an act says what it is about. */
    openRequestSeconds: new Histogram({ ...requestTimes, registers: [openRegistry] }),
    assistantSeconds: new Histogram({
      name: 'dong_hanh_assistant_seconds',
      help: 'How long a question to the language model took, by job and outcome',
      labelNames: ['job', 'outcome'],
      buckets: [0.25, 0.5, 1, 2.5, 5, 10, 15],
      registers: kept,
    }),
    openConsoles: new Gauge({
      name: 'dong_hanh_open_consoles',
      help: 'Pages that listen to live changes',
      registers: everybodys,
    }),
  };
}

/** Times every request under the pattern of its route, so that references and ids do not become labels. */
export function timeRequests({ requestSeconds, openRequestSeconds }: Metrics) {
  return createMiddleware(async (context, next) => {
    const stop = requestSeconds.startTimer();
    await next();
    const labels = { method: context.req.method, route: routePath(context, -1), status: String(context.res.status) };
    const seconds = stop(labels);
    if (!context.req.path.startsWith('/api/v1/')) openRequestSeconds.observe(labels, seconds);
  });
}
