import type { IncomingHttpHeaders } from 'node:http';
import type { Refusal } from '../telegram-stand-in/refusal.ts';
import type { Fields } from './fields.ts';

export interface Call {
  httpMethod: string;
  /** Without the bot's token. */
  path: string;
  payload: Fields;
  headers: IncomingHttpHeaders;
  /** Aborts when the caller hangs up. */
  gone: AbortSignal;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array;
}

/** One of the hosts that the stand-in plays: answers a call, or throws a `Refusal` that it then words in its own way. */
export interface Host {
  answer(call: Call): Answer | Promise<Answer>;
  refuse(refusal: Refusal): Answer;
}

export function json(body: unknown, headers: Record<string, string> = {}, status = 200): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  };
}

export function html(status: number, body: string): Answer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}
