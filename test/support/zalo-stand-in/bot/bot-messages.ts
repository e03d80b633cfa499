import { Refusal } from '../../telegram-stand-in/refusal.ts';
import type { Fields } from '../fields.ts';
import { monthOf } from '../local-time.ts';
import type { BotChat, BotMessage, BotWorld } from './bot-world.ts';

/** Carries out `sendMessage`. */
export function sendMessage(world: BotWorld, payload: Fields): Fields {
  const chat = chatOf(world, payload);
  if (payload.parse_mode !== undefined && payload.parse_mode !== 'markdown' && payload.parse_mode !== 'html') {
    throw badRequest('invalid parse_mode');
  }
  return deliver(world, chat, { kind: 'text', text: textOf(payload.text, 'text'), photo: null });
}

/** Carries out `sendPhoto`: the photo is fetched from its address before the answer. */
export async function sendPhoto(world: BotWorld, payload: Fields): Promise<Fields> {
  const chat = chatOf(world, payload);
  const text = payload.caption === undefined ? '' : textOf(payload.caption, 'caption');
  const photo = await fetchPhoto(String(payload.photo ?? ''));
  return deliver(world, chat, { kind: 'photo', text, photo });
}

/** Carries out `sendSticker`. */
export function sendSticker(world: BotWorld, payload: Fields): Fields {
  const chat = chatOf(world, payload);
  return deliver(world, chat, { kind: 'sticker', text: textOf(payload.sticker, 'sticker'), photo: null });
}

/** The chat of a call, if the bot may write there. */
export function chatOf(world: BotWorld, payload: Fields): BotChat {
  const chat = world.chats.get(String(payload.chat_id ?? ''));
  if (chat === undefined || !chat.started) throw badRequest('invalid chat_id');
  return chat;
}

function deliver(world: BotWorld, chat: BotChat, said: Omit<BotMessage, 'messageId' | 'at'>): Fields {
  const users = [...world.chats.values()].filter((known) => known.started);
  if (users.indexOf(chat) >= world.settings.mostUsers) throw new Refusal(429, 'Quota exceeded: users');
  const month = monthOf(world.now());
  const sent = world.sentByMonth.get(month) ?? 0;
  if (sent >= world.settings.messagesPerMonth) throw new Refusal(429, 'Quota exceeded: messages');
  world.sentByMonth.set(month, sent + 1);

  const message = { ...said, messageId: world.nextId(), at: world.now() };
  chat.received.push(message);
  const attachment = message.kind === 'text' ? null : message.kind;
  chat.timeline.push({ by: 'bot', at: message.at, text: message.text, attachment });
  for (const listener of chat.listeners) listener();
  return { message_id: message.messageId, date: message.at };
}

async function fetchPhoto(address: string): Promise<Uint8Array> {
  const response = await fetch(address).catch(() => null);
  if (response === null || !response.ok) throw badRequest('photo cannot be fetched');
  return new Uint8Array(await response.arrayBuffer());
}

function textOf(value: unknown, field: string): string {
  if (typeof value !== 'string' || value.length < 1 || value.length > 2_000) throw badRequest(`invalid ${field}`);
  return value;
}

function badRequest(why: string): Refusal {
  return new Refusal(400, `Bad Request: ${why}`);
}
