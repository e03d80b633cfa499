import { deliverPass } from '../../src/channel/delivering.ts';
import type { Channel } from '../../src/channel/port.ts';
import { receivePass } from '../../src/channel/receiving.ts';
import { openTelegram, type TelegramChannel } from '../../src/channel/telegram/telegram.ts';
import { telegramWebhook } from '../../src/http/telegram-webhook.ts';
import { openLog } from '../../src/log.ts';
import type { TestDesk } from './desk.ts';
import { startTelegramStandIn, type TelegramStandIn } from './telegram-stand-in.ts';
import { openWeb, type Web } from './web.ts';

export interface Update {
  update_id: number;
  [kind: string]: unknown;
}

/** The Telegram bot on a test desk: the real adapter and webhook, and a Telegram whose deliveries the test hands over. */
export interface TelegramBot extends AsyncDisposable {
  standIn: TelegramStandIn;
  channel: TelegramChannel;
  web: Web;
  readonly refusedCount: number;
  /** What people have done since the last call, as Telegram words it. */
  newUpdates(): Promise<Update[]>;
  /** Posts a body as Telegram would; `secret` null leaves the header away. Answers the status. */
  post(body: Update | string, secret?: string | null): Promise<number>;
  /** Posts what people have done, one after the other, and works until nothing waits. */
  settle(): Promise<void>;
  /** One worker's inbox and outbox until nothing waits; `channel` in the place of the real one. */
  work(desk?: TestDesk, channel?: Channel): Promise<void>;
}

const secret = 'bi-mat-cua-webhook-thu-nghiem';
const log = openLog('silent');

export async function openTelegramBot(desk: TestDesk): Promise<TelegramBot> {
  const standIn = await startTelegramStandIn();
  // The clock of a test stands still, and with it the pauses between two messages. The pace has tests of its own.
  const channel: TelegramChannel = {
    ...openTelegram({ token: standIn.token, apiRoot: standIn.apiRoot }),
    pace: null,
    gatherMilliseconds: 0,
  };
  let refusedCount = 0;
  let offset = 0;
  const onRefused = () => {
    refusedCount += 1;
  };
  const router = telegramWebhook({ desk, channel, secret, onRefused });
  const web = await openWeb(desk, { extraRoutes: [router] });

  async function post(body: Update | string, given: string | null = secret): Promise<number> {
    const answer = await web.app.request('/webhooks/telegram', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(given === null ? {} : { 'x-telegram-bot-api-secret-token': given }),
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return answer.status;
  }

  async function newUpdates(): Promise<Update[]> {
    const response = await fetch(`${standIn.apiRoot}/bot${standIn.token}/getUpdates`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ offset, limit: 100, timeout: 0 }),
    });
    const { result } = (await response.json()) as { result: Update[] };
    offset = (result.at(-1)?.update_id ?? offset - 1) + 1;
    return result;
  }

  async function work(by: TestDesk = desk, through: Channel = channel): Promise<void> {
    const parts = { desk: by, channels: [through], log };
    while ((await receivePass(parts)) + (await deliverPass(parts)) > 0);
  }

  return {
    standIn,
    channel,
    web,
    get refusedCount() {
      return refusedCount;
    },
    newUpdates,
    post,
    async settle() {
      for (const update of await newUpdates()) await post(update);
      await work();
    },
    work,
    async [Symbol.asyncDispose]() {
      await web[Symbol.asyncDispose]();
      await standIn.close();
    },
  };
}
