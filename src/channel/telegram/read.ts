import type { Incoming, Reading } from '../port.ts';
import type { ButtonSeal } from './button-seal.ts';
import { contentOf, isServiceMessage } from './content.ts';
import { callsForUs, type Me } from './group.ts';
import {
  press as anyPress,
  callbackQuery,
  envelope,
  membership,
  message,
  type Sender,
  type TelegramMessage,
} from './update.ts';

/** What a reader knows of its bot. */
export interface ReaderOf {
  me: Me;
  seal: Pick<ButtonSeal, 'open'>;
}

/** Reads one update of the Bot API. Pure and total: what the desk has no use for is `ignored` with the reason. */
export function read(body: unknown, { me, seal }: ReaderOf): Reading {
  const update = envelope.safeParse(body).data;
  if (update === undefined) return ignored('malformed');
  if (update.message !== undefined) return readMessage(update.message, me);
  if (update.edited_message !== undefined) return readEdit(update.edited_message);
  if (update.callback_query !== undefined) return readPress(update.callback_query, seal);
  if (update.my_chat_member !== undefined) return readMembership(update.my_chat_member);
  return ignored(`otherKind${kindOf(body)}`);
}

/**
 * What the inbox keys a delivery by, and the chat whose order it belongs to. Null when there is no whole `update_id`:
 * such a body is not from Telegram.
 */
export function receiptOf(update: unknown): { updateId: string; conversationAddress: string | null } | null {
  const read = envelope.safeParse(update).data;
  if (read?.update_id === undefined) return null;

  const said = message.safeParse(read.message ?? read.edited_message).data;
  const press = callbackQuery.safeParse(read.callback_query).data;
  const chatId =
    // What a new chat says of the one it replaces belongs to the old one.
    said?.migrate_from_chat_id ??
    said?.chat.id ??
    // A button away from every chat can only be answered to the person.
    (press === undefined ? undefined : (press.message?.chat.id ?? press.from.id)) ??
    membership.safeParse(read.my_chat_member).data?.chat.id;
  return { updateId: String(read.update_id), conversationAddress: chatId === undefined ? null : String(chatId) };
}

function readMessage(body: unknown, me: Me): Reading {
  const said = message.safeParse(body).data;
  if (said === undefined) return ignored('malformed');
  const address = String(said.chat.id);
  if (said.migrate_to_chat_id !== undefined) return { kind: 'moved', address, to: String(said.migrate_to_chat_id) };
  if (said.migrate_from_chat_id !== undefined) {
    return { kind: 'moved', address: String(said.migrate_from_chat_id), to: address };
  }
  if (said.from?.is_bot) return ignored('fromABot');
  if (said.chat.type !== 'private') {
    return callsForUs(said, me).length > 0 ? { kind: 'group', address } : ignored('groupChat');
  }

  const content = contentOf(said);
  if (content.kind === 'unsupported' && isServiceMessage(body)) return ignored('serviceMessage');
  return {
    kind: 'message',
    message: {
      address,
      // The id of a private chat is the id of the person in it.
      sender: said.from ? senderOf(said.from) : { id: address, displayName: null, languageHint: null },
      providerMessageId: String(said.message_id),
      repliesTo: repliedTo(said),
      content,
    },
  };
}

// A message of another chat that is quoted here has a number of that chat, which may be anything's number in this one.
function repliedTo({ chat, reply_to_message: earlier }: TelegramMessage): string | null {
  if (earlier === undefined || (earlier.chat !== undefined && earlier.chat.id !== chat.id)) return null;
  return String(earlier.message_id);
}

function readEdit(body: unknown): Reading {
  const said = message.safeParse(body).data;
  if (said === undefined) return ignored('malformed');
  if (said.chat.type !== 'private') return ignored('groupChat');
  if (said.from?.is_bot) return ignored('fromABot');

  const content = contentOf(said);
  const address = String(said.chat.id);
  const providerMessageId = String(said.message_id);
  if (content.kind === 'files') {
    return { kind: 'edit', address, providerMessageId, text: content.caption, files: content.files };
  }
  const text = said.text ?? said.caption;
  // A live location is "edited" each time the person moves.
  if (text === undefined) return ignored('editWithoutText');
  return { kind: 'edit', address, providerMessageId, text };
}

function readPress(body: unknown, seal: Pick<ButtonSeal, 'open'>): Reading {
  const press = callbackQuery.safeParse(body).data;
  if (press === undefined) return ignored('malformed', anyPress.safeParse(body).data?.id);
  if (press.message === undefined) return ignored('pressWithoutMessage', press.id);
  const address = String(press.message.chat.id);
  if (press.message.chat.type !== 'private') return { kind: 'group', address, acknowledge: press.id };
  if (press.from.is_bot) return ignored('fromABot', press.id);
  if (press.data === undefined) return ignored('pressWithoutValue', press.id);

  const value = seal.open(address, press.data);
  return {
    kind: 'message',
    message: {
      address,
      sender: senderOf(press.from),
      providerMessageId: null,
      // A press answers the message that carries the button.
      repliesTo: String(press.message.message_id),
      content: {
        kind: 'choice',
        value: value ?? '',
        acknowledge: press.id,
        ...(value === null ? { isForged: true as const } : {}),
      },
    },
  };
}

function readMembership(body: unknown): Reading {
  const change = membership.safeParse(body).data;
  if (change === undefined) return ignored('malformed');
  const address = String(change.chat.id);
  // Who did it in a group is nobody's business.
  const person = change.chat.type === 'private' ? change.from : undefined;
  const sender = person ? senderOf(person) : { id: address, displayName: null, languageHint: null };
  const isIn = !isOutside(change.new_chat_member.status);
  const wasIn = change.old_chat_member === undefined ? !isIn : !isOutside(change.old_chat_member.status);

  if (!isIn) return { kind: 'presence', address, sender, change: 'blocked' };
  if (change.chat.type === 'private') return { kind: 'presence', address, sender, change: 'allowed' };
  // Only that the bot's rights in the group changed is nothing to speak of.
  return wasIn || change.chat.type === 'channel' ? ignored('groupChat') : { kind: 'group', address };
}

function isOutside(status: string): boolean {
  return status === 'left' || status === 'kicked';
}

function senderOf(from: Sender): Incoming['sender'] {
  const displayName = [from.first_name, from.last_name].filter(Boolean).join(' ').trim();
  return { id: String(from.id), displayName: displayName || null, languageHint: from.language_code ?? null };
}

function kindOf(body: unknown): string {
  const key = Object.keys(Object(body)).find((name) => name !== 'update_id');
  return key !== undefined && /^\w{1,40}$/.test(key) ? `:${key}` : '';
}

function ignored(because: string, acknowledge?: string): Reading {
  return { kind: 'ignored', because, ...(acknowledge === undefined ? {} : { acknowledge }) };
}
