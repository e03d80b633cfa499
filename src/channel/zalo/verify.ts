import { isProbe, parseJson, verifyWebhook } from 'zalo-api-client';

/** What a call of the webhook is worth. A probe is the console trying the address: it wants a 200 and says nothing. */
export type Authenticity = { is: 'authentic' | 'probe' } | { is: 'refused'; because: string };

/** Judges the bytes as they arrived. Without a secret of our own nothing is authentic. */
export function judgeDelivery(
  rawBody: Uint8Array,
  signature: string | undefined,
  by: { appId: string; secrets: readonly string[] },
): Authenticity {
  if (isProbe(rawBody, signature)) return { is: 'probe' };
  const verified = verifyWebhook(rawBody, signature, { appIds: [by.appId], secrets: by.secrets });
  return verified.ok ? { is: 'authentic' } : { is: 'refused', because: verified.because };
}

/** The body as text in which integers too large for JSON's readers are strings, with all their digits. */
export function exactBody(text: string): string {
  // Only a body with so long a run of digits outside quotes can need it.
  if (!/[:,[\s]-?\d{16,}/.test(text)) return text;
  const exact = parseJson(text);
  return exact === undefined ? text : JSON.stringify(exact);
}
