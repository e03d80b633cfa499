import { exchange } from '../http/exchange.ts';
import { problemOfText } from '../oa/limits.ts';
import type { Clock, Fetch } from '../ports.ts';
import { isFields, present } from '../read.ts';
import { mapResult, refusedBeforeSending, succeeded, type ZaloResult } from '../result.ts';
import { type BotProfile, type BotSent, type BotWebhook, readProfile, readSent, readWebhook } from './answers.ts';
import { judgeBot } from './fault.ts';
import { type BotUpdate, parseBotUpdate } from './parse.ts';

export interface BotSettings {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly token: string;
  /** `https://bot-api.zaloplatforms.com` unless given. */
  readonly apiRoot?: string;
  /** 15 unless given. */
  readonly timeoutSeconds?: number;
  /** Zalo fetches a photo before it answers; 60 unless given. */
  readonly photoTimeoutSeconds?: number;
}

/** A bot of the Zalo Bot Platform. It cannot write first: a chat id is known once the person has written. */
export interface BotClient {
  getMe(): Promise<ZaloResult<BotProfile>>;
  sendMessage(
    chatId: string,
    text: string,
    options?: { parseMode?: 'markdown' | 'html' },
  ): Promise<ZaloResult<BotSent>>;
  /** `photoUrl` has to be reachable for Zalo. */
  sendPhoto(chatId: string, photoUrl: string, options?: { caption?: string }): Promise<ZaloResult<BotSent>>;
  sendChatAction(chatId: string, action: 'typing'): Promise<ZaloResult<void>>;
  /**
   * Waits for one update; undefined when none came. There is no acknowledgement: what is lost after this call is lost.
   * Refused while a webhook is set.
   */
  getUpdates(options?: { timeoutSeconds?: number }): Promise<ZaloResult<BotUpdate | undefined>>;
  setWebhook(webhook: { url: string; secretToken: string }): Promise<ZaloResult<BotWebhook>>;
  deleteWebhook(): Promise<ZaloResult<BotWebhook>>;
  getWebhookInfo(): Promise<ZaloResult<BotWebhook>>;
}

interface Ask {
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly repeatable: boolean;
  readonly timeoutSeconds?: number;
}

export function openBotClient(settings: BotSettings): BotClient {
  const { fetch, clock, token, timeoutSeconds: usually = 15, photoTimeoutSeconds = 60 } = settings;
  const root = (settings.apiRoot ?? 'https://bot-api.zaloplatforms.com').replace(/\/+$/, '');

  async function ask(method: string, { parameters = {}, repeatable, timeoutSeconds = usually }: Ask) {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(parameters),
    };
    const outcome = await exchange(fetch, `${root}/bot${token}/${method}`, init, timeoutSeconds);
    return judgeBot(outcome, { repeatable, now: clock.now(), token });
  }

  return {
    async getMe() {
      return mapResult(await ask('getMe', { repeatable: true }), readProfile);
    },
    async sendMessage(chatId, text, { parseMode } = {}) {
      const problem = problemOfChat(chatId) ?? problemOfText(text);
      if (problem !== undefined) return refusedBeforeSending(problem);
      const parameters = present({ chat_id: chatId, text: text.normalize('NFC'), parse_mode: parseMode });
      return mapResult(await ask('sendMessage', { parameters, repeatable: false }), readSent);
    },
    async sendPhoto(chatId, photoUrl, { caption } = {}) {
      const problem =
        problemOfChat(chatId) ?? problemOfUrl(photoUrl) ?? (caption === undefined ? undefined : problemOfText(caption));
      if (problem !== undefined) return refusedBeforeSending(problem);
      const parameters = present({ chat_id: chatId, photo: photoUrl, caption: caption?.normalize('NFC') });
      const asked = { parameters, repeatable: false, timeoutSeconds: photoTimeoutSeconds };
      return mapResult(await ask('sendPhoto', asked), readSent);
    },
    async sendChatAction(chatId, action) {
      const problem = problemOfChat(chatId);
      if (problem !== undefined) return refusedBeforeSending(problem);
      const parameters = { chat_id: chatId, action };
      return mapResult(await ask('sendChatAction', { parameters, repeatable: true }), () => undefined);
    },
    async getUpdates({ timeoutSeconds = 30 } = {}) {
      // The platform takes the number as text, and holds the call for so long.
      const parameters = { timeout: String(timeoutSeconds) };
      const answer = await ask('getUpdates', { parameters, repeatable: true, timeoutSeconds: timeoutSeconds + 5 });
      if (!answer.ok)
        return answer.error.code === 408 || answer.error.httpStatus === 408 ? succeeded(undefined) : answer;
      return mapResult(answer, (result) => (isFields(result) ? parseBotUpdate(result) : undefined));
    },
    async setWebhook({ url, secretToken }) {
      const problem = problemOfUrl(url) ?? problemOfSecret(secretToken);
      if (problem !== undefined) return refusedBeforeSending(problem);
      const parameters = { url, secret_token: secretToken };
      return mapResult(await ask('setWebhook', { parameters, repeatable: true }), readWebhook);
    },
    async deleteWebhook() {
      return mapResult(await ask('deleteWebhook', { repeatable: true }), readWebhook);
    },
    async getWebhookInfo() {
      return mapResult(await ask('getWebhookInfo', { repeatable: true }), readWebhook);
    },
  };
}

function problemOfChat(chatId: string): string | undefined {
  return chatId === '' ? 'there is no chat id' : undefined;
}

function problemOfUrl(url: string): string | undefined {
  return URL.parse(url)?.protocol === 'https:' ? undefined : 'an address is not https';
}

function problemOfSecret(secret: string): string | undefined {
  return secret.length >= 8 && secret.length <= 256 ? undefined : 'a webhook secret has 8 to 256 characters';
}
