import { oauthCodes } from '../errors/oauth-codes.ts';
import { exchange } from '../http/exchange.ts';
import { type Judging, refusal, silence, withoutEnvelope } from '../http/judge.ts';
import type { Clock, Fetch } from '../ports.ts';
import { fieldsOf, isFields, numberOf, textOf } from '../read.ts';
import { redact } from '../redact.ts';
import { failed, succeeded, type ZaloFault, type ZaloResult } from '../result.ts';

export interface OAuthSettings {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly appId: string;
  /** The app's secret, which is not the account's webhook secret. */
  readonly appSecret: string;
  /** `https://oauth.zaloapp.com` unless given. */
  readonly oauthRoot?: string;
  /** 30 unless given. */
  readonly timeoutSeconds?: number;
}

/** What Zalo hands out. The refresh token works once and for three months. */
export interface Granted {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresInSeconds: number;
}

export interface OAuthClient {
  /** The page on which an administrator of the account grants it to the app. */
  authorizeUrl(ask: { redirectUri: string; state?: string; challenge?: string }): string;
  /** Turns the `code` of the callback into tokens. It works once, for about ten minutes. */
  exchange(given: { code: string; verifier?: string }): Promise<ZaloResult<Granted>>;
  /** Spends a refresh token. After an `unknownOutcome` it may be spent without anybody holding the next one. */
  refresh(refreshToken: string): Promise<ZaloResult<Granted>>;
}

export function openOAuthClient(settings: OAuthSettings): OAuthClient {
  const root = (settings.oauthRoot ?? 'https://oauth.zaloapp.com').replace(/\/+$/, '');
  return {
    authorizeUrl({ redirectUri, state, challenge }) {
      const url = new URL(`${root}/v4/oa/permission`);
      url.searchParams.set('app_id', settings.appId);
      url.searchParams.set('redirect_uri', redirectUri);
      if (challenge !== undefined) url.searchParams.set('code_challenge', challenge);
      if (state !== undefined) url.searchParams.set('state', state);
      return url.href;
    },
    exchange: ({ code, verifier }) => {
      const proof: Record<string, string> = verifier === undefined ? {} : { code_verifier: verifier };
      return askForTokens(settings, root, { grant_type: 'authorization_code', code, ...proof });
    },
    refresh: (refreshToken) =>
      askForTokens(settings, root, { grant_type: 'refresh_token', refresh_token: refreshToken }),
  };
}

async function askForTokens(
  settings: OAuthSettings,
  root: string,
  form: Record<string, string>,
): Promise<ZaloResult<Granted>> {
  const { fetch, appId, appSecret, clock, timeoutSeconds = 30 } = settings;
  const init = {
    method: 'POST',
    headers: { secret_key: appSecret, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ app_id: appId, ...form }).toString(),
  };
  const outcome = await exchange(fetch, `${root}/v4/oa/access_token`, init, timeoutSeconds);

  const secrets = [appSecret, form.code, form.refresh_token, form.code_verifier];
  const judging: Judging = { codes: oauthCodes, repeatable: false, now: clock.now(), secrets };
  if (outcome.kind !== 'answered') return failed(silence(outcome, judging));

  const granted = readGranted(outcome.body);
  if (granted !== undefined) return succeeded(granted);

  const body = fieldsOf(outcome.body);
  const code = numberOf(body.error);
  const text = explanationIn(body);
  if (code !== undefined && code !== 0)
    return failed(refusal({ code, text: text ?? 'no explanation' }, outcome, judging));
  if (text !== undefined) return failed(unnumbered(text, outcome.status, secrets));
  return failed(withoutEnvelope(outcome, judging));
}

/** An answer counts as a grant only with both tokens in it, whatever else it says. */
function readGranted(body: unknown): Granted | undefined {
  if (!isFields(body)) return undefined;
  const accessToken = textOf(body.access_token);
  const refreshToken = textOf(body.refresh_token);
  if (accessToken === undefined || refreshToken === undefined) return undefined;
  // Documents name 3600 and 90000; without a value the shorter one does no harm.
  return { accessToken, refreshToken, expiresInSeconds: numberOf(body.expires_in) ?? 3600 };
}

function explanationIn(body: Readonly<Record<string, unknown>>): string | undefined {
  const parts = ['error_name', 'error_description', 'error_reason', 'message'].flatMap(
    (name) => textOf(body[name]) ?? [],
  );
  return parts.length > 0 ? [...new Set(parts)].join('; ') : undefined;
}

// Zalo at times refuses in words alone, with HTTP 200.
function unnumbered(text: string, httpStatus: number, secrets: readonly (string | undefined)[]): ZaloFault {
  const message = redact(`Zalo refused: ${text}`, secrets);
  return { category: 'auth', whatToDo: 'askAdministrator', message, httpStatus };
}
