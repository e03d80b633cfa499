import type { Hono } from 'hono';
import type { ZaloFault } from 'zalo-api-client';
import { keepDelivery } from './channel/keep-delivery.ts';
import type { AccountHealth } from './channel/port.ts';
import { botHealth } from './channel/zalo-bot/health.ts';
import { pollZaloBot } from './channel/zalo-bot/poll.ts';
import { openZaloBot, type ZaloBotChannel } from './channel/zalo-bot/zalo-bot.ts';
import type { Config } from './config.ts';
import { act, type Desk } from './desk/act.ts';
import { noteHealth } from './desk/channels/note-health.ts';
import type { Metrics } from './http/metrics.ts';
import { zaloBotWebhook } from './http/zalo-bot-webhook.ts';
import type { Logger } from './log.ts';

export interface ZaloBotConnection {
  channel: ZaloBotChannel;
  routes: Hono[];
  /** Looks how the bot is, keeps it, and tells administrators what has changed. */
  checkAccount(): Promise<AccountHealth>;
  /** Tells Zalo where to deliver, or begins to ask. Zalo being away stops nothing. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const quotaRememberedMilliseconds = 24 * 3_600_000;

export function connectZaloBot(parts: {
  desk: Desk;
  log: Logger;
  settings: NonNullable<Config['zaloBot']>;
  publicUrl: string;
  metrics: Pick<Metrics, 'unauthenticDeliveries'>;
  mediaHosts?: readonly string[];
  linkTo?: (fileId: number) => string | null;
  fetch?: typeof globalThis.fetch;
  answerWithinSeconds?: number;
  pollSeconds?: number;
}): ZaloBotConnection {
  const { desk, log, settings, publicUrl, metrics, fetch = globalThis.fetch, pollSeconds } = parts;
  const { mediaHosts, linkTo, answerWithinSeconds } = parts;
  const { token, apiRoot } = settings;
  const { clock } = desk;
  let quota: { fault: ZaloFault; at: number } | null = null;
  const channel = openZaloBot({
    token,
    apiRoot,
    clock,
    fetch,
    ...(mediaHosts === undefined ? {} : { mediaHosts }),
    ...(linkTo === undefined ? {} : { linkTo }),
    ...(answerWithinSeconds === undefined ? {} : { answerWithinSeconds }),
    onTrouble(fault) {
      log.warn({ code: fault.code, category: fault.category }, fault.message);
      if (fault.category === 'quota') quota = { fault, at: clock.now().getTime() };
    },
  });
  const secret = settings.mode === 'webhook' ? settings.webhookSecret : null;
  const wantedUrl = secret === null ? null : `${publicUrl}/webhooks/zalo-bot`;
  const stopping = new AbortController();
  let polling: Promise<void> = Promise.resolve();

  async function setUpWebhook(url: string, secretToken: string): Promise<void> {
    const set = await channel.client.setWebhook({ url, secretToken });
    if (!set.ok) return void log.warn(`The webhook of the Zalo bot could not be set: ${set.error.message}`);
    // The address is stored even where the platform's own trial of it failed.
    const { verification } = set.value;
    if (verification?.ok === false)
      log.warn(
        `Zalo could not reach the webhook of the bot: ${verification.outcome ?? 'no reason'} ${verification.hint ?? ''}`,
      );
  }

  return {
    channel,
    routes:
      secret === null
        ? []
        : [
            zaloBotWebhook({
              desk,
              channel,
              secret,
              onRefused: () => metrics.unauthenticDeliveries.inc({ channel: 'zaloBot' }),
            }),
          ],
    async checkAccount() {
      const { client } = channel;
      const isRemembered = quota !== null && clock.now().getTime() - quota.at < quotaRememberedMilliseconds;
      const health = botHealth({
        profile: await client.getMe(),
        webhook: wantedUrl === null ? null : await client.getWebhookInfo(),
        wantedUrl,
        quota: isRemembered ? (quota?.fault ?? null) : null,
      });
      const key = { channel: channel.name, account: channel.account };
      await act(desk, { kind: 'schedule', name: 'check-account' }, (current) => noteHealth(current, key, health));
      return health;
    },
    async start() {
      if (secret !== null && wantedUrl !== null) return void setUpWebhook(wantedUrl, secret);
      polling = pollZaloBot({
        client: channel.client,
        receive: async (body) =>
          void (await keepDelivery({ desk, channel, receiptOf: channel.receiptOf }, JSON.stringify(body))),
        signal: stopping.signal,
        onProblem: (problem) => log.warn(problem),
        ...(pollSeconds === undefined ? {} : { pollSeconds }),
      });
    },
    async stop() {
      stopping.abort();
      await polling;
    },
  };
}
