import http from 'node:http';
import { Telegram, TelegramError } from 'telegraf';
import type { Telegram as Methods, Opts } from 'telegraf/types';
import { z } from 'zod';
import { notConnected, openConnections } from './connection.ts';
import { postForm, type Upload } from './upload.ts';

/** What became of one call. Nothing is thrown, and no text in here holds the token. */
export type Answer =
  | { kind: 'ok'; result: unknown }
  | {
      kind: 'refused';
      code: number;
      description: string;
      retryAfterSeconds: number | null;
      /** The chat that took the place of the one that was asked for. */
      migratedTo: string | null;
    }
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
  /** A call that carries a file. */
  upload(
    method: string,
    fields: Readonly<Record<string, string>>,
    file: Upload,
    options?: CallOptions,
  ): Promise<Answer>;
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
  const agent = openConnections(apiRoot);
  // Set afterwards, because the constructor drops the agent of a root without TLS.
  telegram.options.agent = agent;

  const scrub = (text: string) => text.replaceAll(token, '[token]').replaceAll(secret, '[token]');

  return {
    botId,
    apiRoot,
    scrub,
    fileUrl: (path) => `${apiRoot}file/bot${token}/${path.split('/').map(encodeURIComponent).join('/')}`,
    async upload(method, fields, file, { withinMs = answerWithinMs, signal } = {}) {
      try {
        const url = `${apiRoot}bot${token}/${method}`;
        const { status, body } = await postForm(url, fields, file, { agent, signal: within(withinMs, signal) });
        return answerIn(status, body, scrub);
      } catch (error) {
        return answerOf(error, scrub);
      }
    },
    async call(method, payload, { withinMs = answerWithinMs, signal } = {}) {
      const until = within(withinMs, signal);
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

function within(milliseconds: number, signal: AbortSignal | undefined): AbortSignal {
  const limit = AbortSignal.timeout(milliseconds);
  return signal === undefined ? limit : AbortSignal.any([signal, limit]);
}

const answerBody = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  description: z.string().catch(''),
  parameters: z.object({ retry_after: z.unknown(), migrate_to_chat_id: z.unknown() }).partial().catch({}),
});

function answerIn(status: number, body: string, scrub: (text: string) => string): Answer {
  const read = answerBody.safeParse(parsed(body)).data;
  if (read?.ok === true) return { kind: 'ok', result: read.result };
  // What stands before Telegram's servers refuses in HTML; it did not pass on what it found too large.
  if (read === undefined && status < 500 && status !== 413) {
    return { kind: 'silent', detail: `The answer ${status} was not JSON` };
  }
  return {
    kind: 'refused',
    code: status,
    description: scrub(read?.description || (http.STATUS_CODES[status] ?? '')),
    retryAfterSeconds: secondsOf(read?.parameters.retry_after),
    migratedTo: chatIdOf(read?.parameters.migrate_to_chat_id),
  };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function answerOf(error: unknown, scrub: (text: string) => string): Answer {
  if (error instanceof TelegramError) {
    return {
      kind: 'refused',
      code: error.code,
      description: scrub(String(error.description)),
      retryAfterSeconds: secondsOf(error.parameters?.retry_after),
      migratedTo: chatIdOf(error.parameters?.migrate_to_chat_id),
    };
  }
  const detail = scrub(error instanceof Error ? error.message : String(error));
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return { kind: code === notConnected ? 'notSent' : 'silent', detail };
}

function chatIdOf(id: unknown): string | null {
  return typeof id === 'number' && Number.isSafeInteger(id) ? String(id) : null;
}

function secondsOf(retryAfter: unknown): number | null {
  return typeof retryAfter === 'number' && Number.isFinite(retryAfter) ? Math.max(1, retryAfter) : null;
}
