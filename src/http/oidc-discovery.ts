import { z } from 'zod';

const patienceMilliseconds = 5_000;

const discovered = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  token_endpoint_auth_methods_supported: z.array(z.string()).optional(),
});

export interface Discovery {
  url: string;
  authorizationUrl: string;
  tokenUrl: string;
  /** How the directory wants to be told our secret. */
  authentication: 'basic' | 'post';
}

/**
 * What the directory says of itself; null when it does not answer within five seconds, or says what we do not follow:
 * another issuer than the one asked, or addresses for us to call elsewhere than at the issuer.
 */
export async function discover(issuer: string): Promise<Discovery | null> {
  const url = `${issuer.replace(/\/$/u, '')}/.well-known/openid-configuration`;
  const signal = AbortSignal.timeout(patienceMilliseconds);
  const body: unknown = await fetch(url, { signal, redirect: 'error' }).then(
    (answer) => (answer.ok ? answer.json() : null),
    () => null,
  );
  const said = discovered.safeParse(body);
  if (!said.success || said.data.issuer !== issuer) return null;
  const {
    authorization_endpoint,
    token_endpoint,
    jwks_uri,
    token_endpoint_auth_methods_supported: methods,
  } = said.data;
  const home = new URL(issuer).origin;
  if ([token_endpoint, jwks_uri].some((each) => new URL(each).origin !== home)) return null;
  if (!['https:', new URL(issuer).protocol].includes(new URL(authorization_endpoint).protocol)) return null;
  return {
    url,
    authorizationUrl: authorization_endpoint,
    tokenUrl: token_endpoint,
    // Where a directory names no way, the standard means the header.
    authentication: methods?.includes('client_secret_post') === true ? 'post' : 'basic',
  };
}
