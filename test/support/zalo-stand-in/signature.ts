import { createHash } from 'node:crypto';

/** The `mac` of an event: a plain SHA-256 over the joined texts, with the secret at the end. It is not an HMAC. */
export function eventMac(parts: { appId: string; body: string; timestamp: string; oaSecretKey: string }): string {
  return createHash('sha256')
    .update(parts.appId + parts.body + parts.timestamp + parts.oaSecretKey)
    .digest('hex');
}
