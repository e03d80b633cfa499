import { Telegram, TelegramError } from 'telegraf';
import type { Telegram as Methods, Opts } from 'telegraf/types';
import { notConnected, openConnections } from './connection.ts';

/** What became of one call. Nothing is thrown, and no text in here holds the token. */
export type Answer =
  | { kind: 'ok'; result: unknown }
  | { kind: 'refused'; code: number; description: string; retryAfterSeconds: number | null }
  /** The call never left: it may be repeated without harm. */
  | { kind: 'notSent'; detail: string }
  /** The call went out and no usable answer came: Telegram may have carried it out. */
  | { kind: 'silent'; detail: string };

type TelegrafSignal = NonNullable<NonNullable<Parameters<Telegram['callApi']>[2]>['signal']>;

export interface CallOptions {
  withinMs?: number;
  signal?: AbortSignal;
}

export interface TelegramClient {
  /** The bot's id, which is the public half of its token. */
  readonly botId: string;
  readonly apiRoot: string;
  call<M extends keyof Methods>(method: M, payload: Opts<M>, options?: CallOptions): Promise<Answer>;
  /** Where the bytes of a `file_path` are. Holds the token: never show it. */
  fileUrl(path: string): string;
  /** The text without the token or its secret half. */
  scrub(text: string): string;
}

/** Calls to the Bot API with one token. Makes no call by itself; throws only for a token of the wrong form. */
export function openClient(options: { token: string; apiRoot: string; answerWithinMs?: number }): TelegramClient {
  const { token, answerWithinMs = 20_000 } = options;
  const [, botId, secret] = /^([^:/\s]+):([^/\s]+)$/.exec(token) ?? [];
  if (botId === undefined || secret === undefined) {
    throw new Error('The Telegram bot token has the form 123456:letters, as given by @BotFather');
  }

  // Without the slash at the end, the last step of a root with a path would be dropped from every address.
  const apiRoot = options.apiRoot.replace(/\/*$/, '/');
  const telegram = new Telegram(token, { apiRoot });
  // Set afterwards, because the constructor drops the agent of a root without TLS.
  telegram.options.agent = openConnections(apiRoot);

  const scrub = (text: string) => text.replaceAll(token, '[token]').replaceAll(secret, '[token]');

  return {
    botId,
    apiRoot,
    scrub,
    fileUrl: (path) => `${apiRoot}file/bot${token}/${path.split('/').map(encodeURIComponent).join('/')}`,
    async call(method, payload, { withinMs = answerWithinMs, signal } = {}) {
      const limit = AbortSignal.timeout(withinMs);
      const until = signal === undefined ? limit : AbortSignal.any([signal, limit]);
      try {
        const result = await telegram.callApi(method, payload, {
          // telegraf's type is that of an old stand-in for the built-in class, which it takes as well.
          signal: until as TelegrafSignal,
        });
        return { kind: 'ok', result };
      } catch (error) {
        return answerOf(error, scrub);
      }
    },
  };
}

function answerOf(error: unknown, scrub: (text: string) => string): Answer {
  if (error instanceof TelegramError) {
    return {
      kind: 'refused',
      code: error.code,
      description: scrub(String(error.description)),
      retryAfterSeconds: secondsOf(error.parameters?.retry_after),
    };
  }
  const detail = scrub(error instanceof Error ? error.message : String(error));
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return { kind: code === notConnected ? 'notSent' : 'silent', detail };
}

function secondsOf(retryAfter: unknown): number | null {
  return typeof retryAfter === 'number' && Number.isFinite(retryAfter) ? Math.max(1, retryAfter) : null;
}
