import type { Channel, Pace } from '../port.ts';
import { openButtonSeal } from './button-seal.ts';
import { openClient, type TelegramClient } from './client.ts';
import { fetchFile } from './fetch-file.ts';
import { platformLimitBytes } from './file-ref.ts';
import { openFloodJudge } from './flood.ts';
import { withoutGroupWords } from './group.ts';
import { read } from './read.ts';
import { render } from './render.ts';
import { send } from './send.ts';

/** The Telegram channel, and what polling, setting up and the webhook need beside it. */
export interface TelegramChannel extends Channel {
  readonly name: 'telegram';
  readonly client: TelegramClient;
  /** A delivery without what is said in groups: keep this, and not what came. */
  keepable(rawBody: string): string;
}

const courtesyWithinMs = 5_000;

/** What the Bot API's guide allows: 30 messages a second, one a second to a chat, 20 a minute to a group. */
const pace: Pace = {
  account: { messages: 30, perMilliseconds: 1000 },
  chat: { messages: 1, perMilliseconds: 1000 },
  group: { messages: 20, perMilliseconds: 60_000 },
};

// More is refused, and with it the whole acknowledgement.
const longestNotice = 200;

/**
 * The channel of one bot. Makes no call, so it opens while Telegram is out of reach: the account is the public half of
 * the token. Throws only for a token of the wrong form, and does not repeat it.
 */
export function openTelegram(options: {
  token: string;
  apiRoot: string;
  /** The bot's user name, by which groups call it; null while it is not known. */
  userName?: () => string | null;
  fetchFileLimitBytes?: number;
  answerWithinMs?: number;
}): TelegramChannel {
  const client = openClient(options);
  const limitBytes = Math.min(options.fetchFileLimitBytes ?? platformLimitBytes, platformLimitBytes);
  const seal = openButtonSeal(options.token);
  const sender = { client, seal, judgeFlood: openFloodJudge() };
  const me = () => ({ id: client.botId, userName: options.userName?.() ?? null });

  return {
    name: 'telegram',
    account: client.botId,
    client,
    resending: 'doubles',
    pace,
    // Over several connections the later of two deliveries may come first by some milliseconds.
    gatherMilliseconds: 40,
    read: (body) => read(body, { me: me(), seal }),
    keepable: (rawBody) => withoutGroupWords(rawBody, me()),
    render,
    send: (address, part, open) => send(sender, address, part, open),
    fetchFile: (ref) => fetchFile(client, ref, limitBytes),
    async showTyping(address) {
      await client.call('sendChatAction', { chat_id: address, action: 'typing' }, { withinMs: courtesyWithinMs });
    },
    async acknowledgeChoice(acknowledge, words) {
      const text = words === undefined ? {} : { text: words.slice(0, longestNotice) };
      await client.call(
        'answerCallbackQuery',
        { callback_query_id: acknowledge, ...text },
        { withinMs: courtesyWithinMs },
      );
    },
  };
}
