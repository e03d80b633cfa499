import { createHash, timingSafeEqual } from 'node:crypto';
import { parseJson } from '../json.ts';
import { fieldsOf, idOf } from '../read.ts';

export interface WebhookSecrets {
  readonly appIds: readonly string[];
  /** "OA Secret Key" of the console's webhook page, not the app's secret. Several while one replaces another. */
  readonly secrets: readonly string[];
}

export type Verification =
  | { readonly ok: true; readonly matchedSecretIndex: number; readonly appId: string; readonly timestamp: string }
  | {
      readonly ok: false;
      readonly because: 'noSignature' | 'malformedSignature' | 'malformedBody' | 'foreignApp' | 'wrongSignature';
    };

/**
 * Whether Zalo signed exactly these bytes: `SHA-256(app id + body + timestamp + secret)`, a plain hash and not an HMAC.
 * The bytes have to be those that arrived; JSON that was parsed and written again does not verify.
 */
export function verifyWebhook(
  rawBody: Uint8Array,
  header: string | null | undefined,
  { appIds, secrets }: WebhookSecrets,
): Verification {
  if (header === null || header === undefined || header.trim() === '') return { ok: false, because: 'noSignature' };
  const given = /^(?:mac=)?([0-9a-f]{64})$/i.exec(header.trim())?.[1];
  if (given === undefined) return { ok: false, because: 'malformedSignature' };

  const body = fieldsOf(parseJson(new TextDecoder().decode(rawBody)));
  const appId = idOf(body.app_id);
  const timestamp = idOf(body.timestamp);
  if (appId === undefined || timestamp === undefined) return { ok: false, because: 'malformedBody' };
  if (!appIds.includes(appId)) return { ok: false, because: 'foreignApp' };

  const mac = Buffer.from(given, 'hex');
  // Every secret is tried, so that the time taken does not tell which one matched.
  const matches = secrets.map(
    (secret) => secret !== '' && timingSafeEqual(sign(rawBody, { appId, timestamp, secret }), mac),
  );
  const matchedSecretIndex = matches.indexOf(true);
  if (matchedSecretIndex === -1) return { ok: false, because: 'wrongSignature' };
  return { ok: true, matchedSecretIndex, appId, timestamp };
}

/** The header Zalo would send with this body. For stand-ins and tests. */
export function signWebhook(rawBody: Uint8Array, by: { appId: string; timestamp: string; secret: string }): string {
  return `mac=${sign(rawBody, by).toString('hex')}`;
}

function sign(rawBody: Uint8Array, by: { appId: string; timestamp: string; secret: string }): Buffer {
  return createHash('sha256').update(by.appId).update(rawBody).update(by.timestamp).update(by.secret).digest();
}
