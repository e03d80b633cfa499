import type { ZaloStandIn } from '../zalo-stand-in.ts';

/** Sends a consultation message and answers what Zalo answers. */
export function say(zalo: ZaloStandIn, user_id: string, message: Record<string, unknown>) {
  return post(zalo, '/v3.0/oa/message/cs', { recipient: { user_id }, message });
}

/** A POST with the newest access token. */
export async function post(zalo: ZaloStandIn, path: string, body: unknown, signal: AbortSignal | null = null) {
  const headers = { access_token: zalo.tokens.accessToken, 'content-type': 'application/json' };
  const response = await fetch(`${zalo.origin}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
    signal,
  });
  return JSON.parse(await response.text());
}

/** A GET with its arguments in `data`, as the Official Account's API wants them. */
export async function get(zalo: ZaloStandIn, path: string, data: unknown = {}, access_token = zalo.tokens.accessToken) {
  const query = new URLSearchParams({ data: JSON.stringify(data) });
  const response = await fetch(`${zalo.origin}${path}?${query}`, { headers: { access_token } });
  return JSON.parse(await response.text());
}

/** Uploads a file and answers what Zalo answers. */
export async function uploaded(zalo: ZaloStandIn, kind: string, bytes: Uint8Array<ArrayBuffer>, name: string) {
  const body = new FormData();
  body.set('file', new File([bytes], name));
  const headers = { access_token: zalo.tokens.accessToken };
  const response = await fetch(`${zalo.origin}/v2.0/oa/upload/${kind}`, { method: 'POST', headers, body });
  return JSON.parse(await response.text());
}

/** A message with a template. */
export function templated(payload: Record<string, unknown>, text?: string): Record<string, unknown> {
  return { ...(text === undefined ? {} : { text }), attachment: { type: 'template', payload } };
}

/** A button that sends `#x` without showing it. */
export function queryButton(title: string): Record<string, unknown> {
  return { title, type: 'oa.query.hide', payload: '#x' };
}
