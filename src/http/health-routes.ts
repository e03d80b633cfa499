import { Hono } from 'hono';
import type { HttpParts } from './api-env.ts';

/** Alive; able to serve; the figures for Prometheus. */
export function healthRoutes({ isReady, metrics }: Pick<HttpParts, 'isReady' | 'metrics'>): Hono {
  return new Hono()
    .get('/healthz', (context) => context.text('ok'))
    .get('/readyz', async (context) => {
      const ready = await isReady().catch(() => false);
      return ready ? context.text('ready') : context.text('not ready', 503);
    })
    .get('/metrics', async (context) => {
      context.header('content-type', metrics.registry.contentType);
      return context.body(await metrics.registry.metrics());
    });
}
