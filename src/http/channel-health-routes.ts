import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { type ChannelName, channelNames } from '../channel/port.ts';
import { accountHealths } from '../store/channel-accounts.ts';
import { channelTraffic } from '../store/channel-traffic.ts';
import { administratorOnly } from './administrator-only.ts';
import type { ApiEnv, HttpParts } from './api-env.ts';
import { iso } from './case-views.ts';
import { refuseMalformed } from './refuse-malformed.ts';
import { json } from './view-schemas.ts';

const instant = z.iso.datetime();

const channelsSchema = z
  .object({
    accounts: z.array(
      z.object({
        channel: z.enum(channelNames),
        account: z.string(),
        /** Null where nothing has to be checked, as in the web chat. */
        state: z.enum(['working', 'warning', 'broken']).nullable(),
        /** What an administrator has to do, in Vietnamese; empty where nothing. */
        whatToDo: z.string(),
        /** When the account's grant ends. */
        endsAt: instant.nullable(),
        since: instant.nullable(),
        checkedAt: instant.nullable(),
        /** Until when the platform wants silence. */
        silentUntil: instant.nullable(),
        lastReceivedAt: instant.nullable(),
        lastSentAt: instant.nullable(),
        queued: z.number(),
        held: z.number(),
        failed: z.number(),
      }),
    ),
    /** Where each platform delivers, to be entered on its own pages. */
    webhooks: z.array(z.object({ platform: z.enum(['telegram', 'zalo', 'zaloBot']), url: z.string() })),
  })
  .openapi('Channels');
export type ChannelsView = z.infer<typeof channelsSchema>;

const read = createRoute({
  method: 'get',
  path: '/channels',
  summary: 'How our accounts on chat platforms are',
  responses: { 200: json(channelsSchema, 'Accounts with what came and went, and the addresses of webhooks') },
});

const webhookPaths = {
  telegram: '/webhooks/telegram',
  zalo: '/webhooks/zalo',
  zaloBot: '/webhooks/zalo-bot',
} as const;

export function channelHealthRoutes({ desk, config }: Pick<HttpParts, 'desk' | 'config'>) {
  const { db } = desk.database;
  return new OpenAPIHono<ApiEnv>({ defaultHook: refuseMalformed }).openapi(read, async (context) => {
    administratorOnly(context.var.reader, 'xem tình trạng các kênh');
    const healths = new Map((await accountHealths(db)).map((row) => [keyOf(row), row]));
    const traffic = new Map((await channelTraffic(db, context.var.reader.sight)).map((row) => [keyOf(row), row]));
    const accounts = [...new Set([...healths.keys(), ...traffic.keys()])].toSorted().flatMap((key) => {
      const health = healths.get(key);
      const moved = traffic.get(key);
      const account = health ?? moved;
      if (account === undefined) return [];
      return {
        channel: account.channel,
        account: account.account,
        state: health?.state ?? null,
        whatToDo: health?.whatToDo ?? '',
        endsAt: iso(health?.endsAt ?? null),
        since: iso(health?.since ?? null),
        checkedAt: iso(health?.checkedAt ?? null),
        silentUntil: iso(health?.silentUntil ?? null),
        lastReceivedAt: iso(moved?.lastReceivedAt ?? null),
        lastSentAt: iso(moved?.lastSentAt ?? null),
        queued: moved?.queued ?? 0,
        held: moved?.held ?? 0,
        failed: moved?.failed ?? 0,
      };
    });
    return context.json({ accounts, webhooks: webhooksAt(config.publicUrl) }, 200);
  });
}

function webhooksAt(publicUrl: string): ChannelsView['webhooks'] {
  return (['telegram', 'zalo', 'zaloBot'] as const).map((platform) => ({
    platform,
    url: new URL(webhookPaths[platform], publicUrl).href,
  }));
}

function keyOf({ channel, account }: { channel: ChannelName; account: string }): string {
  return `${channel} ${account}`;
}
