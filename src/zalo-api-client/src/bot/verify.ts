import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether `X-Bot-Api-Secret-Token` is the secret given to `setWebhook`, told in constant time. Never with no secret. */
export function verifyBotWebhook(header: string | null | undefined, secret: string): boolean {
  if (header === null || header === undefined || secret === '') return false;
  // Hashes have one length, which is what the comparison needs and keeps the secret's own length private.
  return timingSafeEqual(createHash('sha256').update(header).digest(), createHash('sha256').update(secret).digest());
}
