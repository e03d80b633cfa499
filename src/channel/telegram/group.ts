import { callbackQuery, envelope, membership, message, type TelegramMessage } from './update.ts';

/** Who the bot is. The name is null until Telegram has told it. */
export interface Me {
  id: string;
  userName: string | null;
}

/**
 * The commands and mentions in a message of a group that are meant for the bot: all that it reacts to there. While it
 * does not know its own name, any bot's name may be its own.
 */
export function callsForUs(said: TelegramMessage, me: Me): string[] {
  const words = said.text ?? said.caption ?? '';
  const entities = (said.text === undefined ? said.caption_entities : said.entities) ?? [];
  return entities.flatMap((entity) => {
    if (entity === null) return [];
    const piece = words.slice(entity.offset, entity.offset + entity.length);
    switch (entity.type) {
      case 'bot_command': {
        const [command = '', name] = piece.split('@');
        return command.startsWith('/') && (name === undefined || isOurs(name, me)) ? [piece] : [];
      }
      case 'mention':
        return piece.startsWith('@') && isOurs(piece.slice(1), me) ? [piece] : [];
      case 'text_mention':
        return String(entity.user?.id) === me.id ? ['/menu'] : [];
      default:
        return [];
    }
  });
}

function isOurs(name: string, me: Me): boolean {
  return me.userName === null ? /bot$/i.test(name) : name.toLowerCase() === me.userName.toLowerCase();
}

const namesAGroup = /"type"\s*:\s*"(group|supergroup|channel)"/;

/**
 * A delivery as it may be kept. Of what is said in a group only who called the bot stays, and where; everything from a
 * private chat, and whatever is not understood as a delivery, stays as it came.
 */
export function withoutGroupWords(rawBody: string, me: Me): string {
  // Looked for before the body is parsed: nearly everything comes from private chats.
  if (!namesAGroup.test(rawBody)) return rawBody;
  const body = parsed(rawBody);
  const update = envelope.safeParse(body).data;
  if (update?.update_id === undefined) return rawBody;

  const { update_id } = update;
  const said = message.safeParse(update.message ?? update.edited_message).data;
  if (said !== undefined) {
    if (said.chat.type === 'private') return rawBody;
    const kind = update.message === undefined ? 'edited_message' : 'message';
    return JSON.stringify({ update_id, [kind]: withoutWords(said, me) });
  }
  const press = callbackQuery.safeParse(update.callback_query).data;
  if (press?.message !== undefined) {
    if (press.message.chat.type === 'private') return rawBody;
    const from = { id: press.from.id, is_bot: press.from.is_bot };
    return JSON.stringify({ update_id, callback_query: { id: press.id, from, message: press.message } });
  }
  const change = membership.safeParse(update.my_chat_member).data;
  if (change !== undefined) {
    if (change.chat.type === 'private') return rawBody;
    const { chat, from, old_chat_member, new_chat_member } = change;
    const by = from === undefined ? {} : { from: { id: from.id, is_bot: from.is_bot } };
    return JSON.stringify({ update_id, my_chat_member: { chat, ...by, old_chat_member, new_chat_member } });
  }
  const kind = Object.keys(Object(body)).find((key) => key !== 'update_id');
  return JSON.stringify({ update_id, ...(kind === undefined ? {} : { [kind]: {} }) });
}

function withoutWords(said: TelegramMessage, me: Me) {
  const { message_id, chat, from, migrate_to_chat_id, migrate_from_chat_id } = said;
  let text = '';
  const entities = callsForUs(said, me).map((piece) => {
    const offset = text === '' ? 0 : text.length + 1;
    text = text === '' ? piece : `${text} ${piece}`;
    return { type: piece.startsWith('/') ? 'bot_command' : 'mention', offset, length: piece.length };
  });
  return {
    message_id,
    chat,
    ...(from === undefined ? {} : { from: { id: from.id, is_bot: from.is_bot } }),
    ...(migrate_to_chat_id === undefined ? {} : { migrate_to_chat_id }),
    ...(migrate_from_chat_id === undefined ? {} : { migrate_from_chat_id }),
    ...(entities.length === 0 ? {} : { text, entities }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
