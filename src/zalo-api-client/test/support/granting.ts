import { openOAuthClient } from '../../src/oauth/client.ts';
import { memoryTokenStore, type TokenStore } from '../../src/oauth/token-store.ts';
import { openTokens, type Tokens } from '../../src/oauth/tokens.ts';
import type { Clock } from '../../src/ports.ts';
import { oaId } from './accounts.ts';
import { clockAt, type MovedClock } from './clock.ts';
import { type Asked, networkThat, type Reply, says } from './network.ts';

/** Zalo's token endpoint: each refresh token works once, and an old access token dies with it. */
export function grantingOffice(first: string): { reply: Reply; spent: string[] } {
  let valid = first;
  const spent: string[] = [];
  return {
    spent,
    reply(asked: Asked) {
      const given = new URLSearchParams(String(asked.body)).get('refresh_token') ?? '';
      if (given !== valid) return says({ error: -14014, error_name: 'Invalid refresh token' })(asked);
      spent.push(given);
      valid = `r${spent.length}`;
      return says({ access_token: `a${spent.length}`, refresh_token: valid, expires_in: '90000' })(asked);
    },
  };
}

export interface Desk {
  readonly tokens: Tokens;
  readonly store: TokenStore;
  readonly clock: MovedClock;
  readonly asked: Asked[];
}

/** Tokens over an in-memory store that holds access token `a0` and refresh token `r0`, both fresh. */
export async function granted(...replies: readonly Reply[]): Promise<Desk> {
  const clock = clockAt();
  const store = memoryTokenStore();
  const network = networkThat(...replies);
  const tokens = openTokensOver(store, network.fetch, clock);
  await tokens.adopt({ accessToken: 'a0', refreshToken: 'r0', expiresInSeconds: 90_000 });
  return { tokens, store, clock, asked: network.asked };
}

/** Another process over the same store. */
export function openTokensOver(
  store: TokenStore,
  fetch: (url: string, init: RequestInit) => Promise<Response>,
  clock: Clock,
): Tokens {
  const oauth = openOAuthClient({ fetch, clock, appId: 'app-1', appSecret: 'app-secret' });
  return openTokens({ store, oauth, clock, oaId });
}
