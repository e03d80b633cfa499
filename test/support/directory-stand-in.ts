import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface DirectoryPerson {
  sub: string;
  email?: string;
  email_verified?: boolean;
  amr?: string[];
  auth_time?: number;
}

/** An OpenID Connect provider on loopback that keeps the rules of the code flow with PKCE. */
export interface DirectoryStandIn extends AsyncDisposable {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Who is sitting at the directory's page. */
  person: DirectoryPerson;
  /** Changes what an ID token says before it is signed. */
  bend: (claims: Record<string, unknown>) => Record<string, unknown>;
  /** Signs with a key that is not published. */
  usesStrangeKey: boolean;
  /** `silent` takes requests and never answers. */
  mood: 'well' | 'failing' | 'silent';
  /** The page where the person signs in: where the browser is sent to afterwards. */
  visit(url: string): Promise<string>;
  /** What was asked of it, newest last. */
  asked: string[];
}

interface Grant {
  redirectUri: string;
  challenge: string;
  nonce: string | null;
  person: DirectoryPerson;
}

export async function startDirectory({ redirectUri }: { redirectUri: string }): Promise<DirectoryStandIn> {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const grants = new Map<string, Grant>();

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', directory.issuer);
    directory.asked.push(url.pathname);
    if (directory.mood === 'silent') return;
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (directory.mood === 'failing') return void answer(500, { error: 'server_error' });
    if (url.pathname === '/.well-known/openid-configuration') return void answer(200, metadata());
    if (url.pathname === '/keys')
      return void answer(200, { keys: [{ ...pair.publicKey.export({ format: 'jwk' }), kid: 'first', alg: 'RS256' }] });
    if (url.pathname === '/token' && request.method === 'POST') return void answer(...(await tokenFor(request)));
    answer(404, {});
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const directory: DirectoryStandIn = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    clientId: 'dong-hanh',
    clientSecret: 'bí mật của bàn',
    person: { sub: 'nobody' },
    bend: (claims) => claims,
    usesStrangeKey: false,
    mood: 'well',
    asked: [],
    async visit(address) {
      const { origin, pathname, searchParams: query } = new URL(address);
      const wrong = [
        origin !== directory.issuer || pathname !== '/authorize',
        query.get('client_id') !== directory.clientId,
        query.get('redirect_uri') !== redirectUri,
        query.get('response_type') !== 'code',
        query.get('code_challenge_method') !== 'S256',
        query.get('prompt') !== 'login',
        query.get('scope')?.split(' ').includes('openid') !== true,
      ];
      if (wrong.includes(true)) throw new Error(`The directory refuses to show its page for ${address}`);
      const code = randomUUID();
      const challenge = query.get('code_challenge') ?? '';
      grants.set(code, { redirectUri, challenge, nonce: query.get('nonce'), person: directory.person });
      return `${redirectUri}?${new URLSearchParams({ code, state: query.get('state') ?? '', iss: directory.issuer })}`;
    },
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return directory;

  function metadata() {
    const { issuer } = directory;
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ['code'],
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['client_secret_post'],
      code_challenge_methods_supported: ['S256'],
    };
  }

  async function tokenFor(request: IncomingMessage): Promise<[number, object]> {
    const form = new URLSearchParams(await textOf(request));
    const code = form.get('code') ?? '';
    const grant = grants.get(code);
    // A code opens once, whatever comes of it.
    grants.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (form.get('client_id') !== directory.clientId || form.get('client_secret') !== directory.clientSecret)
      return [401, { error: 'invalid_client' }];
    if (grant === undefined || grant.challenge !== challenge || form.get('redirect_uri') !== grant.redirectUri)
      return [400, { error: 'invalid_grant' }];
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: directory.issuer, aud: directory.clientId, iat: now, exp: now + 300, nonce: grant.nonce };
    const idToken = signed(directory.bend({ ...claims, ...grant.person }));
    return [200, { access_token: randomUUID(), token_type: 'Bearer', expires_in: 300, id_token: idToken }];
  }

  function signed(claims: object): string {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const content = `${part({ alg: 'RS256', kid: 'first', typ: 'JWT' })}.${part(claims)}`;
    const { privateKey } = directory.usesStrangeKey ? stranger : pair;
    return `${content}.${createSign('RSA-SHA256').update(content).sign(privateKey, 'base64url')}`;
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}
