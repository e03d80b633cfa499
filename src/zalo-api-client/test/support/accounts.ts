import { type OaClient, openOaClient } from '../../src/oa/client.ts';
import { fixedToken } from '../../src/oauth/access-tokens.ts';
import type { Clock, Fetch } from '../../src/ports.ts';
import { clockAt } from './clock.ts';

export const ourToken = 'token-that-nobody-may-see';
export const oaId = '4318657068771012646';
export const person = '8282739382839201123';

export function openAccount(fetch: Fetch, clock: Clock = clockAt()): OaClient {
  return openOaClient({ fetch, clock, tokens: fixedToken(ourToken), timeoutSeconds: 5 });
}
