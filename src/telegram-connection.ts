import type { Hono } from 'hono';
import { keepDelivery } from './channel/keep-delivery.ts';
import { learnBotName } from './channel/telegram/bot-name.ts';
import { startOfficerMenus } from './channel/telegram/officer-menus.ts';
import { startPolling } from './channel/telegram/poll.ts';
import { receiptOf } from './channel/telegram/read.ts';
import { setUpTelegram } from './channel/telegram/set-up.ts';
import { openTelegram, type TelegramChannel } from './channel/telegram/telegram.ts';
import type { Config } from './config.ts';
import type { Desk } from './desk/act.ts';
import { botCommands, officerCommands } from './dialogue/bot-commands.ts';
import type { Metrics } from './http/metrics.ts';
import { telegramWebhook } from './http/telegram-webhook.ts';
import type { Logger } from './log.ts';
import type { Loop } from './loop.ts';

export interface TelegramConnection {
  channel: TelegramChannel;
  routes: Hono[];
  /** The bot's user name, once Telegram has told it. */
  botName(): string | null;
  /** Tells Telegram the menu and where to deliver, or begins to ask. Telegram being away stops nothing. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function connectTelegram(parts: {
  desk: Desk;
  log: Logger;
  settings: NonNullable<Config['telegram']>;
  publicUrl: string;
  metrics: Metrics;
}): TelegramConnection {
  const { desk, log, settings, publicUrl, metrics } = parts;
  let name: ReturnType<typeof learnBotName> | null = null;
  const channel = openTelegram({
    token: settings.token,
    apiRoot: settings.apiRoot,
    userName: () => name?.current() ?? null,
  });
  // In every process: those that only work through the inbox have to know when a group calls the bot.
  name = learnBotName(channel.client);
  const secret = settings.mode === 'webhook' ? settings.webhookSecret : null;
  const stopping = new AbortController();
  let menus: Loop | null = null;
  let polling: Promise<void> = Promise.resolve();

  async function introduce(): Promise<void> {
    const webhook = secret === null ? null : { url: `${publicUrl}/webhooks/telegram`, secret };
    for (const problem of await setUpTelegram({ telegram: channel.client, commands: botCommands, webhook }))
      log.warn(problem);
  }

  return {
    channel,
    routes:
      secret === null
        ? []
        : [
            telegramWebhook({
              desk,
              channel,
              secret,
              onRefused: () => metrics.unauthenticDeliveries.inc({ channel: 'telegram' }),
            }),
          ],
    botName: () => name?.current() ?? null,
    async start() {
      void introduce();
      const { client: telegram, account } = channel;
      menus = startOfficerMenus({ desk, telegram, account, commands: officerCommands, log });
      if (secret !== null) return;
      polling = startPolling({
        telegram: channel.client,
        receive: async (update) =>
          void (await keepDelivery({ desk, channel, receiptOf }, channel.keepable(JSON.stringify(update)))),
        signal: stopping.signal,
        onProblem: (problem) => log.warn(problem),
      });
    },
    async stop() {
      stopping.abort();
      name?.stop();
      await menus?.stop();
      await polling;
    },
  };
}
