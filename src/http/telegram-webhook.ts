import { Hono } from 'hono';
import { keepDelivery } from '../channel/keep-delivery.ts';
import { receiptOf } from '../channel/telegram/read.ts';
import type { TelegramChannel } from '../channel/telegram/telegram.ts';
import { isAuthentic } from '../channel/telegram/verify.ts';
import type { Desk } from '../desk/act.ts';
import { limitBody } from './limit-body.ts';

export interface TelegramWebhookParts {
  desk: Desk;
  channel: Pick<TelegramChannel, 'name' | 'account' | 'gatherMilliseconds' | 'keepable'>;
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
  routes.post('/webhooks/telegram', limitBody(largestUpdate), async (context) => {
    await keepDelivery({ desk, channel, receiptOf }, channel.keepable(await context.req.text()));
    return context.body(null, 200);
  });
  return routes;
}
