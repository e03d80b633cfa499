import type { IncomingMessage } from 'node:http';
import { badRequest } from './refusal.ts';

export type Payload = Record<string, unknown>;

/** The arguments of a call: from JSON, a form, a form with files, or the address. Files arrive as `File`. */
export async function readPayload(request: IncomingMessage, url: URL): Promise<Payload> {
  const fromAddress: Payload = Object.fromEntries(url.searchParams);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  if (body.length === 0) return fromAddress;

  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/json')) return { ...fromAddress, ...readJson(body.toString('utf8')) };
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => null);
  if (form === null) throw badRequest("can't parse the request body");
  return { ...fromAddress, ...Object.fromEntries(form) };
}

/** A field that is an object in JSON bodies and a JSON text in forms. */
export function structured(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    throw badRequest("can't parse JSON object in a field");
  }
}

export function wholeNumber(value: unknown, otherwise: number): number {
  const number = Number(value ?? otherwise);
  return Number.isSafeInteger(number) ? number : otherwise;
}

function readJson(text: string): Payload {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw badRequest("can't parse the request: JSON is malformed");
  }
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
