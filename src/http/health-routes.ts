import { Hono } from 'hono';
import { mayCall } from '../rules/visibility/scopes.ts';
import type { HttpParts } from './api-env.ts';
import { readerOf } from './reader.ts';

/**
 * Alive; able to serve; the figures for Prometheus. Everybody reads those that say nothing about conduct, a key that may
 * read cases all of them.
 */
export function healthRoutes(parts: Pick<HttpParts, 'isReady' | 'metrics' | 'desk' | 'auth' | 'config'>): Hono {
  const { isReady, metrics } = parts;
  return new Hono()
    .get('/healthz', (context) => context.text('ok'))
    .get('/readyz', async (context) => {
      const ready = await isReady().catch(() => false);
      return ready ? context.text('ready') : context.text('not ready', 503);
    })
    .get('/metrics', async (context) => {
      const registry = (await mayReadAll(parts, context.req.raw.headers)) ? metrics.registry : metrics.openRegistry;
      context.header('content-type', registry.contentType);
      return context.body(await registry.metrics());
    });
}

async function mayReadAll(parts: Parameters<typeof readerOf>[0], headers: Headers): Promise<boolean> {
  // Somebody's session is no permission here: whoever reads may be the subject of a report.
  if (!headers.has('authorization')) return false;
  const reader = await readerOf(parts, headers);
  return reader?.kind === 'apiKey' && mayCall(reader.key.scopes, 'GET', '/api/v1/cases');
}
