import { z } from 'zod';

// What the desk reads of the Bot API's objects. Only what a delivery cannot be understood without is required: a
// malformed detail is treated as absent, so that it never costs the person the rest of the message.

function lenient<T extends z.ZodType>(schema: T) {
  return schema.optional().catch(undefined);
}

const text = lenient(z.string());
const size = lenient(z.int().nonnegative());

const chat = z.object({ id: z.int(), type: z.string() });

const sender = z.object({
  id: z.int(),
  is_bot: z.boolean().catch(false),
  first_name: text,
  last_name: text,
  language_code: text,
});
export type Sender = z.infer<typeof sender>;

const file = z.object({
  file_id: z.string().min(1),
  file_unique_id: text,
  file_size: size,
  file_name: text,
  mime_type: text,
});
export type TelegramFile = z.infer<typeof file>;

const photoSize = z.object({
  file_id: z.string().min(1),
  file_unique_id: text,
  file_size: size,
  width: z.number().catch(0),
  height: z.number().catch(0),
});

const point = z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) });

/** A stretch of a text with a meaning of its own, counted in UTF-16 units. */
const entity = z.object({
  type: z.string(),
  offset: z.int().nonnegative(),
  length: z.int().nonnegative(),
  user: lenient(z.object({ id: z.int() })),
});
// One malformed entity does not take the others with it.
const entities = lenient(z.array(entity.nullable().catch(null)));

export const message = z.object({
  message_id: z.int(),
  chat,
  from: lenient(sender),
  reply_to_message: lenient(z.object({ message_id: z.int(), chat: lenient(z.object({ id: z.int() })) })),
  /** Present when somebody else said it first, or another bot made it. */
  forward_origin: z.unknown().optional(),
  forward_date: z.unknown().optional(),
  via_bot: z.unknown().optional(),
  migrate_to_chat_id: lenient(z.int()),
  migrate_from_chat_id: lenient(z.int()),
  media_group_id: text,
  text,
  entities,
  caption: text,
  caption_entities: entities,
  photo: lenient(z.array(photoSize).min(1)),
  document: lenient(file),
  voice: lenient(file),
  video: lenient(file),
  audio: lenient(file),
  animation: lenient(file),
  video_note: lenient(file),
  location: lenient(point),
  venue: lenient(z.object({ title: z.string(), address: z.string() })),
  contact: lenient(
    z.object({ phone_number: z.string(), first_name: text, last_name: text, user_id: lenient(z.int()) }),
  ),
  sticker: lenient(z.object({ emoji: text })),
  poll: lenient(z.object({ question: z.string() })),
  dice: lenient(z.object({ emoji: z.string() })),
});
export type TelegramMessage = z.infer<typeof message>;

/** So much of a press that it can at least be acknowledged. */
export const press = z.object({ id: z.string().min(1) });

export const callbackQuery = z.object({
  id: z.string().min(1),
  from: sender,
  message: lenient(z.object({ message_id: z.int(), chat })),
  data: text,
});

export const membership = z.object({
  chat,
  from: lenient(sender),
  old_chat_member: lenient(z.object({ status: z.string() })),
  new_chat_member: z.object({ status: z.string() }),
});

export const envelope = z.object({
  update_id: lenient(z.int()),
  message: z.unknown().optional(),
  edited_message: z.unknown().optional(),
  callback_query: z.unknown().optional(),
  my_chat_member: z.unknown().optional(),
});

/** The kinds of update that we ask Telegram for: the others would only be stored and ignored. */
export const wantedUpdates = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;
