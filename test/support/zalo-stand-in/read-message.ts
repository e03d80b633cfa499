import { takeAsset } from './assets.ts';
import { addressOf, type Fields, fieldsOf, invalid, listOf, optionalText, refused, textOf } from './fields.ts';
import { readButtons, readDefaultAction } from './read-buttons.ts';
import type { ListElement, OaMessage, User, World } from './world.ts';

export type Said = Omit<OaMessage, 'messageId' | 'at'>;

const plain: Said = {
  kind: 'text',
  text: '',
  buttons: [],
  elements: [],
  imageUrl: null,
  file: null,
  quotes: null,
  template: null,
};

/** Reads the `message` of a consultation message as strictly as Zalo does, or refuses it. */
export function readMessage(world: World, user: User, value: unknown): Said {
  const message = fieldsOf(value, 'message');
  const quotes = readQuote(user, message.quote_message_id);
  if (message.attachment === undefined) return { ...plain, text: readText(message.text), quotes };

  const { type, payload } = fieldsOf(message.attachment, 'message.attachment');
  const content = fieldsOf(payload, 'message.attachment.payload');
  if (type === 'template') return { ...readTemplate(world, message, content), quotes };
  if (type !== 'file') throw refused(-233, 'message.attachment.type is not supported');
  if (message.text !== undefined) throw invalid('message.text beside a file');
  return { ...plain, kind: 'file', file: takeAsset(world, textOf(content.token, 'payload.token'), 'file'), quotes };
}

function readTemplate(world: World, message: Fields, payload: Fields): Said {
  switch (payload.template_type) {
    case undefined:
      return { ...plain, text: readText(message.text), buttons: readButtons(payload.buttons, 'payload.buttons', 1) };
    case 'media':
      return readMedia(world, message, payload);
    case 'list':
      if (world.settings.listTemplates === 'refused') break;
      return {
        ...plain,
        kind: 'list',
        elements: listOf(payload.elements, 'payload.elements', 1, 5).map(readElement),
        buttons: readButtons(payload.buttons, 'payload.buttons', 0),
      };
    case 'request_user_info':
      return {
        ...plain,
        kind: 'infoRequest',
        elements: listOf(payload.elements, 'payload.elements', 1, 1).map(readElement),
      };
  }
  throw refused(-233, 'payload.template_type is not supported');
}

function readMedia(world: World, message: Fields, payload: Fields): Said {
  const [first] = listOf(payload.elements, 'payload.elements', 1, 1);
  const { media_type: kind, url, attachment_id: id, width, height } = fieldsOf(first, 'payload.elements[0]');
  const text = optionalText(message.text, 'message.text') === '' ? '' : readText(message.text);
  const said = { ...plain, text, buttons: readButtons(payload.buttons, 'payload.buttons', 0) };
  switch (kind) {
    case 'image':
      if ((url === undefined) === (id === undefined)) throw invalid('payload.elements[0]: url or attachment_id');
      if (id === undefined) return { ...said, kind, imageUrl: addressOf(url, 'payload.elements[0].url') };
      return { ...said, kind, file: takeAsset(world, textOf(id, 'attachment_id'), kind) };
    case 'gif':
      if (!(Number(width) > 0 && Number(height) > 0)) throw invalid('payload.elements[0]: width and height');
      return { ...said, kind, file: takeAsset(world, textOf(id, 'attachment_id'), kind) };
    case 'sticker':
      textOf(id, 'attachment_id');
      return { ...said, kind };
    default:
      throw refused(-233, 'payload.elements[0].media_type is not supported');
  }
}

function readElement(value: unknown, index: number): ListElement {
  const field = `payload.elements[${index}]`;
  const element = fieldsOf(value, field);
  const title = textOf(element.title, `${field}.title`, 100);
  const read = index === 0 ? textOf : optionalText;
  return {
    title,
    subtitle: read(element.subtitle, `${field}.subtitle`, 500),
    imageUrl: element.image_url === undefined ? null : addressOf(element.image_url, `${field}.image_url`),
    action: readDefaultAction(element.default_action, title, `${field}.default_action`),
  };
}

// Zalo counts after composing the characters; whether it counts UTF-16 units is not documented, and this is stricter.
function readText(value: unknown): string {
  const text = textOf(value, 'message.text').normalize('NFC');
  if (text.length > 2_000) throw refused(-210, 'message.text exceeds the limit of 2000 characters');
  return text;
}

function readQuote(user: User, value: unknown): string | null {
  const id = optionalText(value, 'message.quote_message_id');
  if (id === '') return null;
  if (!user.timeline.some((entry) => entry.messageId === id)) throw invalid('message.quote_message_id');
  return id;
}
