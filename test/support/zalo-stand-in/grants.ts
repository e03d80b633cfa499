import { createHash } from 'node:crypto';
import { Refusal } from '../telegram-stand-in/refusal.ts';
import type { Fields } from './fields.ts';
import type { Account, Settings } from './settings.ts';

export interface TokenPair {
  accessToken: string;
  refreshToken: string;
}

export interface Grants {
  /** The pair issued last. */
  readonly newest: TokenPair;
  /** A code as the grant page gives it: for one use, within ten minutes. */
  newCode(challenge?: string | null): string;
  /** A pair as the console's API explorer gives it. The earlier access token ends. */
  issue(refreshToken?: string): TokenPair;
  /** Answers a request for tokens, or refuses it. */
  exchange(form: Fields, secret: string | undefined): Fields;
  isValid(accessToken: string | undefined): boolean;
  /** Takes the grant back: every token and code ends. */
  revoke(): void;
}

interface Options {
  account: Account;
  settings: Settings;
  now: () => number;
  nextId: () => string;
}

const codeLifeMs = 10 * 60_000;
const refreshLifeMs = 90 * 86_400_000;

/** Codes and tokens of one grant. Codes and refresh tokens are for one use, and a new access token ends the one before. */
export function openGrants({ account, settings, now, nextId }: Options): Grants {
  const codes = new Map<string, { challenge: string | null; until: number }>();
  const refreshTokens = new Map<string, { until: number; used: boolean }>();
  const mayBeUnknown = settings.unknownRefreshTokens === 'accepted';
  let access: { token: string; until: number } | null = null;
  let newest: TokenPair = { accessToken: '', refreshToken: '' };

  function issue(refreshToken = `refresh-${nextId()}`): TokenPair {
    newest = { accessToken: `access-${nextId()}`, refreshToken };
    access = { token: newest.accessToken, until: now() + settings.accessTokenSeconds * 1_000 };
    refreshTokens.set(refreshToken, { until: now() + refreshLifeMs, used: false });
    return newest;
  }

  function spendCode(form: Fields): void {
    const code = codes.get(String(form.code));
    codes.delete(String(form.code));
    if (code === undefined || now() >= code.until) throw new Refusal(-14012, 'Invalid authorization code');
    if (code.challenge !== null && challengeOf(form.code_verifier) !== code.challenge) {
      throw new Refusal(-14012, 'Invalid code verifier');
    }
  }

  function spendRefreshToken(form: Fields): void {
    const text = String(form.refresh_token ?? '');
    const token = refreshTokens.get(text);
    const accepted = token === undefined ? mayBeUnknown && text !== '' : !token.used && now() < token.until;
    refreshTokens.set(text, { until: 0, used: true });
    if (!accepted) throw new Refusal(-14014, 'Invalid refresh token');
  }

  return {
    get newest() {
      return newest;
    },
    newCode(challenge = null) {
      const code = `code-${nextId()}`;
      codes.set(code, { challenge, until: now() + codeLifeMs });
      return code;
    },
    issue,
    exchange(form, secret) {
      if (String(form.app_id) !== account.appId) throw new Refusal(-14002, 'Invalid app id');
      if (secret !== account.appSecret) throw new Refusal(-14004, 'Invalid secret key');
      if (form.grant_type === 'authorization_code') spendCode(form);
      else if (form.grant_type === 'refresh_token') spendRefreshToken(form);
      else throw new Refusal(-14003, 'Invalid grant type');

      const { accessToken, refreshToken } = issue();
      return {
        access_token: accessToken,
        refresh_token: refreshToken,
        expires_in: String(settings.accessTokenSeconds),
      };
    },
    isValid: (accessToken) => access !== null && accessToken === access.token && now() < access.until,
    revoke() {
      codes.clear();
      for (const token of refreshTokens.values()) token.used = true;
      access = null;
    },
  };
}

// PKCE as Zalo has it: the verifier has exactly 43 characters.
function challengeOf(verifier: unknown): string | null {
  if (typeof verifier !== 'string' || verifier.length !== 43) return null;
  return createHash('sha256').update(verifier).digest('base64url');
}
