import { asTelegram } from './messages.ts';
import { asText, type Sent } from './person.ts';
import { type BotMessage, type Chat, chatAsTelegram, newChat, type World } from './world.ts';

/** A group of people. Telegram shows the bot everything in it, as it does to bots without privacy mode. */
export interface Group {
  readonly chatId: number;
  /** What the bot said in it, oldest first. */
  readonly received: readonly BotMessage[];
  /** Somebody lets the bot in. */
  addBot(): Sent;
  removeBot(): Sent;
  /** Somebody writes; commands and mentions are marked as Telegram does. */
  write(text: string): Sent;
  /** Somebody presses a button under the bot's last message. */
  press(data: string): Sent;
  /** The group becomes a supergroup with another id. */
  migrate(): Group;
}

export function openGroup(world: World, chat: Chat, supergroup: (chat: Chat) => Group): Group {
  const someone = { id: 5_000_000_001, is_bot: false, first_name: 'Lê Văn Bình', language_code: 'vi' };
  const seconds = () => Math.floor(world.now() / 1_000);

  function send(content: Record<string, unknown>): Sent {
    chat.lastMessageId += 1;
    const messageId = chat.lastMessageId;
    chat.timeline.push({ by: 'person', at: world.now(), text: String(content.text ?? ''), attachment: null, rows: [] });
    const message = { message_id: messageId, from: someone, chat: chatAsTelegram(chat), date: seconds(), ...content };
    return { messageId, ...world.updates.push(chat.id, { message }) };
  }

  function membership(from: string, to: string): Sent {
    const member = (status: string) => ({ user: world.bot, status });
    const my_chat_member = {
      chat: chatAsTelegram(chat),
      from: someone,
      date: seconds(),
      old_chat_member: member(from),
      new_chat_member: member(to),
    };
    return { messageId: 0, ...world.updates.push(chat.id, { my_chat_member }) };
  }

  return {
    chatId: chat.id,
    get received() {
      return chat.received;
    },
    addBot() {
      chat.started = true;
      chat.blocked = false;
      return membership('left', 'member');
    },
    removeBot() {
      chat.blocked = true;
      return membership('member', 'kicked');
    },
    write: (text) => send(asText(text)),
    press(data) {
      const message = chat.received.at(-1);
      if (message === undefined) throw new Error('The bot has said nothing in this group');
      const id = String(4_382_000_000_000_000 + world.presses.size);
      world.presses.set(id, false);
      const callback_query = {
        id,
        from: someone,
        message: asTelegram(world, chat, message),
        chat_instance: String(-chat.id),
        data,
      };
      return { messageId: message.messageId, ...world.updates.push(chat.id, { callback_query }) };
    },
    migrate() {
      const next = newChat({ id: -1_002_000_000_000 + chat.id, type: 'supergroup', name: chat.name, started: true });
      world.chats.set(next.id, next);
      chat.migratedTo = next.id;
      send({ migrate_to_chat_id: next.id });
      next.lastMessageId += 1;
      world.updates.push(next.id, {
        message: {
          message_id: next.lastMessageId,
          from: someone,
          chat: chatAsTelegram(next),
          date: seconds(),
          migrate_from_chat_id: chat.id,
        },
      });
      return supergroup(next);
    },
  };
}
