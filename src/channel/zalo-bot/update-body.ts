import type { BotUpdate } from 'zalo-api-client';

/** A polled update as the webhook would have brought it: the inbox keeps one form, whichever way it came. */
export function updateBody(update: BotUpdate): unknown {
  if (update.kind === 'unknown' || update.kind === 'malformed') return update.raw;
  const { eventName, chatId, isPrivate, messageId, from, sentAt } = update;
  return {
    event_name: eventName,
    message: {
      from: { id: from.id, display_name: from.displayName, is_bot: from.isBot },
      chat: { id: chatId, chat_type: isPrivate ? 'PRIVATE' : 'GROUP' },
      ...contentOf(update),
      message_id: messageId,
      date: sentAt?.getTime(),
    },
  };
}

function contentOf(update: Exclude<BotUpdate, { kind: 'unknown' | 'malformed' }>): object {
  switch (update.kind) {
    case 'text':
      return { text: update.text };
    case 'image':
      return { photo: update.photoUrl, caption: update.caption };
    case 'sticker':
      return { sticker: update.stickerId, url: update.url };
    case 'voice':
      return { voice_url: update.voiceUrl };
    case 'unsupported':
      return {};
  }
}
