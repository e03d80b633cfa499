import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { keepDelivery } from '../channel/keep-delivery.ts';
import type { Channel } from '../channel/port.ts';
import { receiptOf } from '../channel/telegram/read.ts';
import { isAuthentic } from '../channel/telegram/verify.ts';
import type { Desk } from '../desk/act.ts';

export interface TelegramWebhookParts {
  desk: Desk;
  channel: Channel;
  secret: string;
  /** Told of each delivery that could not prove where it came from. */
  onRefused: () => void;
}

const largestUpdate = 1024 * 1024;

/** Where Telegram delivers. The secret is compared before the body is read; the answer comes once the delivery is kept. */
export function telegramWebhook({ desk, channel, secret, onRefused }: TelegramWebhookParts): Hono {
  const routes = new Hono();
  routes.use('/webhooks/telegram', async (context, next) => {
    if (isAuthentic(context.req.header('X-Telegram-Bot-Api-Secret-Token'), secret)) return next();
    onRefused();
    return context.text('unauthorised', 401);
  });
  routes.post('/webhooks/telegram', bodyLimit({ maxSize: largestUpdate }), async (context) => {
    await keepDelivery({ desk, channel, receiptOf }, await context.req.text());
    return context.body(null, 200);
  });
  return routes;
}
