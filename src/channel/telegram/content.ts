import type { AnnouncedFile, IncomingContent } from '../port.ts';
import type { TelegramFile, TelegramMessage } from './update.ts';

/** What a message says. Anything that has no reading of its own is `unsupported`, with its caption kept. */
export function contentOf(said: TelegramMessage): IncomingContent {
  if (said.text !== undefined) return { kind: 'text', text: withoutMention(said.text) };

  const file = fileOf(said);
  if (file !== null) {
    const album = said.media_group_id;
    return {
      kind: 'files',
      caption: said.caption ?? '',
      files: [file],
      ...(album === undefined ? {} : { album }),
    };
  }
  const what = describe(said);
  return { kind: 'unsupported', what: said.caption ? `${what}: ${said.caption}` : what };
}

/** Whether the message reports an act in the chat (a pin, a new timer) rather than something said in it. */
export function isServiceMessage(body: unknown): boolean {
  return Object.keys(Object(body)).some((key) => serviceKeys.test(key));
}

const serviceKeys =
  /^(new_chat_|left_chat_|delete_chat_photo|group_chat_created|supergroup_chat_created|channel_chat_created|message_auto_delete_timer_changed|migrate_|pinned_message|successful_payment|refunded_payment|users_shared|chat_shared|write_access_allowed|connected_website|passport_data|proximity_alert_triggered|boost_added|chat_background_set|forum_topic_|general_forum_topic_|giveaway|video_chat_|web_app_data)/;

// A phone offers commands as `/huy@TenBot` too; the mention carries nothing in a private chat.
function withoutMention(text: string): string {
  return text.replace(/^(\/\w+)@\w+/, '$1');
}

// An animation arrives with a `document` beside it, for old clients: the more exact kind goes first.
function fileOf(said: TelegramMessage): AnnouncedFile | null {
  const id = said.message_id;
  if (said.photo) return largest(said.photo, `anh-${id}.jpg`);
  if (said.animation) return announced(said.animation, `anh-dong-${id}.mp4`, 'video/mp4');
  if (said.document) return announced(said.document, `tep-${id}`, null);
  if (said.voice) return announced(said.voice, `ghi-am-${id}.ogg`, 'audio/ogg');
  if (said.video) return announced(said.video, `video-${id}.mp4`, 'video/mp4');
  if (said.audio) return announced(said.audio, `am-thanh-${id}.mp3`, 'audio/mpeg');
  if (said.video_note) return announced(said.video_note, `video-${id}.mp4`, 'video/mp4');
  return null;
}

function largest(sizes: NonNullable<TelegramMessage['photo']>, name: string): AnnouncedFile | null {
  const [photo] = sizes.toSorted((a, b) => b.width * b.height - a.width * a.height);
  if (photo === undefined) return null;
  return { ref: photo.file_id, name, mediaType: 'image/jpeg', size: photo.file_size ?? null };
}

function announced(file: TelegramFile, name: string, mediaType: string | null): AnnouncedFile {
  return {
    ref: file.file_id,
    name: file.file_name?.trim() || name,
    mediaType: file.mime_type ?? mediaType,
    size: file.file_size ?? null,
  };
}

// A venue arrives with a `location` beside it.
function describe(said: TelegramMessage): string {
  if (said.venue) return `địa điểm ${said.venue.title}, ${said.venue.address}`;
  if (said.location) return `vị trí ${said.location.latitude}, ${said.location.longitude}`;
  if (said.contact) {
    const name = [said.contact.first_name, said.contact.last_name].filter(Boolean).join(' ');
    return `danh thiếp ${name}, ${said.contact.phone_number}`;
  }
  if (said.sticker) return ['nhãn dán', said.sticker.emoji].filter(Boolean).join(' ');
  if (said.poll) return `cuộc bình chọn “${said.poll.question}”`;
  if (said.dice) return `biểu tượng ${said.dice.emoji}`;
  return 'nội dung này';
}
