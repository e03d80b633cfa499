import { deliverPass } from '../../src/channel/delivering.ts';
import type { Channel } from '../../src/channel/port.ts';
import { receivePass } from '../../src/channel/receiving.ts';
import type { ZaloSettings } from '../../src/config.ts';
import { openMetrics } from '../../src/http/metrics.ts';
import { openLog } from '../../src/log.ts';
import { connectZalo, type ZaloConnection } from '../../src/zalo-connection.ts';
import type { TestDesk } from './desk.ts';
import { openWeb, type Web } from './web.ts';
import { startZaloStandIn, type ZaloStandIn, type ZaloStandInOptions } from './zalo-stand-in.ts';

/** An Official Account on a test desk: the real adapter, webhook and tokens, and a Zalo that posts to them by itself. */
export interface ZaloOa extends AsyncDisposable {
  zalo: ZaloStandIn;
  connection: ZaloConnection;
  web: Web;
  settings: ZaloSettings;
  /** How many calls of the webhook were refused, and how many were here before. */
  counted(): Promise<{ refused: number; repeated: number }>;
  /** Posts a body as anybody could. Answers the status. */
  post(body: string, signature?: string): Promise<number>;
  /** Waits for what Zalo posts and works until nothing waits. */
  settle(): Promise<void>;
}

const log = openLog('silent');
// Longer than deliveries wait for earlier ones that come later.
const gatheredMilliseconds = 300;

export async function openZaloOa(desk: TestDesk, options: ZaloStandInOptions = {}): Promise<ZaloOa> {
  const metrics = openMetrics(desk.database.db);
  const zalo = await startZaloStandIn({
    now: () => desk.clock.now().getTime(),
    webhookRetryMs: 50,
    ...options,
    webhook: (body, headers) => postTo(body, headers),
  });
  const settings = settingsOf(zalo);
  const connection = connectZalo({
    desk,
    log,
    settings,
    mediaHosts: [zalo.origin],
    metrics,
    linkTo: () => null,
    answerWithinSeconds: 1,
  });
  await connection.start('web');
  const web = await openWeb(desk, { extraRoutes: connection.routes, metrics });
  // The clock of a test stands still, and with it the pauses between two messages. The pace has tests of its own.
  const channel: Channel = { ...connection.channel, pace: null };

  async function postTo(body: string, headers: Record<string, string>): Promise<number> {
    const answer = await web.app.request('/webhooks/zalo', { method: 'POST', body, headers });
    return answer.status;
  }

  return {
    zalo,
    connection,
    web,
    settings,
    async counted() {
      const sum = async (counter: { get(): Promise<{ values: { value: number }[] }> }) =>
        (await counter.get()).values.reduce((total, { value }) => total + value, 0);
      return {
        refused: await sum(metrics.unauthenticDeliveries),
        repeated: await sum(metrics.repeatedDeliveries),
      };
    },
    post: (body, signature) => postTo(body, signature === undefined ? {} : { 'X-ZEvent-Signature': signature }),
    async settle() {
      const parts = { desk, channels: [channel], log };
      let worked = 1;
      while (worked > 0) {
        await zalo.settled();
        desk.clock.advanceBy(gatheredMilliseconds);
        worked = (await receivePass(parts)) + (await deliverPass(parts));
      }
    },
    async [Symbol.asyncDispose]() {
      await connection.stop();
      await web[Symbol.asyncDispose]();
      await zalo.close();
    },
  };
}

/** What an operator would write into the environment to connect to this stand-in. */
export function settingsOf(zalo: ZaloStandIn): ZaloSettings {
  return {
    appId: zalo.account.appId,
    appSecret: zalo.account.appSecret,
    oaId: zalo.account.oaId,
    webhookSecrets: [zalo.account.oaSecretKey],
    refreshToken: zalo.tokens.refreshToken,
    apiRoot: zalo.origin,
    oauthRoot: zalo.origin,
    businessRoot: zalo.origin,
    template: null,
    ratePerMinute: 60,
  };
}
