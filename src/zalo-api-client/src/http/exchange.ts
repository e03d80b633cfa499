import { parseJson } from '../json.ts';
import type { Fetch } from '../ports.ts';
import { fieldsOf, textOf } from '../read.ts';

/** What one HTTP request led to. `neverLeft`: no connection was made. `noAnswer`: it may have been carried out. */
export type Exchange =
  | { readonly kind: 'answered'; readonly status: number; readonly headers: Headers; readonly body: unknown }
  | { readonly kind: 'neverLeft'; readonly reason: string }
  | { readonly kind: 'noAnswer'; readonly reason: string };

const neverLeft = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** Makes one request and never throws. A body that is not JSON is `undefined`. */
export async function exchange(
  fetch: Fetch,
  url: string,
  init: RequestInit,
  timeoutSeconds: number,
): Promise<Exchange> {
  const signal = AbortSignal.timeout(Math.ceil(timeoutSeconds * 1000));
  try {
    // A redirect is not followed: it would carry the token, in a header of Zalo's own, to wherever it points.
    const response = await fetch(url, { ...init, redirect: 'manual', signal });
    const text = await response.text();
    return { kind: 'answered', status: response.status, headers: response.headers, body: parseJson(text) };
  } catch (error) {
    const reason = reasonOf(error);
    return { kind: neverLeft.has(reason) ? 'neverLeft' : 'noAnswer', reason };
  }
}

// Only the short code is kept: messages of network errors may quote the address, and an address may hold a token.
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? fieldsOf(error.cause) : {};
  const own = error instanceof Error ? error.name : 'unknown';
  return textOf(cause.code) ?? textOf(fieldsOf(error).code) ?? own;
}
