import { createHmac } from 'node:crypto';
import type { CodeTable } from '../errors/codes.ts';
import type { AccessTokens } from '../oauth/access-tokens.ts';
import type { Clock, Fetch } from '../ports.ts';
import type { ZaloResult } from '../result.ts';
import { exchange } from './exchange.ts';
import { judge } from './judge.ts';

export interface CallerSettings {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly tokens: AccessTokens;
  readonly root: string;
  readonly codes: CodeTable;
  /** The app's secret. When given, each call also proves that it comes from the app (`appsecret_proof`). */
  readonly appSecret?: string | undefined;
  readonly timeoutSeconds: number;
}

export interface Request {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly form?: FormData;
  /** True when asking twice is harmless. A send never is. */
  readonly repeatable: boolean;
}

export type Call = (request: Request) => Promise<ZaloResult<unknown>>;

/** Calls with an access token. A token that is refused is replaced once and the call repeated once; nothing else is. */
export function openCaller(settings: CallerSettings): Call {
  return async function call(request) {
    const token = await settings.tokens.current();
    if (!token.ok) return token;

    const first = await attempt(settings, request, token.value);
    if (first.ok || first.error.whatToDo !== 'refreshToken') return first;

    const other = await settings.tokens.replace(token.value);
    return other.ok ? attempt(settings, request, other.value) : other;
  };
}

async function attempt(settings: CallerSettings, request: Request, token: string): Promise<ZaloResult<unknown>> {
  const url = new URL(settings.root.replace(/\/+$/, '') + request.path);
  for (const [name, value] of Object.entries(request.query ?? {})) url.searchParams.set(name, value);

  const headers: Record<string, string> = { access_token: token, ...proof(settings.appSecret, token) };
  const init: RequestInit = { method: request.method, headers };
  if (request.form !== undefined) init.body = request.form;
  if (request.json !== undefined) {
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(request.json);
  }

  const outcome = await exchange(settings.fetch, url.href, init, settings.timeoutSeconds);
  const secrets = [token, settings.appSecret];
  return judge(outcome, { codes: settings.codes, repeatable: request.repeatable, now: settings.clock.now(), secrets });
}

function proof(appSecret: string | undefined, token: string): Record<string, string> {
  if (appSecret === undefined) return {};
  return { appsecret_proof: createHmac('sha256', appSecret).update(token).digest('hex') };
}
