import { parseJson } from '../json.ts';
import { normalizePhone } from '../phone.ts';
import { type Fields, fieldsOf, idOf, listOf, numberOf, present, textOf } from '../read.ts';

/** Something attached to a message. Links are on Zalo's media hosts and may expire: copy at once what is to be kept. */
export type Attachment =
  | { readonly type: 'image' | 'gif'; readonly url: string; readonly thumbnailUrl?: string }
  | { readonly type: 'audio'; readonly url: string }
  | { readonly type: 'video'; readonly url: string; readonly thumbnailUrl?: string; readonly description?: string }
  | { readonly type: 'link'; readonly url: string; readonly thumbnailUrl?: string; readonly description?: string }
  | { readonly type: 'sticker'; readonly id?: string; readonly url?: string }
  | { readonly type: 'location'; readonly latitude: number; readonly longitude: number }
  | FileAttachment
  /** Somebody's card, which need not be the sender's. The name on it is the text of the message. */
  | { readonly type: 'businessCard'; readonly phone?: string; readonly qrCodeUrl?: string; readonly url?: string }
  | { readonly type: 'template'; readonly text?: string; readonly linkUrl?: string; readonly zinstantId?: string }
  | { readonly type: 'unknown'; readonly named?: string; readonly raw: unknown };

export interface FileAttachment {
  readonly type: 'file';
  readonly url: string;
  readonly name?: string;
  readonly sizeBytes?: number;
  /** An MD5 of the content, as the platform writes it. */
  readonly checksum?: string;
  /** What the platform claims the content to be. */
  readonly contentType?: string;
}

/** Reads `message.attachments`. What cannot be read is kept as `unknown`. */
export function readAttachments(value: unknown): Attachment[] {
  return listOf(value).map((raw) => readAttachment(raw) ?? present({ type: 'unknown', named: namedIn(raw), raw }));
}

function namedIn(raw: unknown): string | undefined {
  return textOf(fieldsOf(raw).type);
}

function readAttachment(raw: unknown): Attachment | undefined {
  const payload = fieldsOf(fieldsOf(raw).payload);
  const url = textOf(payload.url);
  const seen = { thumbnailUrl: textOf(payload.thumbnail), description: textOf(payload.description) };
  switch (namedIn(raw)) {
    case 'image':
      return url === undefined ? undefined : present({ type: 'image', url, thumbnailUrl: seen.thumbnailUrl });
    case 'gif':
      return url === undefined ? undefined : present({ type: 'gif', url, thumbnailUrl: seen.thumbnailUrl });
    case 'audio':
      return url === undefined ? undefined : { type: 'audio', url };
    case 'video':
      return url === undefined ? undefined : present({ type: 'video', url, ...seen });
    case 'link':
      return readCard(payload) ?? (url === undefined ? undefined : present({ type: 'link', url, ...seen }));
    case 'sticker':
      return present({ type: 'sticker', id: idOf(payload.id), url });
    case 'location':
      return readLocation(payload);
    case 'file':
      return url === undefined ? undefined : readFile(payload, url);
    case 'template':
      return present({
        type: 'template',
        text: textOf(payload.text),
        linkUrl: textOf(payload.link_url),
        zinstantId: idOf(payload.zinstant_id),
      });
    default:
      return undefined;
  }
}

/** A card arrives as a link whose description is JSON with a phone number. */
function readCard(payload: Fields): Attachment | undefined {
  const card = fieldsOf(parseJson(textOf(payload.description) ?? ''));
  const phone = idOf(card.phone);
  if (phone === undefined) return undefined;
  return present({
    type: 'businessCard',
    phone: normalizePhone(phone) ?? phone,
    qrCodeUrl: textOf(card.qrCodeUrl),
    url: textOf(payload.url),
  });
}

function readLocation(payload: Fields): Attachment | undefined {
  const coordinates = fieldsOf(payload.coordinates);
  const latitude = numberOf(coordinates.latitude);
  const longitude = numberOf(coordinates.longitude);
  return latitude === undefined || longitude === undefined ? undefined : { type: 'location', latitude, longitude };
}

function readFile(payload: Fields, url: string): FileAttachment {
  return present({
    type: 'file',
    url,
    name: textOf(payload.name),
    sizeBytes: numberOf(payload.size),
    checksum: textOf(payload.checksum),
    contentType: textOf(payload.type),
  });
}
