import { verifyBotWebhook } from 'zalo-api-client';

/** Whether a delivery carries the secret that we gave with the webhook's address. Without one nothing is authentic. */
export function isAuthentic(header: string | undefined, secret: string): boolean {
  return verifyBotWebhook(header, secret);
}
