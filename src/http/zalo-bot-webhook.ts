import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { keepDelivery } from '../channel/keep-delivery.ts';
import { isAuthentic } from '../channel/zalo-bot/verify.ts';
import type { ZaloBotChannel } from '../channel/zalo-bot/zalo-bot.ts';
import type { Desk } from '../desk/act.ts';

export interface ZaloBotWebhookParts {
  desk: Desk;
  channel: Pick<ZaloBotChannel, 'name' | 'account' | 'gatherMilliseconds' | 'receiptOf'>;
  secret: string;
  /** Told of each delivery that could not prove where it came from. */
  onRefused: () => void;
}

const largestUpdate = 1024 * 1024;

/**
 * Where Zalo delivers what is said to the officers' bot. A delivery does not name the bot, so each has its own secret,
 * compared before the body is read; the answer comes once the delivery is kept. An empty body only tries the address.
 */
export function zaloBotWebhook({ desk, channel, secret, onRefused }: ZaloBotWebhookParts): Hono {
  const routes = new Hono();
  routes.use('/webhooks/zalo-bot', async (context, next) => {
    if (isAuthentic(context.req.header('X-Bot-Api-Secret-Token'), secret)) return next();
    onRefused();
    return context.text('unauthorised', 401);
  });
  routes.post('/webhooks/zalo-bot', bodyLimit({ maxSize: largestUpdate }), async (context) => {
    const body = await context.req.text();
    if (!/^\s*(?:\{\s*\})?\s*$/u.test(body)) await keepDelivery({ desk, channel, receiptOf: channel.receiptOf }, body);
    return context.body(null, 200);
  });
  return routes;
}
