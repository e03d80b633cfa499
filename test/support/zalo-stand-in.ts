import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { botHost } from './zalo-stand-in/bot/bot-host.ts';
import { type BotPerson, newBotChat, openBotPerson } from './zalo-stand-in/bot/bot-person.ts';
import { openBotUpdates } from './zalo-stand-in/bot/bot-updates.ts';
import { type BotSettings, type BotWorld, usualBotSettings } from './zalo-stand-in/bot/bot-world.ts';
import { businessHost } from './zalo-stand-in/business-host.ts';
import type { Disorder } from './zalo-stand-in/disorder.ts';
import { type Fault, openFaults } from './zalo-stand-in/faults.ts';
import { openGrants, type TokenPair } from './zalo-stand-in/grants.ts';
import type { Host } from './zalo-stand-in/host.ts';
import { openIds } from './zalo-stand-in/ids.ts';
import { openLimits, type Rates, usualRates } from './zalo-stand-in/limits.ts';
import { mediaHost } from './zalo-stand-in/media-host.ts';
import { newUser, type PersonOptions } from './zalo-stand-in/new-user.ts';
import { oaHost } from './zalo-stand-in/oa-host.ts';
import { oauthHost } from './zalo-stand-in/oauth-host.ts';
import { pageHost } from './zalo-stand-in/page-host.ts';
import { openPerson, type Person } from './zalo-stand-in/person.ts';
import type { Post } from './zalo-stand-in/post-event.ts';
import { type Probe, probe } from './zalo-stand-in/probe.ts';
import { type KeptCall, serve } from './zalo-stand-in/serve.ts';
import { type Account, type Settings, type Template, usualAccount, usualSettings } from './zalo-stand-in/settings.ts';
import { openStage } from './zalo-stand-in/stage.ts';
import { type Outcome, openWebhook, type Pushed, type SignedEvent } from './zalo-stand-in/webhook.ts';
import type { World } from './zalo-stand-in/world.ts';

export interface ZaloStandInOptions {
  port?: number;
  /** Milliseconds; used for tokens, windows, expiries, quotas and dates. Retries and polls wait for real. */
  now?: () => number;
  account?: Partial<Account>;
  settings?: Partial<Settings>;
  bot?: Partial<BotSettings>;
  /** Ids are drawn from it; without one they differ in each run, as a bot that outlives the stand-in needs. */
  idSeed?: string;
  /** The refresh token that the console would have shown. */
  refreshToken?: string;
  /** Answer -32 beyond the usual rates, or beyond the rates given. */
  enforceLimits?: boolean | Partial<Rates>;
  templates?: Readonly<Record<string, Template>>;
  /** An address, or a function that takes deliveries and answers the status. */
  webhook?: string | Post;
  /** The first pause before an event is posted again; the others of the ladder keep their proportion to it. */
  webhookRetryMs?: number;
  webhookAnswerLimitMs?: number;
  webhookBadStatus?: 'retry' | 'drop';
  disorder?: Disorder;
}

export interface ZaloStandIn extends AsyncDisposable {
  /** The root of every host that it plays. */
  readonly origin: string;
  readonly account: Readonly<Account>;
  readonly botToken: string;
  /** The pair of tokens issued last; the access token of any earlier pair has ended. */
  readonly tokens: Readonly<TokenPair>;
  /** Every call in order, the refused ones included. */
  readonly calls: readonly KeptCall[];
  /** How often the app was told that it calls too much. */
  readonly rateLimitedCount: number;
  /** Every event in order, signed, posted or not. */
  readonly events: readonly SignedEvent[];
  /** Posts answered 200; posts answered otherwise, late or not at all; events given up. */
  readonly deliveries: Readonly<{ answered: number; refused: number; lost: number }>;
  /** Zalo switched the webhook off after its last retry. */
  readonly webhookDisabled: boolean;
  /** The person with this id, the same one each time. */
  person(userId: string, options?: PersonOptions): Person;
  botPerson(chatId: string, options?: { name?: string }): BotPerson;
  /** A code as the grant page gives it. */
  grantCode(challenge?: string): string;
  /** A new pair as the console's API explorer gives it. */
  issueTokens(): TokenPair;
  /** The account takes its grant back. */
  revokeGrant(): Pushed;
  /** Sets the webhook in the console, which also switches it on again. */
  setWebhook(target: string | Post | null): void;
  /** Tries the webhook as the console does and answers the status; 0 when nothing came in time. */
  probe(kind: Probe): Promise<number>;
  /** Posts an event of any shape; `app_id` and `timestamp` are added. */
  push(content: Record<string, unknown>, userId?: string): Pushed;
  /** Posts an earlier event again, as after an answer that got lost. */
  repeat(event: SignedEvent): Promise<Outcome>;
  /** The next events are posted twice. */
  duplicateNext(times?: number): void;
  /** The next events are held back until `release`, and so overtaken by the ones after them. */
  holdNext(times?: number): void;
  release(): void;
  /** The next calls of `path` fail in this way: of any with `*`, of everything under a path that ends in a slash. */
  failNext(fault: Fault, options?: { path?: string; times?: number }): void;
  /** Resolves when no event is under way or waits for a retry. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** A server on loopback that answers as Zalo's hosts do and plays the people on Zalo. */
export async function startZaloStandIn(options: ZaloStandInOptions = {}): Promise<ZaloStandIn> {
  const { port = 0, now = Date.now, webhookAnswerLimitMs: answerLimitMs = 2_000 } = options;
  const world = newWorld(options, now, answerLimitMs);
  const botWorld = newBotWorld(options, world, answerLimitMs);
  world.grants.issue(options.refreshToken);
  if (options.webhook !== undefined) world.webhook.set(options.webhook);

  const people = new Map<string, Person>();
  const botPeople = new Map<string, BotPerson>();
  const calls: KeptCall[] = [];
  const faults = openFaults();
  let rateLimitedCount = 0;

  function person(userId: string, wanted: PersonOptions = {}): Person {
    const known = people.get(userId);
    if (known !== undefined) return known;
    const user = newUser(userId, wanted);
    world.users.set(userId, user);
    const opened = openPerson(world, user);
    people.set(userId, opened);
    return opened;
  }

  function botPerson(chatId: string, { name = 'Nguyễn Thị An' }: { name?: string } = {}): BotPerson {
    const known = botPeople.get(chatId);
    if (known !== undefined) return known;
    const chat = newBotChat(chatId, name);
    botWorld.chats.set(chatId, chat);
    const opened = openBotPerson(botWorld, chat);
    botPeople.set(chatId, opened);
    return opened;
  }

  const route = openRoutes(world, botWorld, pageHost(openStage({ world, botWorld, person, botPerson })));
  const server = createServer((request, response) => {
    void serve(request, response, {
      route,
      faults,
      onCall: (call) => calls.push(call),
      onRefused: ({ code }) => {
        if (code === -32) rateLimitedCount += 1;
      },
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  world.origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}`;
  botWorld.origin = world.origin;

  async function close(): Promise<void> {
    world.webhook.close();
    botWorld.updates.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  return {
    origin: world.origin,
    account: world.account,
    botToken: botWorld.settings.token,
    get tokens() {
      return world.grants.newest;
    },
    calls,
    get rateLimitedCount() {
      return rateLimitedCount;
    },
    events: world.webhook.events,
    deliveries: world.webhook.counts,
    get webhookDisabled() {
      return world.webhook.disabled;
    },
    person,
    botPerson,
    grantCode: (challenge) => world.grants.newCode(challenge),
    issueTokens: () => world.grants.issue(),
    revokeGrant() {
      world.grants.revoke();
      return world.webhook.push('', { event_name: 'permission_revoked', oa_id: world.account.oaId });
    },
    setWebhook: (target) => world.webhook.set(target),
    probe: (kind) => probe(world.webhook, world.account, now(), kind),
    push: (content, userId = '') => world.webhook.push(userId, content),
    repeat: (event) => world.webhook.repeat(event),
    duplicateNext: (times = 1) => world.webhook.duplicateNext(times),
    holdNext: (times = 1) => world.webhook.holdNext(times),
    release: () => world.webhook.release(),
    failNext(fault, { path = '/v3.0/oa/message/cs', times = 1 } = {}) {
      faults.plan(fault, path, times);
    },
    settled: () => world.webhook.settled(),
    close,
    [Symbol.asyncDispose]: close,
  };
}

function newWorld(options: ZaloStandInOptions, now: () => number, answerLimitMs: number): World {
  const account = { ...usualAccount, ...options.account };
  const settings = { ...usualSettings, ...options.settings };
  const { enforceLimits = false, webhookRetryMs: retryMs = 30_000, webhookBadStatus: badStatus = 'retry' } = options;
  const rates = { ...usualRates, ...(typeof enforceLimits === 'object' ? enforceLimits : {}) };
  const disorder = options.disorder ?? null;
  const nextId = openIds(options.idSeed ?? randomUUID());
  return {
    account,
    settings,
    now,
    origin: '',
    nextId,
    grants: openGrants({ account, settings, now, nextId }),
    limits: enforceLimits === false ? null : openLimits(rates),
    webhook: openWebhook({ account, now, retryMs, answerLimitMs, badStatus, disorder }),
    users: new Map(),
    templates: new Map(Object.entries(options.templates ?? {})),
    assets: new Map(),
    media: new Map(),
    templateMessages: new Map(),
    used: new Map(),
    tags: new Set(),
  };
}

function newBotWorld(options: ZaloStandInOptions, { now, nextId, media }: World, answerLimitMs: number): BotWorld {
  const settings = { ...usualBotSettings, ...options.bot };
  const updates = openBotUpdates({ settings, now, answerLimitMs });
  return { settings, now, origin: '', nextId, chats: new Map(), media, updates, sentByMonth: new Map() };
}

function openRoutes(world: World, botWorld: BotWorld, page: Host) {
  const oauth = oauthHost(world);
  const oa = oaHost(world);
  const business = businessHost(world);
  const media = mediaHost(world);

  return (pathname: string): { host: Host; path: string } | null => {
    const [, token, method] = /^\/bot([^/]+)\/(.+)$/.exec(pathname) ?? [];
    if (token !== undefined) {
      return { host: botHost(botWorld, token === botWorld.settings.token), path: `/bot/${method}` };
    }
    if (pathname.startsWith('/v4/')) return { host: oauth, path: pathname };
    if (/^\/v[23]\.0\/oa\//.test(pathname)) return { host: oa, path: pathname };
    if (pathname.startsWith('/message/')) return { host: business, path: pathname };
    if (pathname.startsWith('/media/')) return { host: media, path: pathname };
    if (pathname === '/' || pathname.startsWith('/__control/')) return { host: page, path: pathname };
    return null;
  };
}
