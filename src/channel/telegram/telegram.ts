import type { Channel } from '../port.ts';
import { openClient, type TelegramClient } from './client.ts';
import { fetchFile, platformLimitBytes } from './fetch-file.ts';
import { read } from './read.ts';
import { render } from './render.ts';
import { send } from './send.ts';

/** The Telegram channel, and its client for polling and setting up. */
export interface TelegramChannel extends Channel {
  readonly name: 'telegram';
  readonly client: TelegramClient;
}

const courtesyWithinMs = 5_000;

/**
 * The channel of one bot. Makes no call, so it opens while Telegram is out of reach: the account is the public half of
 * the token. Throws only for a token of the wrong form, and does not repeat it.
 */
export function openTelegram(options: {
  token: string;
  apiRoot: string;
  fetchFileLimitBytes?: number;
  answerWithinMs?: number;
}): TelegramChannel {
  const client = openClient(options);
  const limitBytes = Math.min(options.fetchFileLimitBytes ?? platformLimitBytes, platformLimitBytes);

  return {
    name: 'telegram',
    account: client.botId,
    client,
    resending: 'doubles',
    read,
    render,
    send: (address, part) => send(client, address, part),
    fetchFile: (ref) => fetchFile(client, ref, limitBytes),
    async showTyping(address) {
      await client.call('sendChatAction', { chat_id: address, action: 'typing' }, { withinMs: courtesyWithinMs });
    },
    async acknowledgeChoice(acknowledge) {
      await client.call('answerCallbackQuery', { callback_query_id: acknowledge }, { withinMs: courtesyWithinMs });
    },
  };
}
