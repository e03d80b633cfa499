import type { Hono } from 'hono';
import { openOAuthClient, openTemplateClient, openTokens, type ZaloFault } from 'zalo-api-client';
import type { AccountHealth } from './channel/port.ts';
import { openAccountCheck } from './channel/zalo/check-account.ts';
import { learnNames } from './channel/zalo/learn-names.ts';
import { openTokenStore } from './channel/zalo/token-store.ts';
import { openZalo, type ZaloChannel } from './channel/zalo/zalo.ts';
import type { ZaloSettings } from './config.ts';
import { act, type Desk } from './desk/act.ts';
import { noteHealth } from './desk/channels/note-health.ts';
import type { Metrics } from './http/metrics.ts';
import { zaloWebhook } from './http/zalo-webhook.ts';
import type { Logger } from './log.ts';
import { type Loop, startLoop } from './loop.ts';

export interface ZaloConnection {
  channel: ZaloChannel;
  routes: Hono[];
  /** Looks how the account is, keeps it, and tells administrators what has changed. */
  checkAccount(): Promise<AccountHealth>;
  /** Asks for the names of people who agreed to being known. Answers how many were learnt. */
  learnNames(): Promise<number>;
  /** Takes up the grant of the settings; a worker also begins to look after the account. Zalo being away stops nothing. */
  start(role: 'web' | 'worker'): Promise<void>;
  stop(): Promise<void>;
}

const namesEveryMilliseconds = 15_000;
const troubleAgainMilliseconds = 60_000;
const complainAgainMilliseconds = 60_000;

export function connectZalo(parts: {
  desk: Desk;
  log: Logger;
  settings: ZaloSettings;
  mediaHosts: readonly string[];
  metrics: Pick<Metrics, 'unauthenticDeliveries' | 'repeatedDeliveries'>;
  linkTo: (fileId: number) => string | null;
  fetch?: typeof globalThis.fetch;
  answerWithinSeconds?: number;
}): ZaloConnection {
  const { desk, log, settings, mediaHosts, metrics, linkTo, fetch = globalThis.fetch, answerWithinSeconds } = parts;
  const { appId, appSecret, oaId, oauthRoot, refreshToken } = settings;
  const { clock, zone } = desk;
  const timeout = answerWithinSeconds === undefined ? {} : { timeoutSeconds: answerWithinSeconds };
  const store = openTokenStore({ db: desk.database.db, clock, appSecret });
  const oauth = openOAuthClient({ fetch, clock, appId, appSecret, oauthRoot, ...timeout });
  const tokens = openTokens({ store, oauth, clock, oaId });
  const channel = openZalo({
    ...settings,
    mediaHosts,
    tokens,
    clock,
    fetch,
    linkTo,
    onTrouble,
    ...(answerWithinSeconds === undefined ? {} : { answerWithinSeconds }),
  });
  const { businessRoot, template } = settings;
  const templates =
    template === null ? null : openTemplateClient({ fetch, clock, tokens, businessRoot, appSecret, ...timeout });
  const account = openAccountCheck({ tokens, client: channel.client, templates, clock, appId, oaId, zone });
  const key = { channel: channel.name, account: channel.account };
  const asked = new Set<number>();
  let names: Loop | null = null;
  let troubledAt = Number.NEGATIVE_INFINITY;
  let complainedAt = Number.NEGATIVE_INFINITY;
  let checking: Promise<unknown> = Promise.resolve();

  async function checkAccount(): Promise<AccountHealth> {
    const health = await account.check();
    await act(desk, { kind: 'schedule', name: 'check-account' }, (current) => noteHealth(current, key, health));
    return health;
  }

  const learn = () => learnNames(desk, { account: oaId, client: channel.client }, asked);

  function checkSoon(): void {
    checking = checkAccount().catch((fault: unknown) => log.error({ err: fault }, 'the Zalo account was not checked'));
  }

  function onTrouble(fault: ZaloFault): void {
    account.noteTrouble(fault);
    const now = clock.now().getTime();
    if (now - troubledAt < troubleAgainMilliseconds) return;
    troubledAt = now;
    log.warn({ code: fault.code, category: fault.category }, fault.message);
    checkSoon();
  }

  return {
    channel,
    routes: [
      zaloWebhook({
        desk,
        channel,
        appId,
        secrets: settings.webhookSecrets,
        onRefused(because) {
          metrics.unauthenticDeliveries.inc({ channel: 'zalo' });
          // Anybody may call the address: one line a minute is enough to find a wrong secret by.
          const now = clock.now().getTime();
          if (now - complainedAt < complainAgainMilliseconds) return;
          complainedAt = now;
          log.warn({ because }, 'a delivery to /webhooks/zalo was not authentic: is ZALO_OA_SECRET_KEY right?');
        },
        onRepeated: () => metrics.repeatedDeliveries.inc({ channel: 'zalo' }),
        onRevoked: checkSoon,
      }),
    ],
    checkAccount,
    learnNames: learn,
    async start(role) {
      if (refreshToken !== null) await store.seed(oaId, refreshToken);
      if (role === 'web') return;
      checkSoon();
      names = startLoop({
        async pass() {
          await learn();
          return { nextInMilliseconds: namesEveryMilliseconds };
        },
        onFault: (fault) => log.error({ err: fault }, 'names of people on Zalo could not be learnt'),
      });
    },
    async stop() {
      await names?.stop();
      await checking;
    },
  };
}
