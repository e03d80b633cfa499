import { phoneDigits } from '../../rules/identity/phone-number.ts';
import type { AnnouncedFile, IncomingContent } from '../port.ts';
import { platformLimitBytes, refOf } from './file-ref.ts';
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
  // A venue arrives with a `location` beside it.
  if (said.location) {
    const label = said.venue === undefined ? null : `${said.venue.title}, ${said.venue.address}`;
    return { kind: 'place', latitude: said.location.latitude, longitude: said.location.longitude, label };
  }
  const card = cardOf(said);
  if (card !== null) return card;

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
  return photo === undefined ? null : announced({ ...photo, file_name: undefined }, name, 'image/jpeg');
}

function announced(
  file: Omit<TelegramFile, 'mime_type'> & { mime_type?: string | undefined },
  name: string,
  mediaType: string | null,
): AnnouncedFile {
  const size = file.file_size ?? null;
  return {
    ref: refOf(file),
    name: file.file_name?.trim() || name,
    mediaType: file.mime_type ?? mediaType,
    size,
    ...(size !== null && size > platformLimitBytes ? { limitBytes: platformLimitBytes } : {}),
  };
}

/**
 * A telephone number with a name. Telegram itself finds the account of the number, so a card of the sender's own account
 * is proof; one that was passed on or made by another bot says only what somebody said.
 */
function cardOf(said: TelegramMessage): IncomingContent | null {
  const { contact } = said;
  const phone = contact === undefined ? null : phoneDigits(contact.phone_number);
  if (contact === undefined || phone === null) return null;
  const isFirstHand =
    said.forward_origin === undefined && said.forward_date === undefined && said.via_bot === undefined;
  const isOwn = contact.user_id !== undefined && contact.user_id === said.from?.id;
  const name = [contact.first_name, contact.last_name].filter(Boolean).join(' ').trim();
  return { kind: 'contactCard', name: name || null, phone, isVouched: isFirstHand && isOwn };
}

function describe(said: TelegramMessage): string {
  if (said.venue) return `địa điểm ${said.venue.title}, ${said.venue.address}`;
  if (said.contact) return 'danh thiếp không có số điện thoại';
  if (said.sticker) return ['nhãn dán', said.sticker.emoji].filter(Boolean).join(' ');
  if (said.poll) return `cuộc bình chọn “${said.poll.question}”`;
  if (said.dice) return `biểu tượng ${said.dice.emoji}`;
  return 'nội dung này';
}
