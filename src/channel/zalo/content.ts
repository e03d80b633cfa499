import type { Attachment } from 'zalo-api-client';
import type { AnnouncedFile, IncomingContent } from '../port.ts';
import { mostFileBytes } from './fetch-file.ts';

/** What a message of a person holds: its words and what is attached to it. Nothing that arrives is without a value. */
export function contentOf({
  messageId,
  text = '',
  attachments,
}: {
  messageId: string;
  text?: string;
  attachments: readonly Attachment[];
}): IncomingContent {
  const words = [text, ...attachments.flatMap(wordsOf)].filter(isFirst).join('\n');
  const files = attachments.flatMap((attachment, index) => fileOf(attachment, messageId, index) ?? []);
  if (files.length > 0) return { kind: 'files', caption: words, files };

  const [detail] = attachments.flatMap((attachment) => detailOf(attachment, text || null) ?? []);
  if (detail !== undefined) return detail;

  const [other] = attachments.filter(({ type }) => type !== 'link');
  if (other === undefined && words.trim() !== '') return { kind: 'text', text: words };
  const what = other === undefined ? 'tin nhắn trống' : names[other.type];
  return { kind: 'unsupported', what: words.trim() === '' ? what : `${what}: ${words}` };
}

function detailOf(attachment: Attachment, text: string | null): IncomingContent | null {
  if (attachment.type === 'location' && isOnEarth(attachment)) {
    const { latitude, longitude } = attachment;
    return { kind: 'place', latitude, longitude, label: text };
  }
  if (attachment.type !== 'businessCard') return null;
  const phone = (attachment.phone ?? '').replace(/\D/g, '');
  return phone === '' ? null : { kind: 'contactCard', name: text, phone, isVouched: false };
}

function isOnEarth({ latitude, longitude }: { latitude: number; longitude: number }): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}

const names: Record<Attachment['type'], string> = {
  image: 'ảnh',
  gif: 'ảnh động',
  audio: 'ghi âm',
  video: 'video',
  link: 'liên kết',
  sticker: 'nhãn dán',
  location: 'vị trí',
  file: 'tệp',
  businessCard: 'danh thiếp',
  template: 'tin theo mẫu',
  unknown: 'nội dung này',
};

// A link is something said: its address often stands in the text as well, and its description seldom does.
function wordsOf(attachment: Attachment): string[] {
  if (attachment.type === 'link') return [attachment.description ?? '', attachment.url];
  return attachment.type === 'video' ? [attachment.description ?? ''] : [];
}

function isFirst(words: string, index: number, all: readonly string[]): boolean {
  return words.trim() !== '' && !all.slice(0, index).some((earlier) => earlier.includes(words));
}

function fileOf(attachment: Attachment, messageId: string, index: number): AnnouncedFile | null {
  const named = (kind: string, ending: string) => `${kind}-${messageId}${index === 0 ? '' : `-${index + 1}`}${ending}`;
  switch (attachment.type) {
    case 'image':
      return { ref: attachment.url, name: named('anh', '.jpg'), mediaType: 'image/jpeg', size: null };
    case 'gif':
      return { ref: attachment.url, name: named('anh-dong', '.gif'), mediaType: 'image/gif', size: null };
    case 'audio':
      return { ref: attachment.url, name: named('ghi-am', '.amr'), mediaType: 'audio/amr', size: null };
    case 'video':
      return { ref: attachment.url, name: named('video', '.mp4'), mediaType: 'video/mp4', size: null };
    case 'file': {
      const { url, name, sizeBytes } = attachment;
      const isSize = Number.isInteger(sizeBytes) && sizeBytes !== undefined && sizeBytes >= 0 && sizeBytes < 2 ** 31;
      // The platform's `type` is an ending, not a media type.
      return {
        ref: url,
        name: name?.trim() || named('tep', ''),
        mediaType: null,
        size: isSize ? sizeBytes : null,
        ...(isSize && sizeBytes > mostFileBytes ? { limitBytes: mostFileBytes } : {}),
      };
    }
    default:
      return null;
  }
}
