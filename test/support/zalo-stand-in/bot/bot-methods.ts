import { wholeNumber } from '../../telegram-stand-in/body.ts';
import { Refusal } from '../../telegram-stand-in/refusal.ts';
import type { Fields } from '../fields.ts';
import { chatOf, sendMessage, sendPhoto, sendSticker } from './bot-messages.ts';
import type { BotWorld } from './bot-world.ts';

/** One method: answers its result, undefined for an answer without one, or throws a `Refusal`. */
export type BotMethod = (world: BotWorld, payload: Fields, gone: AbortSignal) => unknown;

export const botMethods: Readonly<Record<string, BotMethod>> = {
  getMe: ({ settings }) => ({
    id: settings.token.split(':')[0],
    account_name: 'bot.donghanh',
    account_type: 'BASIC',
    can_join_groups: false,
    display_name: 'Bot Đồng Hành',
  }),
  sendMessage,
  sendPhoto,
  sendSticker,
  sendChatAction(world, payload) {
    if (payload.action !== 'typing') throw new Refusal(400, 'Bad Request: invalid action');
    chatOf(world, payload).typingCount += 1;
    return undefined;
  },
  async getUpdates({ updates }, payload, gone) {
    if (updates.webhook !== null) throw new Refusal(400, 'Bad Request: webhook is set');
    const update = await updates.take(wholeNumber(payload.timeout, 30) * 1_000, gone);
    if (updates.webhook !== null) throw new Refusal(400, 'Bad Request: webhook is set');
    if (update === null) throw new Refusal(408, 'Request timeout');
    return update;
  },
  async setWebhook(world, payload) {
    const url = String(payload.url ?? '');
    const secret = String(payload.secret_token ?? '');
    if (secret.length < 8 || secret.length > 256) throw new Refusal(400, 'Bad Request: invalid secret_token');
    if (!isAllowed(url, world.settings.publicWebhooksOnly)) throw new Refusal(400, 'Bad Request: invalid webhook url');
    world.updates.setWebhook({ url, secret });
    const status = await world.updates.probe();
    const outcome = status === 200 ? 'webhook.ok' : status === 0 ? 'webhook.unreachable' : `webhook.http.${status}`;
    const verification = { ok: status === 200, status_code: status, outcome, hint: '' };
    return { url, updated_at: world.now(), verification };
  },
  deleteWebhook(world) {
    world.updates.setWebhook(null);
    return { url: '', updated_at: world.now() };
  },
  getWebhookInfo({ updates, now }) {
    return { url: updates.webhook?.url ?? '', updated_at: updates.webhook?.updatedAt ?? now() };
  },
};

function isAllowed(url: string, publicOnly: boolean): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  if (!publicOnly) return protocol === 'http:' || protocol === 'https:';
  return protocol === 'https:' && !/^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[)/.test(hostname);
}
