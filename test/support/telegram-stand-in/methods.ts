import { type Payload, structured, wholeNumber } from './body.ts';
import { editMessageText, openChat, sendDocument, sendMessage, sendPhoto } from './messages.ts';
import { badRequest } from './refusal.ts';
import type { World } from './world.ts';

/** One method of the Bot API: answers its result or throws a `Refusal`. `gone` aborts when the caller hangs up. */
export type Method = (world: World, payload: Payload, gone: AbortSignal) => unknown;

const downloadLimitBytes = 20 * 1024 * 1024;

/** The language of a menu for everybody; that of one chat goes by `chat` and its id. */
function whoseCommands(payload: Payload): string {
  const scope = structured(payload.scope) as { type?: string; chat_id?: number | string } | undefined;
  const language = String(payload.language_code ?? '');
  return scope?.type === 'chat' ? `chat ${scope.chat_id}${language}` : language;
}

export const methods: Readonly<Record<string, Method>> = {
  getMe: (world) => ({ ...world.bot, can_join_groups: true, supports_inline_queries: false }),
  sendMessage,
  sendDocument,
  sendPhoto,
  editMessageText,
  sendChatAction(world, payload) {
    if (typeof payload.action !== 'string' || payload.action === '')
      throw badRequest('wrong parameter action in request');
    openChat(world, payload).typingCount += 1;
    return true;
  },
  answerCallbackQuery(world, payload) {
    const id = String(payload.callback_query_id ?? '');
    if (!world.presses.has(id)) {
      throw badRequest('query is too old and response timeout expired or query ID is invalid');
    }
    const text = String(payload.text ?? '');
    if (text.length > 200) throw badRequest('MESSAGE_TOO_LONG');
    world.presses.set(id, true);
    if (text !== '') world.notices.set(id, text);
    return true;
  },
  setMyCommands(world, payload) {
    const commands = structured(payload.commands);
    if (!Array.isArray(commands) || commands.length > 100) throw badRequest("can't parse commands: expected an Array");
    for (const { command, description } of commands) {
      if (!/^[a-z0-9_]{1,32}$/.test(String(command))) throw badRequest('BOT_COMMAND_INVALID');
      if (typeof description !== 'string' || description.length < 1 || description.length > 256) {
        throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
      }
    }
    world.commands.set(whoseCommands(payload), commands);
    return true;
  },
  deleteMyCommands(world, payload) {
    world.commands.delete(whoseCommands(payload));
    return true;
  },
  getMyCommands: (world, payload) => world.commands.get(whoseCommands(payload)) ?? [],
  setWebhook(world, payload) {
    const url = String(payload.url ?? '');
    const secret = payload.secret_token === undefined ? null : String(payload.secret_token);
    const dropPending = String(payload.drop_pending_updates) === 'true';
    if (url === '') {
      world.updates.setWebhook(null, dropPending);
      return true;
    }
    if (!URL.canParse(url)) throw badRequest('bad webhook: invalid webhook URL specified');
    if (secret !== null && !/^[\w-]{1,256}$/.test(secret))
      throw badRequest('secret token contains unallowed characters');
    const allowed = structured(payload.allowed_updates);
    const maxConnections = Math.min(100, Math.max(1, wholeNumber(payload.max_connections, 40)));
    const wanted = Array.isArray(allowed) ? allowed.map(String) : null;
    world.updates.setWebhook({ url, secret, maxConnections, allowed: wanted }, dropPending);
    return true;
  },
  deleteWebhook(world, payload) {
    world.updates.setWebhook(null, String(payload.drop_pending_updates) === 'true');
    return true;
  },
  getWebhookInfo({ updates }) {
    const { webhook, lastError } = updates;
    return {
      url: webhook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: updates.pendingCount,
      ...(webhook === null ? {} : { max_connections: webhook.maxConnections }),
      ...(webhook?.allowed ? { allowed_updates: webhook.allowed } : {}),
      ...(lastError === null
        ? {}
        : { last_error_date: Math.floor(lastError.at / 1_000), last_error_message: lastError.message }),
    };
  },
  getUpdates: (world, payload, gone) =>
    world.updates.take(
      {
        offset: wholeNumber(payload.offset, 0),
        limit: Math.min(100, Math.max(1, wholeNumber(payload.limit, 100))),
        timeoutSeconds: Math.max(0, wholeNumber(payload.timeout, 0)),
      },
      gone,
    ),
  getFile(world, payload) {
    const id = String(payload.file_id ?? '');
    const file = world.files.get(id);
    if (file === undefined) throw badRequest('wrong file_id or the file is temporarily unavailable');
    if (file.size > downloadLimitBytes) throw badRequest('file is too big');
    return { file_id: id, file_unique_id: `u${id}`, file_size: file.size, file_path: file.path };
  },
};
