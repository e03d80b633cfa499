import { Hono } from 'hono';
import { keepDelivery } from '../channel/keep-delivery.ts';
import { exactBody, judgeDelivery } from '../channel/zalo/verify.ts';
import type { ZaloChannel } from '../channel/zalo/zalo.ts';
import type { Desk } from '../desk/act.ts';
import { limitBody } from './limit-body.ts';

export interface ZaloWebhookParts {
  desk: Desk;
  channel: Pick<ZaloChannel, 'name' | 'account' | 'gatherMilliseconds' | 'receiptOf'>;
  appId: string;
  secrets: readonly string[];
  /** Told of each call that could not prove where it came from, and why. */
  onRefused: (because: string) => void;
  /** Told of each authentic delivery that was here before: a retry of the platform, or somebody playing it back. */
  onRepeated?: () => void;
  /** Told when the account says that it took its grant back. */
  onRevoked?: () => void;
}

const largestEvent = 1024 * 1024;

/**
 * Where Zalo delivers. The signature is over the bytes as they came; the answer follows once the delivery is kept, within
 * milliseconds of Zalo's two seconds.
 */
export function zaloWebhook({
  desk,
  channel,
  appId,
  secrets,
  onRefused,
  onRepeated,
  onRevoked,
}: ZaloWebhookParts): Hono {
  const routes = new Hono();
  // The developer console may look whether the address answers.
  routes.get('/webhooks/zalo', (context) => context.body(null, 200));
  routes.post('/webhooks/zalo', limitBody(largestEvent), async (context) => {
    const rawBody = new Uint8Array(await context.req.arrayBuffer());
    const judged = judgeDelivery(rawBody, context.req.header('X-ZEvent-Signature'), { appId, secrets });
    if (judged.is === 'probe') return context.body(null, 200);
    if (judged.is === 'refused') {
      onRefused(judged.because);
      // Zalo's own deliveries fail only where the secret is set wrongly. A 200 would throw them away; refused, they are
      // delivered again for some two hours, and the account's administrators are told before the webhook is switched off.
      return context.text('unauthorised', 401);
    }
    const text = exactBody(new TextDecoder().decode(rawBody));
    const isNew = await keepDelivery({ desk, channel, receiptOf: channel.receiptOf }, text);
    if (!isNew) onRepeated?.();
    if (isNew && text.includes('"permission_revoked"')) onRevoked?.();
    return context.body(null, 200);
  });
  return routes;
}
