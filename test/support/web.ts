import { createHmac } from 'node:crypto';
import { tmpdir } from 'node:os';
import { hashPassword } from 'better-auth/crypto';
import type { Hono } from 'hono';
import pino from 'pino';
import { openViewKeeper, type ViewKeeper } from '../../src/desk/oversight/view-keeper.ts';
import type { HttpParts } from '../../src/http/api-env.ts';
import { openAuth } from '../../src/http/auth.ts';
import { type LiveHub, openLiveHub } from '../../src/http/live-hub.ts';
import { openMetrics } from '../../src/http/metrics.ts';
import { httpApp } from '../../src/http/server.ts';
import { saveSignIn } from '../../src/store/access.ts';
import { ensureBootstrapKey } from '../../src/store/api-keys.ts';
import type { TestDesk } from './desk.ts';
import type { TestOfficer } from './organisation.ts';

export interface Answer {
  status: number;
  headers: Headers;
  // What a test expects of an answer it says by comparing it, so the shape is left open here.
  body: Readonly<Record<string, unknown>> & readonly Record<string, unknown>[];
}

/** One who calls the API, as a browser with a session or a program with a key would. */
export interface Caller {
  cookie?: string;
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  raw(path: string, init?: RequestInit): Promise<Response>;
}

export interface Web extends AsyncDisposable {
  app: Hono;
  live: LiveHub;
  views: ViewKeeper;
  signIn(officer: TestOfficer): Promise<Caller>;
  program: Caller;
  stranger: Caller;
}

const origin = 'http://localhost:3000';
const password = 'mật khẩu thử';
const apiKey = 'khoa-thu-nghiem-0123456789';

let passwordHash: string | undefined;

/** The whole web side over a test desk, called without a port. */
export async function openWeb(desk: TestDesk, change: Partial<HttpParts> = {}): Promise<Web> {
  const { db } = desk.database;
  const live = await openLiveHub({
    db,
    announcements: desk.announcements,
    clock: desk.clock,
    onFault: (fault) => {
      throw fault;
    },
  });
  const views = openViewKeeper({
    db,
    onFault: (fault) => {
      throw fault;
    },
  });
  const auth = await openAuth({ db, publicUrl: origin });
  await ensureBootstrapKey(db, apiKey, desk.clock.now());
  const app = httpApp({
    desk,
    auth,
    config: {
      publicUrl: origin,
      isDemonstration: false,
      telegramBotName: () => 'dong_hanh_bot',
      filesDirectory: tmpdir(),
    },
    assistant: null,
    log: pino({ level: 'silent' }),
    metrics: openMetrics(db),
    live,
    views,
    isReady: async () => true,
    staticPages: tmpdir(),
    extraRoutes: [],
    ...change,
  });

  return {
    app,
    live,
    views,
    async signIn({ id: officerId, email, name }) {
      const at = desk.clock.now();
      const id = `sign-in-${officerId}`;
      passwordHash ??= await hashPassword(password);
      const signIn = { id, email, name, officerId, passwordHash, at };
      await db.transaction((tx) => saveSignIn(tx, signIn));
      const { internalAdapter, authCookies, secret } = await auth.$context;
      // Whoever signed in before keeps the entry.
      const found = await internalAdapter.findUserByEmail(email);
      const { token } = await internalAdapter.createSession(found?.user.id ?? id);
      // Signed as the sign-in signs it; checking the password each time would be half of a test's work.
      const signature = createHmac('sha256', secret).update(token).digest('base64');
      const cookie = `${authCookies.sessionToken.name}=${encodeURIComponent(`${token}.${signature}`)}`;
      return callerWith(app, { cookie, origin });
    },
    program: callerWith(app, { authorization: `Bearer ${apiKey}` }),
    stranger: callerWith(app, {}),
    async [Symbol.asyncDispose]() {
      await views.stop();
      await live.stop();
    },
  };
}

/** Calls with these headers each time. */
export function callerWith(app: Hono, identity: Record<string, string>): Caller {
  async function raw(path: string, init: RequestInit = {}): Promise<Response> {
    return app.request(origin + path, {
      ...init,
      headers: { ...identity, ...(init.headers as Record<string, string>) },
    });
  }
  async function call(path: string, init: RequestInit): Promise<Answer> {
    const answer = await raw(path, init);
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text === '' ? null : JSON.parse(text) };
  }
  return {
    ...(identity.cookie === undefined ? {} : { cookie: identity.cookie }),
    raw,
    get: (path) => call(path, {}),
    post: (path, body, headers = {}) =>
      body === undefined
        ? call(path, { method: 'POST', headers })
        : call(path, {
            method: 'POST',
            headers: { 'content-type': 'application/json', ...headers },
            body: typeof body === 'string' ? body : JSON.stringify(body),
          }),
  };
}
