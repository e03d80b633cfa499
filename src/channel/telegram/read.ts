import type { Incoming, Reading } from '../port.ts';
import { contentOf, isServiceMessage } from './content.ts';
import { callbackQuery, envelope, membership, message, type Sender } from './update.ts';

/** Reads one update of the Bot API. Pure and total: what the desk has no use for is `ignored` with the reason. */
export function read(body: unknown): Reading {
  const update = envelope.safeParse(body).data;
  if (update === undefined) return ignored('malformed');
  if (update.message !== undefined) return readMessage(update.message);
  if (update.edited_message !== undefined) return readEdit(update.edited_message);
  if (update.callback_query !== undefined) return readPress(update.callback_query);
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

  const chatId =
    message.safeParse(read.message ?? read.edited_message).data?.chat.id ??
    callbackQuery.safeParse(read.callback_query).data?.message?.chat.id ??
    membership.safeParse(read.my_chat_member).data?.chat.id;
  return { updateId: String(read.update_id), conversationAddress: chatId === undefined ? null : String(chatId) };
}

function readMessage(body: unknown): Reading {
  const said = message.safeParse(body).data;
  if (said === undefined) return ignored('malformed');
  if (said.chat.type !== 'private') return ignored('groupChat');
  if (said.from?.is_bot) return ignored('fromABot');

  const content = contentOf(said);
  if (content.kind === 'unsupported' && isServiceMessage(body)) return ignored('serviceMessage');
  return {
    kind: 'message',
    message: {
      address: String(said.chat.id),
      // The id of a private chat is the id of the person in it.
      sender: said.from ? senderOf(said.from) : { id: String(said.chat.id), displayName: null, languageHint: null },
      providerMessageId: String(said.message_id),
      repliesTo: said.reply_to_message ? String(said.reply_to_message.message_id) : null,
      content,
    },
  };
}

function readEdit(body: unknown): Reading {
  const said = message.safeParse(body).data;
  if (said === undefined) return ignored('malformed');
  if (said.chat.type !== 'private') return ignored('groupChat');
  if (said.from?.is_bot) return ignored('fromABot');

  const text = said.text ?? said.caption ?? (contentOf(said).kind === 'files' ? '' : undefined);
  // A live location is "edited" each time the person moves.
  if (text === undefined) return ignored('editWithoutText');
  return { kind: 'edit', address: String(said.chat.id), providerMessageId: String(said.message_id), text };
}

function readPress(body: unknown): Reading {
  const press = callbackQuery.safeParse(body).data;
  if (press === undefined) return ignored('malformed');
  if (press.message === undefined) return ignored('pressWithoutMessage');
  if (press.message.chat.type !== 'private') return ignored('groupChat');
  if (press.from.is_bot) return ignored('fromABot');
  if (press.data === undefined) return ignored('pressWithoutValue');
  return {
    kind: 'message',
    message: {
      address: String(press.message.chat.id),
      sender: senderOf(press.from),
      providerMessageId: null,
      // A press answers the message that carries the button.
      repliesTo: String(press.message.message_id),
      content: { kind: 'choice', value: press.data, acknowledge: press.id },
    },
  };
}

function readMembership(body: unknown): Reading {
  const change = membership.safeParse(body).data;
  if (change === undefined) return ignored('malformed');
  if (change.chat.type !== 'private') return ignored('groupChat');
  return ignored(change.new_chat_member.status === 'kicked' ? 'personBlockedTheBot' : 'personAllowsTheBot');
}

function senderOf(from: Sender): Incoming['sender'] {
  const displayName = [from.first_name, from.last_name].filter(Boolean).join(' ').trim();
  return { id: String(from.id), displayName: displayName || null, languageHint: from.language_code ?? null };
}

function kindOf(body: unknown): string {
  const key = Object.keys(Object(body)).find((name) => name !== 'update_id');
  return key !== undefined && /^\w{1,40}$/.test(key) ? `:${key}` : '';
}

function ignored(because: string): Reading {
  return { kind: 'ignored', because };
}
